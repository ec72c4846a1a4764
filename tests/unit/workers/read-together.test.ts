import { openAsBlob, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HandedFile } from '#workers/read-handed.ts';
import { readTogether } from '#workers/read-together.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'together-'));
});

afterEach(() => rm(folder, { recursive: true }));

async function handed(name: string, content: string): Promise<HandedFile> {
  const path = join(folder, name);
  writeFileSync(path, content);
  return { file: new File([await openAsBlob(path)], name), path: name, choices: { title: null } };
}

const utf8 = new TextDecoder();

describe('readTogether', () => {
  it('gives each file its own bytes, and none of a file that is large, closed or alone', async () => {
    const contents = Array.from({ length: 100 }, (_, at) => `${at} ${'é'.repeat(at * 40)}`);
    const small = await Promise.all(contents.map((content, at) => handed(`${at}.txt`, content)));
    const closed: HandedFile = { file: null, path: 'closed.txt', choices: { title: null } };
    const large = await handed('large.txt', 'x'.repeat(300_000));
    const files = [
      ...small.slice(0, 50),
      large,
      closed,
      ...small.slice(50),
      large,
      await handed('end', 'end'),
    ];
    const together = readTogether(files);

    const read: (string | null)[] = [];
    for (const at of files.keys()) {
      const bytes = await together.take(at);
      read.push(bytes === null ? null : utf8.decode(bytes));
    }

    expect(read).toEqual([...contents.slice(0, 50), null, null, ...contents.slice(50), null, null]);
  });

  it('goes on where files were left out', async () => {
    const files = await Promise.all(Array.from({ length: 90 }, (_, at) => handed(`${at}`, `file ${at}`)));
    const together = readTogether(files);

    for (const at of [3, 4, 31, 40, 75, 89])
      expect(utf8.decode((await together.take(at)) ?? undefined)).toBe(`file ${at}`);
  });

  it.each([
    { what: 'has gone', spoil: (path: string) => rm(path) },
    { what: 'has changed', spoil: (path: string) => utimesSync(path, new Date(0), new Date(0)) },
    { what: 'was cut short', spoil: (path: string) => truncateSync(path, 2) },
  ])('leaves a group to be read one by one when a file $what', async ({ spoil }) => {
    const files = await Promise.all(Array.from({ length: 64 }, (_, at) => handed(`${at}`, `file ${at}`)));
    await spoil(join(folder, '40'));
    const together = readTogether(files);

    expect(utf8.decode((await together.take(0)) ?? undefined)).toBe('file 0');
    expect(await together.take(32)).toBeNull();
    expect(await together.take(40)).toBeNull();
    expect(await together.take(63)).toBeNull();
  });
});
