import { diffWords } from '#core/text/diff.ts';
import type { TextSpan } from '#core/text/span.ts';
import { type FoldedWord, listWords } from './sentences.ts';

/** A stretch of a text. */
export type Stretch = { readonly text: string; readonly span: TextSpan };

/** The words of two stretches of text, and which are the same word in both. */
export type Alignment = {
  readonly left: readonly FoldedWord[];
  readonly right: readonly FoldedWord[];
  /** Numbers of the words that read the same, in the order of both. */
  readonly pairs: readonly { readonly left: number; readonly right: number }[];
};

/** Align two stretches word by word. Accents, case, signs and white space make no difference. */
export function alignWords(left: Stretch, right: Stretch): Alignment {
  const [ours, theirs] = [listWords(left.text, left.span), listWords(right.text, right.span)];
  const numbers = new Map<string, number>();
  // Folded words may hold signs; a number of its own is one word to the diff whatever is in it.
  const encode = (words: readonly FoldedWord[]) =>
    words
      .map(({ folded }) => {
        const number = numbers.get(folded) ?? numbers.size;
        numbers.set(folded, number);
        return `w${number}`;
      })
      .join(' ');
  const pairs: { left: number; right: number }[] = [];
  let [at, there] = [0, 0];
  for (const { kind, text } of diffWords(encode(ours), encode(theirs))) {
    const count = text.match(/w/g)?.length ?? 0;
    for (let step = 0; kind === 'same' && step < count; step++)
      pairs.push({ left: at + step, right: there + step });
    if (kind !== 'new') at += count;
    if (kind !== 'gone') there += count;
  }
  return { left: ours, right: theirs, pairs };
}

/** The words that differ in two stretches, neighbours in one span. */
export function differingWords(
  left: Stretch,
  right: Stretch,
): { readonly left: readonly TextSpan[]; readonly right: readonly TextSpan[] } {
  const aligned = alignWords(left, right);
  return {
    left: runsWithout(aligned.left, new Set(aligned.pairs.map((pair) => pair.left))),
    right: runsWithout(aligned.right, new Set(aligned.pairs.map((pair) => pair.right))),
  };
}

function runsWithout(words: readonly FoldedWord[], kept: ReadonlySet<number>): TextSpan[] {
  const runs: { start: number; end: number }[] = [];
  for (const [index, { start, end }] of words.entries()) {
    if (kept.has(index)) continue;
    const last = index === 0 || kept.has(index - 1) ? undefined : runs.at(-1);
    if (last === undefined) runs.push({ start, end });
    else last.end = end;
  }
  return runs;
}
