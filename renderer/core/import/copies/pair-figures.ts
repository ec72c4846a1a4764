import { type HashedWords, scatter } from './hash-words.ts';
import { readNumbers, type Units } from './read-numbers.ts';

/** Words on either side of a figure by which it is found in another text. */
const around = 3;

/** Figures kept of a text on each side: a table has thousands, and a sketch is one small record. */
const mostPairs = 2_000;

/**
 * The figures of a text, each with the words before it and again with those behind it: pairs of the hash of the words
 * and the hash of the figure, by the first. Words that stand beside several figures are left out, and so are figures
 * among figures. Of a text with very many, the smallest hashes are kept, so that two texts keep the same ones.
 */
export function pairFigures(text: string, hashed: HashedWords): Uint32Array {
  const read = readNumbers(text, hashed);
  const told = new Map<number, number | null>();
  for (const at of read.isFigure) {
    const figure = (read.units[at] ?? 0) >>> 0;
    for (const context of [hashBeside(read, at, -1), hashBeside(read, at, 1)]) {
      if (context === null) continue;
      const before = told.get(context);
      told.set(context, before === undefined || before === figure ? figure : null);
    }
  }
  const pairs = [...told].filter((pair): pair is [number, number] => pair[1] !== null);
  return Uint32Array.from(
    pairs
      .sort(([a], [b]) => a - b)
      .slice(0, mostPairs)
      .flat(),
  );
}

/** The hash of the words before a unit or behind it; `null` when there are too few, or only figures. */
function hashBeside({ units, isFigure }: Units, at: number, step: -1 | 1): number | null {
  const end = at + step * (around + 1);
  if (end < -1 || end > units.length) return null;
  let context: number = step;
  let isTold = false;
  for (let near = at + step; near !== end; near += step) {
    const unit = isFigure.has(near) ? 1 : (units[near] ?? 0);
    isTold ||= unit !== 1;
    context = scatter(context ^ unit);
  }
  return isTold ? context >>> 0 : null;
}
