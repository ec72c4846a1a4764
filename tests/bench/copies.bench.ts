import { bench, describe } from 'vitest';
import type { ArticleId } from '#core/ids.ts';
import { type CopyIndex, createCopyIndex } from '#core/import/copies/copy-index.ts';
import { sketchText, type TextSketch } from '#core/import/copies/sketch-text.ts';
import { changeWords, createRandom, cutTo, realTexts } from '#tests/unit/core/import/copies/perturb.ts';

const random = createRandom(1);
const words = realTexts.flatMap((text) => text.match(/[\p{L}\p{N}]+/gu) ?? []);
const boilerplate = cutTo(realTexts[2] ?? '', 0.1);

/** Articles of 5 KB: a fifth are copies, whole or in part, of an earlier one; all carry the same unseen boilerplate. */
const texts: string[] = [];
for (let at = 0; at < 40_000; at++) {
  const earlier = texts[Math.floor(random() * at)];
  const own = Array.from({ length: 780 }, () => words[Math.floor(random() * words.length)]).join(' ');
  const isCopy = earlier !== undefined && at % 5 === 0;
  texts.push(
    isCopy ? changeWords(cutTo(earlier, 0.6 + random() * 0.4), 0.02, random) : `${own}\n${boilerplate}`,
  );
}
const sketches = texts.map((text) => sketchText(text, []));
texts.length = 1_000;

function indexOf(some: readonly TextSketch[]): CopyIndex {
  const index = createCopyIndex();
  for (const [at, sketch] of some.entries()) {
    index.find(sketch);
    index.add(String(at) as ArticleId, sketch);
  }
  return index;
}

describe('copies', () => {
  bench('sketch 1,000 articles of 5 KB; budget 1 s', () => {
    for (const text of texts) sketchText(text, []);
  });
  // Linear: four times the articles take no more than some four times as long.
  for (const count of [10_000, 20_000, 40_000])
    bench(
      `find and group the copies among ${count} articles in one pass`,
      () => void indexOf(sketches.slice(0, count)),
      {
        iterations: 3,
        warmupIterations: 1,
      },
    );
});
