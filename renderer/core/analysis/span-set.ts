import type { TextSpan } from '#core/text/span.ts';

/** Stretches that neither touch nor overlap, in order. */
export type SpanSet = readonly TextSpan[];

/** The same stretches, those that touch or overlap made one. Empty ones are left out. */
export function uniteSpans(spans: readonly TextSpan[]): SpanSet {
  const united: { start: number; end: number }[] = [];
  const sorted = spans.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start);
  for (const { start, end } of sorted) {
    const last = united.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else united.push({ start, end });
  }
  return united;
}

/** What lies in both. */
export function intersectSpans(a: SpanSet, b: SpanSet): SpanSet {
  const shared: TextSpan[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [one, other] = [a[i], b[j]];
    if (one === undefined || other === undefined) break;
    const start = Math.max(one.start, other.start);
    const end = Math.min(one.end, other.end);
    if (start < end) shared.push({ start, end });
    if (one.end < other.end) i += 1;
    else j += 1;
  }
  return shared;
}

/** What lies in `a` and not in `b`. */
export function subtractSpans(a: SpanSet, b: SpanSet): SpanSet {
  let from = 0;
  return a.flatMap((span) => {
    while (from < b.length && (b[from]?.end ?? 0) <= span.start) from += 1;
    return withoutSpans(span, b, from);
  });
}

/** What is left of a span without `others`, which are in the order of their starts; `from` is the first to look at. */
export function withoutSpans(span: TextSpan, others: readonly TextSpan[], from = 0): TextSpan[] {
  const left: TextSpan[] = [];
  let reached = span.start;
  for (let at = from; at < others.length; at++) {
    const one = others[at];
    if (one === undefined || one.start >= span.end) break;
    if (one.start > reached) left.push({ start: reached, end: one.start });
    reached = Math.max(reached, one.end);
  }
  if (reached < span.end) left.push({ start: reached, end: span.end });
  return left;
}

/** How many units lie in them all together. */
export function spanLength(spans: SpanSet): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Spans that stand as start, end, start, end … */
export function pairsToSpans(pairs: ArrayLike<number>): TextSpan[] {
  return Array.from({ length: pairs.length >> 1 }, (_, index) => ({
    start: pairs[index * 2] ?? 0,
    end: pairs[index * 2 + 1] ?? 0,
  }));
}
