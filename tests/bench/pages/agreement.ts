/** How far a text agrees with the one that is expected, each share from 0 to 1. */
export type Agreement = {
  /** Of the runs of three words that are expected, how many are there; of those that are there, how many are expected. */
  readonly recall: number;
  readonly precision: number;
  /** Both in one: their harmonic mean. */
  readonly agreement: number;
  /** Sentences of at least eight words that are expected and not there. */
  readonly lost: readonly string[];
};

/** Compare texts by their words in order, whatever their marks and capitals. */
export function compareTexts(text: string, expected: string): Agreement {
  const [there, wanted] = [countRuns(wordsOf(text)), countRuns(wordsOf(expected))];
  let common = 0;
  for (const [run, count] of wanted) common += Math.min(count, there.get(run) ?? 0);
  const recall = share(common, sum(wanted));
  const precision = share(common, sum(there));
  const agreement = recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision);
  const joined = ` ${wordsOf(text).join(' ')} `;
  const lost = sentencesOf(expected).filter(
    (sentence) => !joined.includes(` ${wordsOf(sentence).join(' ')} `),
  );
  return { recall, precision, agreement, lost };
}

/** The sentences of at least eight words in `part` that stand in `whole` too. */
export function sentencesIn(part: string, whole: string): string[] {
  const joined = ` ${wordsOf(whole).join(' ')} `;
  return sentencesOf(part).filter((sentence) => joined.includes(` ${wordsOf(sentence).join(' ')} `));
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

function countRuns(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + 2 < words.length; at++) {
    const run = words.slice(at, at + 3).join(' ');
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

function sentencesOf(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) => [...sentences.segment(line)].map(({ segment }) => segment.trim()))
    .filter((sentence) => wordsOf(sentence).length >= 8);
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}

/** Of nothing, everything is there. */
function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}
