import type { TextSpan } from '#core/text/span.ts';

/**
 * Follow the spans of a text that are taken, whatever their order. The answer says whether one of them shares a
 * character with a span; it is to be asked from the front of the text to its end, and walks each of them once.
 */
export function followTaken(taken: readonly TextSpan[]): (span: TextSpan) => boolean {
  const sorted = taken.toSorted((a, b) => a.start - b.start);
  let at = 0;
  let farthest = 0;
  return ({ start, end }) => {
    for (let next = sorted[at]; next !== undefined && next.start < end; next = sorted[++at])
      farthest = Math.max(farthest, next.end);
    return farthest > start;
  };
}

/**
 * Follow spans that are in order. The answer is the first that ends behind a place of the text; it is to be asked from
 * the front of the text to its end.
 */
export function followNext(spans: readonly TextSpan[]): (place: number) => TextSpan | undefined {
  let at = 0;
  return (place) => {
    for (let next = spans[at]; next !== undefined && next.end <= place; next = spans[at]) at++;
    return spans[at];
  };
}
