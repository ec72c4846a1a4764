import type { TextSpan } from '#core/text/span.ts';

/** The place of a span beside the others. */
export type Lane = {
  /** 0 is the first lane. */
  readonly lane: number;
  /** How many lanes its bunch has: the spans that hang together by overlapping one another. */
  readonly of: number;
};

/**
 * A lane for each span, by its index, so that no two spans of a lane overlap, with as few lanes as can be. Earlier
 * spans take the lower lanes; of two that start together, the longer. Numbers may be text offsets or pixels; spans
 * that only touch share a lane.
 *
 *     lane 0  ▌▌▌▌▌▌▌   ▌▌
 *     lane 1     ▌▌▌▌▌▌
 *     lane 2       ▌▌
 */
export function packLanes(spans: readonly TextSpan[]): Lane[] {
  const order = spans
    .map((span, index) => ({ ...span, index }))
    .sort((a, b) => a.start - b.start || b.end - a.end || a.index - b.index);
  const lanes = new Array<number>(spans.length).fill(0);
  const bunches = new Array<number>(spans.length).fill(0);
  const widths: number[] = [];
  let ends: number[] = [];
  let reached = Number.NEGATIVE_INFINITY;
  for (const { start, end, index } of order) {
    if (start >= reached) {
      ends = [];
      widths.push(0);
    }
    const free = ends.findIndex((laneEnd) => laneEnd <= start);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = end;
    reached = Math.max(reached, end);
    lanes[index] = lane;
    bunches[index] = widths.length - 1;
    widths[widths.length - 1] = ends.length;
  }
  return lanes.map((lane, index) => ({ lane, of: widths[bunches[index] ?? 0] ?? 1 }));
}
