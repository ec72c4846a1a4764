import type { TextSpan } from '#core/text/span.ts';

/**
 * A lane for each span, by its index, so that no two spans of a lane overlap, with as few lanes as can be. Earlier
 * spans take the lower lanes; of two that start together, the longer. Numbers may be text offsets or pixels; spans
 * that only touch share a lane.
 *
 *     lane 0  ▌▌▌▌▌▌▌   ▌▌
 *     lane 1     ▌▌▌▌▌▌
 *     lane 2       ▌▌
 */
export function packLanes(spans: readonly TextSpan[]): number[] {
  const order = spans
    .map((span, index) => ({ ...span, index }))
    .sort((a, b) => a.start - b.start || b.end - a.end || a.index - b.index);
  const lanes = new Array<number>(spans.length).fill(0);
  const ends: number[] = [];
  for (const { start, end, index } of order) {
    const free = ends.findIndex((laneEnd) => laneEnd <= start);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = end;
    lanes[index] = lane;
  }
  return lanes;
}
