import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compareTexts, type ReadArticle } from '#core/compare/compare-texts.ts';
import { sharedPart, sketchText } from '#core/compare/sketch.ts';
import type { ArticleId } from '#core/ids.ts';

const files = readdirSync('seeds')
  .filter((name) => name.endsWith('.txt'))
  .sort();
const seeds = files.map(
  (name): ReadArticle => ({
    article: {
      id: name as ArticleId,
      noise: [],
      language: {
        value: /000|003/.test(name) ? 'fr' : 'en',
        basis: 'derived',
        evidence: null,
        reason: 'words',
      },
    },
    text: readFileSync(`seeds/${name}`, 'utf8').normalize('NFC').replaceAll('\r\n', '\n'),
  }),
);

it('links nothing between the five seeds, which tell of five different events', () => {
  expect(seeds).toHaveLength(5);
  const found = seeds.flatMap((left, at) =>
    seeds.slice(at + 1).flatMap((right) => {
      const { pairs, left: ours, right: theirs } = compareTexts(left, right);
      return pairs.map((pair) => [
        pair.likeness,
        left.text.slice(ours[pair.left]?.start, ours[pair.left]?.end),
        right.text.slice(theirs[pair.right]?.start, theirs[pair.right]?.end),
      ]);
    }),
  );

  expect(found).toEqual([]);
});

it('shares next to no run of words between them', () => {
  const sketches = seeds.map(sketchText);
  const parts = sketches.flatMap((one, at) => sketches.slice(at + 1).map((other) => sharedPart(one, other)));

  expect(Math.max(...parts)).toBeLessThan(0.02);
});

it.each(files.map((name, at) => [name, at] as const))('finds every sentence of %s in its copy', (_, at) => {
  const seed = seeds[at];
  if (seed === undefined) throw new Error('no seed');
  const { counts, left } = compareTexts(seed, { ...seed, text: `Agence\n\n${seed.text.toUpperCase()}` });

  expect(left.length).toBeGreaterThan(10);
  expect(counts.same + counts.near).toBeGreaterThanOrEqual(left.length - 4);
});
