import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceOf } from '#core/import/file-source.ts';
import { fixtures, readAll, readFixture, summarise } from './read-all.ts';

const plain = new Uint8Array(readFileSync(resolve(fixtures, 'archives/bsdtar.tar')));

describe('tar archives', () => {
  it.each([
    ['bsdtar.tar', ''],
    ['gnu.tar.gz', 'gnu.tar/'],
  ])('%s', async (name, way) => {
    const texts = summarise(await readFixture(`archives/${name}`));
    expect(texts[`${way}menaka.txt`]).toContain('Fighting near Menaka');
    expect(texts[`${way}été/ménaka.txt`]).toContain('Combats près de Ménaka');
    expect(texts[`${way}عربي/ميناكا.txt`]).toContain('ميناكا');
    expect(texts[`${way}été/sous-dossier/page.html`]).toContain('Le grand marché de Gao');
    expect(Object.keys(texts)).toHaveLength(4);
  });

  it.each(['gnu', 'pax'])('keep long names, and refuse links: %s', async (format) => {
    const long = `${'n'.repeat(120)}/${'é'.repeat(90)}.txt`;
    expect(summarise(await readFixture(`archives/${format}-long.tar.gz`))).toEqual({
      [`${format}-long.tar/${long}`]: 'The road to Ansongo is open again, drivers say.',
      [`${format}-long.tar.gz/${format}-long.tar/link.txt`]: 'refused: unsafe-name',
    });
  });

  it('refuse names that lead outside', async () => {
    const found = Object.entries(summarise(await readFixture('archives/outside.tar.gz')));
    expect(found).toEqual([[expect.stringContaining('/outside.tar/../nnn'), 'refused: unsafe-name']]);
  });

  it('give what is whole when they are cut short', async () => {
    const whole = summarise(await readAll(sourceOf('a.tar', plain)));
    for (const length of [700, 3000, 6000, plain.length - 11_000]) {
      const found = summarise(await readAll(sourceOf('a.tar', plain.subarray(0, length))));
      for (const [path, text] of Object.entries(found))
        if (!text.startsWith('refused')) expect(text).toBe(whole[path]);
    }
    const broken = plain.slice();
    broken[600] = (broken[600] ?? 0) ^ 1;
    expect(Object.values(summarise(await readAll(sourceOf('a.tar', broken))))).not.toContain(
      'refused: failed',
    );
  });
});
