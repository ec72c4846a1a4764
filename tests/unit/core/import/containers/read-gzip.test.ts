import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { archiveLimits, createInflateBudget } from '#core/import/containers/inflate-limits.ts';
import { inflatedSource } from '#core/import/containers/inflated-source.ts';
import { sourceOf } from '#core/import/file-source.ts';
import { fixtures, readAll, readFixture, summarise, textOf } from './read-all.ts';

const gzipped = new Uint8Array(readFileSync(resolve(fixtures, 'archives/menaka.txt.gz')));
/** Lines that do not pack too well. */
function prose(length: number): string {
  let text = '';
  for (let line = 1; text.length < length; line++)
    text += `On day ${line} the well of Tessalit gave ${Math.abs(Math.sin(line))} measures of water.\n`;
  return text;
}

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

  it('are refused when nothing is left of them or their bytes have changed', async () => {
    for (const length of [4, 12])
      expect(await readAll(sourceOf('a.txt.gz', gzipped.subarray(0, length)))).toMatchObject([
        { name: 'a.txt.gz', reason: 'damaged' },
      ]);
    for (const before of [8, 4]) {
      const changed = gzipped.slice();
      changed.set([0, 0, 0, 0], changed.length - before);
      expect(await readAll(sourceOf('a.txt.gz', changed))).toMatchObject([{ reason: 'damaged' }]);
    }
  });

  it('are read as far as they go when they are cut short, and said to be in part', async () => {
    const long = new Uint8Array(gzipSync(prose(600_000)));
    for (const length of [long.length - 1, long.length - 9, long.length >> 1, 16_384, 3000]) {
      const cut = long.subarray(0, length);
      const [one, ...rest] = await readAll(sourceOf('a.txt.gz', cut));
      expect(one).toMatchObject({ kind: 'imported', missing: { reason: 'part', detail: { cut: 1 } } });
      expect(one?.kind === 'imported' && Buffer.from(one.original).toString('latin1')).toBe(
        gunzipSync(cut, { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1'),
      );
      expect(rest).toEqual([]);
    }
  });

  it('give what is whole of the archive in them when they are cut short', async () => {
    const bytes = new Uint8Array(readFileSync(resolve(fixtures, 'archives/gnu.tar.gz')));
    const whole = Object.values(summarise(await readAll(sourceOf('a.tar.gz', bytes))));
    const found = await readAll(sourceOf('a.tar.gz', bytes.subarray(0, bytes.length - 60)));
    const articles = found.filter((one) => one.kind === 'imported');
    expect(articles.length).toBeGreaterThan(1);
    for (const one of articles)
      if (one.missing === undefined) expect(whole).toContain(textOf(one));
      else expect(whole.some((text) => text.startsWith(textOf(one).trimEnd()))).toBe(true);
    expect(found.at(-1)).toMatchObject({
      name: 'a.tar.gz/a.tar',
      reason: 'damaged',
      detail: { cut: 1 },
    });
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
