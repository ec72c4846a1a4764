import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeAnchor } from '#core/annotations/make-anchor.ts';
import { suggestPlaces } from '#core/annotations/suggest-places.ts';
import type { ArticleId } from '#core/ids.ts';

const article = { id: 'a' as ArticleId, textSha256: 'old' };
const seeds = join(import.meta.dirname, '../../../../seeds');
const texts = readdirSync(seeds)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(seeds, name), 'utf8').normalize('NFC'));

/** Change one letter in about every `every` of the text, without changing its length. */
function garble(text: string, every: number, seed: number): string {
  let state = seed + 1;
  return text.replace(/[a-z]/g, (letter) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % every === 0 ? String.fromCharCode(97 + (state % 26)) : letter;
  });
}

describe('a lost passage of the seeds', () => {
  it('is suggested at its place when letters of the text have changed', () => {
    expect(texts).toHaveLength(5);
    fc.assert(
      fc.property(
        fc.nat(4),
        fc.nat(1_000_000),
        fc.integer({ min: 40, max: 900 }),
        fc.nat(1_000),
        (which, from, length, seed) => {
          const text = texts[which] ?? '';
          const start = from % (text.length - length);
          const anchor = makeAnchor(article, text, { start, end: start + length });
          const places = suggestPlaces(anchor, garble(text, 30, seed));
          // Ends that cut a word are drawn to its own.
          const isTrue = ({ span }: { span: { start: number; end: number } }) =>
            Math.abs(span.start - start) < 20 && Math.abs(span.end - start - length) < 20;
          // A headline may stand twice, so the true place need not be the first.
          expect(places.some(isTrue)).toBe(true);
          expect(places.filter(({ isLikely }) => isLikely).every(isTrue)).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is never called likely in an article of another event', () => {
    for (const [index, text] of texts.entries()) {
      const other = texts[(index + 1) % texts.length] ?? '';
      for (let start = 200; start + 120 < text.length; start += 700) {
        const anchor = makeAnchor(article, text, { start, end: start + 120 });
        expect(suggestPlaces(anchor, other).some(({ isLikely }) => isLikely)).toBe(false);
      }
    }
  });

  it('is never called likely where two places read alike', () => {
    const line = 'Au moins douze personnes ont été tuées dans une attaque contre le village. ';
    const anchor = makeAnchor(article, line, { start: 9, end: 40 });
    const places = suggestPlaces(
      anchor,
      `${line.replace('douze', 'treize')}\n${line.replace('douze', 'quinze')}`,
    );
    expect(places.length).toBeGreaterThan(1);
    expect(places.some(({ isLikely }) => isLikely)).toBe(false);
  });

  it('of a few letters is only looked for letter by letter', () => {
    const anchor = makeAnchor(article, 'the JNIM group', { start: 4, end: 8 });
    expect(suggestPlaces(anchor, 'the JNIN group')).toEqual([]);
  });
});
