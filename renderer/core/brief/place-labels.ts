import type { Box } from './clip-shape.ts';

/** A point that wants a label. */
export type LabelRequest = {
  readonly x: number;
  readonly y: number;
  /** Pixels the symbol takes to each side of its point. */
  readonly radius: number;
  readonly width: number;
  readonly height: number;
};

/** Where a label's box stands. */
export type LabelPlace = Box;

/** Directions in the order in which cartographers prefer them: right, left, above, below, then the corners. */
const directions = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
] as const;

/** Gaps in pixels tried between symbol and label. */
const gaps = [3, 11, 22];

/**
 * Place labels so that none covers another, a symbol, one of `taken`, or the edge of `frame`. Earlier requests go
 * first; one for which there is no room gets `null`.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  frame: Box,
  taken: readonly Box[] = [],
): (LabelPlace | null)[] {
  const symbols = requests.map(({ x, y, radius }) => boxAround(x, y, radius));
  const placed: Box[] = [...taken];
  return requests.map((request, index) => {
    const free = (box: Box) =>
      isWithin(box, frame) &&
      !placed.some((other) => touches(box, other)) &&
      !symbols.some((other, owner) => owner !== index && touches(box, other));
    const place = candidates(request).find(free) ?? null;
    if (place !== null) placed.push(place);
    return place;
  });
}

/** Whether two boxes share more than an edge. */
export function touches(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function candidates({ x, y, radius, width, height }: LabelRequest): Box[] {
  return gaps.flatMap((gap) =>
    directions.map(([right, down]) => {
      const reach = radius + gap;
      const centreX = x + right * (reach + width / 2);
      // Beside the symbol the corners need no full height between them.
      const lift = right === 0 ? reach + height / 2 : reach;
      const centreY = y + down * lift;
      return {
        left: centreX - width / 2,
        right: centreX + width / 2,
        top: centreY - height / 2,
        bottom: centreY + height / 2,
      };
    }),
  );
}

function boxAround(x: number, y: number, radius: number): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

function isWithin(box: Box, frame: Box): boolean {
  return (
    box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom
  );
}
