import type { TextSpan } from '#core/text/span.ts';
import { alignWords } from './align-words.ts';
import { across, type Comparison, type Side } from './compare-texts.ts';
import { sentenceAt } from './sentences.ts';

type Texts = { readonly [At in Side]: string };

/**
 * Where the same passage stands in the other text: `span` of the text on `from`, from its first to its last word that
 * both have.
 *
 * Every sentence it touches must be linked, to sentences that follow each other over there; otherwise `null`: nothing
 * is guessed.
 */
export function carrySpan(
  comparison: Comparison,
  texts: Texts,
  { from, span }: { readonly from: Side; readonly span: TextSpan },
): TextSpan | null {
  const to = across(from);
  const here = comparison[from];
  const first = sentenceAt(here, span.start);
  const last = sentenceAt(here, span.end - 1);
  const partners: number[] = [];
  for (let at = first; at <= last; at++) {
    const pair = comparison.pairs[comparison.pairOf[from].get(at) ?? -1];
    if (pair === undefined) return null;
    partners.push(pair[to]);
  }
  const isInOrder = partners.every((partner, at) => at === 0 || partner === (partners[at - 1] ?? 0) + 1);
  const [ours, oursLast] = [here[first], here[last]];
  const [theirs, theirsLast] = [comparison[to][partners[0] ?? -1], comparison[to][partners.at(-1) ?? -1]];
  if (!isInOrder || !ours || !oursLast || !theirs || !theirsLast) return null;
  const { left, right, pairs } = alignWords(
    { text: texts[from], span: { start: ours.start, end: oursLast.end } },
    { text: texts[to], span: { start: theirs.start, end: theirsLast.end } },
  );
  const inside = pairs.filter((pair) => {
    const word = left[pair.left];
    return word !== undefined && word.start < span.end && span.start < word.end;
  });
  const start = right[inside[0]?.right ?? -1]?.start;
  const end = right[inside.at(-1)?.right ?? -1]?.end;
  return start === undefined || end === undefined ? null : { start, end };
}
