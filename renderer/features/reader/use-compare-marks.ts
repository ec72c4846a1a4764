import { useLayoutEffect } from 'react';
import { differingWords } from '#core/compare/align-words.ts';
import { type Comparison, pairsWithin, type Side } from '#core/compare/compare-texts.ts';
import type { TextSpan } from '#core/text/span.ts';
import './compare.css';
import type { TextRanges } from './text-ranges.ts';

type MarkParts = {
  readonly side: Side;
  readonly texts: { readonly [At in Side]: string };
  readonly comparison: Comparison;
  readonly ranges: TextRanges | null;
  /** The stretch of text near the view: only that is marked. */
  readonly near: TextSpan;
  /** The number of the pair that is gone to. */
  readonly current: number | null;
};

/** The looks of sentences and of words in them. */
const looks = ['compare-same', 'compare-near', 'compare-words', 'compare-current'] as const;
type Look = (typeof looks)[number];

/** Mark the sentences that are linked, the words that differ in them, and the pair that is gone to. */
export function useCompareMarks(parts: MarkParts): void {
  const { side, texts, comparison, ranges, near, current } = parts;
  useLayoutEffect(() => {
    if (ranges === null) return;
    const marked = listMarks({ side, texts, comparison, near, current });
    const own = [...marked].map(([look, spans]) => ({
      look,
      made: spans.flatMap((span) => ranges.toStaticRange(span) ?? []),
    }));
    for (const { look, made } of own) for (const range of made) registered(look).add(range);
    return () => {
      for (const { look, made } of own) {
        const highlight = CSS.highlights.get(look);
        for (const range of made) highlight?.delete(range);
        if (highlight?.size === 0) CSS.highlights.delete(look);
      }
    };
  }, [side, texts, comparison, ranges, near, current]);
}

function listMarks({
  side,
  texts,
  comparison,
  near,
  current,
}: Omit<MarkParts, 'ranges'>): Map<Look, TextSpan[]> {
  const marks = new Map<Look, TextSpan[]>(looks.map((look) => [look, []]));
  for (const number of pairsWithin(comparison, side, near)) {
    const pair = comparison.pairs[number];
    const [left, right] = [comparison.left[pair?.left ?? -1], comparison.right[pair?.right ?? -1]];
    if (pair === undefined || left === undefined || right === undefined) continue;
    const span = side === 'left' ? left : right;
    marks.get(pair.kind === 'same' ? 'compare-same' : 'compare-near')?.push(span);
    if (number === current) marks.get('compare-current')?.push(span);
    if (pair.kind === 'same') continue;
    const differ = differingWords({ text: texts.left, span: left }, { text: texts.right, span: right });
    marks.get('compare-words')?.push(...differ[side]);
  }
  return marks;
}

/** The page's highlight of this name; both sides share it. */
function registered(look: Look): Highlight {
  const existing = CSS.highlights.get(look);
  if (existing !== undefined) return existing;
  const made = new Highlight();
  // The fill of the current pair lies under the tints of tags, all else over them.
  made.priority = look === 'compare-current' ? -1 : 13 + looks.indexOf(look);
  CSS.highlights.set(look, made);
  return made;
}
