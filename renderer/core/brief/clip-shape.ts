/** Pixels: right, down. */
export type Point = readonly [number, number];

/** An upright rectangle in pixels. */
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** Cut a ring to a box (Sutherland and Hodgman, 1974); empty when it lies outside. */
export function clipRing(ring: readonly Point[], box: Box): Point[] {
  let points: readonly Point[] = ring;
  points = clipSide(points, ([x]) => x - box.left);
  points = clipSide(points, ([x]) => box.right - x);
  points = clipSide(points, ([, y]) => y - box.top);
  points = clipSide(points, ([, y]) => box.bottom - y);
  return [...points];
}

/** The stretches of a line that touch a box; each keeps one point outside at its ends, so nothing is cut short. */
export function clipLine(line: readonly Point[], box: Box): Point[][] {
  const parts: Point[][] = [];
  let part: Point[] = [];
  for (const [index, point] of line.entries()) {
    const next = line[index + 1];
    if (next !== undefined && mayCross(point, next, box)) {
      if (part.length === 0) part.push(point);
      part.push(next);
      continue;
    }
    if (part.length > 1) parts.push(part);
    part = [];
  }
  return parts;
}

/** Leave out points that lie closer than `distance` to the one before; both ends stay. */
export function thin(points: readonly Point[], distance: number): Point[] {
  const kept: Point[] = [];
  for (const [index, point] of points.entries()) {
    const last = kept.at(-1);
    const isEnd = index === points.length - 1;
    if (last && !isEnd && Math.hypot(point[0] - last[0], point[1] - last[1]) < distance) continue;
    kept.push(point);
  }
  return kept;
}

/** The area of a ring in square pixels, whichever way round it runs. */
export function ringArea(ring: readonly Point[]): number {
  return Math.abs(signedArea(ring));
}

/** The centre of gravity of a ring. */
export function ringCentre(ring: readonly Point[]): Point {
  const area = signedArea(ring);
  if (area === 0) return ring[0] ?? [0, 0];
  let x = 0;
  let y = 0;
  for (const [index, [x0, y0]] of ring.entries()) {
    const [x1, y1] = ring[(index + 1) % ring.length] ?? [x0, y0];
    const cross = x0 * y1 - x1 * y0;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  return [x / (6 * area), y / (6 * area)];
}

function signedArea(ring: readonly Point[]): number {
  let sum = 0;
  for (const [index, [x0, y0]] of ring.entries()) {
    const [x1, y1] = ring[(index + 1) % ring.length] ?? [x0, y0];
    sum += x0 * y1 - x1 * y0;
  }
  return sum / 2;
}

/** Keep the side of a line where `inside` is not negative; it is the distance from the line. */
function clipSide(points: readonly Point[], inside: (point: Point) => number): Point[] {
  const kept: Point[] = [];
  for (const [index, point] of points.entries()) {
    const before = points[(index + points.length - 1) % points.length] ?? point;
    const here = inside(point);
    const there = inside(before);
    if (here >= 0 !== there >= 0) {
      const share = there / (there - here);
      kept.push([before[0] + (point[0] - before[0]) * share, before[1] + (point[1] - before[1]) * share]);
    }
    if (here >= 0) kept.push(point);
  }
  return kept;
}

function mayCross([x0, y0]: Point, [x1, y1]: Point, box: Box): boolean {
  return (
    Math.max(x0, x1) >= box.left &&
    Math.min(x0, x1) <= box.right &&
    Math.max(y0, y1) >= box.top &&
    Math.min(y0, y1) <= box.bottom
  );
}
