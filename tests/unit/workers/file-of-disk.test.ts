import { expect, it } from 'vitest';
import { sourceOfFile } from '#workers/file-of-disk.ts';

const megabyte = 1024 * 1024;

it('counts the first way through a large file as a little of the work, and the second as the rest', async () => {
  const source = sourceOfFile(new File([new Uint8Array(4 * megabyte)], 'large.zip'), 'large.zip');
  const shares: number[] = [];
  for (let at = 0; at < 8; at++) {
    const start = (at % 4) * megabyte;
    await source.read(start, start + megabyte);
    shares.push(source.bytesRead() / source.sizeBytes);
  }
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares[3]).toBeLessThan(0.1);
  expect(shares[5]).toBeGreaterThan(0.4);
  expect(shares[7]).toBe(1);
});

it('reads a small file once, however often it is asked', async () => {
  const source = sourceOfFile(new File(['some words'], 'small.txt'), 'small.txt');
  await source.read(0, 4);
  await source.read(0, 10);
  expect(source.bytesRead()).toBe(10);
});

it.each([
  ['NotFoundError', { reason: 'unreadable', detail: { closed: 'gone' } }],
  ['NotReadableError', { reason: 'unreadable', detail: {} }],
])('says what a %s means', async (name, problem) => {
  const file = new File(['x'], 'a.txt');
  const arrayBuffer = () => Promise.reject(new DOMException('no', name));
  file.slice = () => Object.assign(new Blob(), { arrayBuffer });
  await expect(sourceOfFile(file, 'a.txt').read(0, 1)).rejects.toMatchObject(problem);
});

it('says that a file it had read of has changed', async () => {
  const file = new File([new Uint8Array(2 * megabyte)], 'a.zip');
  const source = sourceOfFile(file, 'a.zip');
  await source.read(0, 10);
  const arrayBuffer = () => Promise.reject(new DOMException('no', 'NotReadableError'));
  file.slice = () => Object.assign(new Blob(), { arrayBuffer });
  await expect(source.read(10, 20)).rejects.toMatchObject({ reason: 'changed' });
});
