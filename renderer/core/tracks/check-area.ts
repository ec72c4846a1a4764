import type { Corner } from './edit-areas.ts';
import type { Area } from './track.ts';

/** What is wrong with the rings of an area, so that nobody could say what lies inside of it. */
export type AreaProblem = {
  readonly code: 'few-corners' | 'crosses-itself' | 'hole-outside' | 'holes-overlap';
  /** 0: the outline; from 1: a hole. */
  readonly ring: number;
};

/**
 * Check the rings of an area, sides straight in degrees as they are drawn. An outline that is not begun is no problem.
 * The cost grows with the square of the corners: 1,000 take some milliseconds.
 */
export function checkArea({ rings }: Pick<Area, 'rings'>): AreaProblem[] {
  const [outline = [], ...holes] = rings;
  const problems: AreaProblem[] = [];
  for (const [ring, corners] of rings.entries()) {
    if (corners.length > 0 && corners.length < 3) problems.push({ code: 'few-corners', ring });
    else if (crossesItself(corners)) problems.push({ code: 'crosses-itself', ring });
  }
  for (const [at, hole] of holes.entries()) {
    if (hole.length < 3) continue;
    if (!liesInside(hole, outline)) problems.push({ code: 'hole-outside', ring: at + 1 });
    const meets = holes.slice(0, at).some((other) => other.length > 2 && overlap(hole, other));
    if (meets) problems.push({ code: 'holes-overlap', ring: at + 1 });
  }
  return problems;
}

type Ring = readonly Corner[];
type Side = readonly [Corner, Corner];

function liesInside(inner: Ring, outer: Ring): boolean {
  return inner.every((corner) => surrounds(outer, corner)) && !anyCross(sidesOf(inner), sidesOf(outer));
}

function overlap(a: Ring, b: Ring): boolean {
  const [first, other] = [a[0], b[0]];
  if (first === undefined || other === undefined) return false;
  return surrounds(b, first) || surrounds(a, other) || anyCross(sidesOf(a), sidesOf(b));
}

function crossesItself(ring: Ring): boolean {
  const sides = sidesOf(ring);
  return sides.some((side, at) =>
    // A side meets its neighbours in their corner.
    sides.some(
      (other, index) => index > at + 1 && !(at === 0 && index === sides.length - 1) && cross(side, other),
    ),
  );
}

function anyCross(a: readonly Side[], b: readonly Side[]): boolean {
  return a.some((side) => b.some((other) => cross(side, other)));
}

function sidesOf(ring: Ring): Side[] {
  return ring.map((corner, at) => [corner, ring[(at + 1) % ring.length] ?? corner]);
}

/** Whether two sides have a point in common. */
function cross([a, b]: Side, [c, d]: Side): boolean {
  const [c1, d1, a1, b1] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (c1 !== d1 && a1 !== b1) return true;
  return (
    (c1 === 0 && isBetween(a, b, c)) ||
    (d1 === 0 && isBetween(a, b, d)) ||
    (a1 === 0 && isBetween(c, d, a)) ||
    (b1 === 0 && isBetween(c, d, b))
  );
}

/** On which side of the way from `a` to `b` a point lies: 1, -1, or 0 on its line. */
function turn([ax, ay]: Corner, [bx, by]: Corner, [x, y]: Corner): number {
  return Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));
}

/** Whether a point of a line lies between two others of it. */
function isBetween([ax, ay]: Corner, [bx, by]: Corner, [x, y]: Corner): boolean {
  return x >= Math.min(ax, bx) && x <= Math.max(ax, bx) && y >= Math.min(ay, by) && y <= Math.max(ay, by);
}

/** Whether a ring surrounds a point: a way to the east crosses it an odd number of times. */
function surrounds(ring: Ring, [x, y]: Corner): boolean {
  return sidesOf(ring).reduce(
    (isInside, [[ax, ay], [bx, by]]) =>
      ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax) ? !isInside : isInside,
    false,
  );
}
