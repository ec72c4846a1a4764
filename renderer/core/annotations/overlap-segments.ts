import type { TextSpan } from '#core/text/span.ts';

/** A stretch that several spans share. */
export type OverlapSegment = TextSpan & {
  /** How many spans cover it; 2 or more. */
  readonly depth: number;
};

/**
 * The stretches that at least two spans cover, in order, each as long as its depth lasts. Empty spans cover nothing.
 */
export function overlapSegments(spans: readonly TextSpan[]): OverlapSegment[] {
  const steps = new Map<number, number>();
  for (const { start, end } of spans) {
    if (end <= start) continue;
    steps.set(start, (steps.get(start) ?? 0) + 1);
    steps.set(end, (steps.get(end) ?? 0) - 1);
  }
  const segments: OverlapSegment[] = [];
  let depth = 0;
  let from = 0;
  for (const [at, step] of [...steps].sort(([a], [b]) => a - b)) {
    if (step === 0) continue;
    if (depth >= 2) segments.push({ start: from, end: at, depth });
    depth += step;
    from = at;
  }
  return segments;
}
