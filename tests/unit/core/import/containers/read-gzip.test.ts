import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { archiveLimits, createInflateBudget } from '#core/import/containers/inflate-limits.ts';
import { inflatedSource } from '#core/import/containers/inflated-source.ts';
import { sourceOf } from '#core/import/file-source.ts';
import { fixtures, readAll, readFixture, summarise } from './read-all.ts';

const gzipped = new Uint8Array(readFileSync(resolve(fixtures, 'archives/menaka.txt.gz')));
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('gzip files', () => {
  it('hold one file, named as they are without their ending', async () => {
    const [one] = await readFixture('archives/menaka.txt.gz');
    expect(one).toMatchObject({
      kind: 'imported',
      article: { originalName: 'menaka.txt', container: { name: 'menaka.txt.gz', path: 'menaka.txt' } },
    });
  });

  it('may be several one after the other, which are one text', async () => {
    const { 'two-members.txt': text } = summarise(await readFixture('archives/two-members.txt.gz'));
    expect(text).toContain('Fighting near Menaka');
    expect(text).toContain('Combats près de Ménaka');
  });

  it('are refused when they are cut short or their bytes have changed', async () => {
    for (const length of [12, 40, gzipped.length - 9]) {
      const cut = await readAll(sourceOf('a.txt.gz', gzipped.subarray(0, length)));
      expect(cut).toMatchObject([{ name: 'a.txt.gz', reason: 'damaged' }]);
    }
    const changed = gzipped.slice();
    changed.set([0, 0, 0, 0], changed.length - 8);
    expect(await readAll(sourceOf('a.txt.gz', changed))).toMatchObject([{ reason: 'damaged' }]);
  });

  it('are refused when they unpack to too much', async () => {
    const bomb = new Uint8Array(gzipSync(new Uint8Array(50 * 1024 * 1024)));
    expect(await readAll(sourceOf('a.txt.gz', bomb))).toMatchObject([{ reason: 'bomb' }]);
  });

  it('may hold an archive', async () => {
    const zip = zipSync({ 'a.txt': utf8('Peace talks resume in Algiers, the mediators say.') });
    const found = await readAll(sourceOf('a.zip.gz', new Uint8Array(gzipSync(zip))));
    expect(summarise(found)).toEqual({
      'a.zip/a.txt': 'Peace talks resume in Algiers, the mediators say.',
    });
  });
});

describe('a packed file too large for memory', () => {
  it('reads the same as in memory, at any place', async () => {
    const whole = Buffer.concat([randomBytes(20 * 1024 * 1024), Buffer.alloc(20 * 1024 * 1024, 'abc')]);
    const source = sourceOf('large.gz', new Uint8Array(gzipSync(whole, { level: 1 })));
    const packed = { source, start: 0, end: source.sizeBytes, method: 'gzip' } as const;
    const file = { name: 'large', path: 'large', packed, sizeBytes: whole.length, crc: null };
    const large = inflatedSource(file, createInflateBudget(archiveLimits));
    const places = [0, 4096, whole.length - 10, 5, 1_000_000, 30_000_000, 29_000_000, 100];
    for (const start of places) {
      const wanted = whole.subarray(start, start + 70_000);
      const found = await large.read(start, start + 70_000);
      expect(Buffer.compare(found, wanted)).toBe(0);
    }
  });
});
