/** A rectangle in pixels. */
export type Frame = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** Points in pixels, x, y, x, …, with what is needed to find those of them that a rectangle shows. */
export type PixelLine = {
  readonly points: Float64Array;
  /** How far along the line each point is. */
  readonly along: Float64Array;
  /** Left, top, right, bottom of each stretch of points, with the first one of the next. */
  readonly boxes: Float64Array;
};

/** A part of a line, and how far along the line it begins: there a broken line goes on. */
export type LinePiece = { readonly points: readonly number[]; readonly from: number };

/** Points of a stretch that is looked at together. */
const stretch = 64;

/** Measure a line once, so that it can be clipped often. */
export function toPixelLine(points: Float64Array): PixelLine {
  const count = points.length / 2;
  const along = new Float64Array(count);
  const boxes = new Float64Array(Math.ceil(count / stretch) * 4);
  for (let at = 1; at < count; at++) {
    const [dx, dy] = [x(points, at) - x(points, at - 1), y(points, at) - y(points, at - 1)];
    along[at] = (along[at - 1] ?? 0) + Math.hypot(dx, dy);
  }
  for (let from = 0, box = 0; from < count; from += stretch, box += 4) {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let at = from; at <= Math.min(from + stretch, count - 1); at++) {
      left = Math.min(left, x(points, at));
      right = Math.max(right, x(points, at));
      top = Math.min(top, y(points, at));
      bottom = Math.max(bottom, y(points, at));
    }
    boxes.set([left, top, right, bottom], box);
  }
  return { points, along, boxes };
}

/** The parts of a line that lie in a frame, in their order. */
export function clipLine(line: PixelLine, frame: Frame): LinePiece[] {
  const last = line.points.length / 2 - 1;
  const pieces: OpenPiece[] = [];
  for (let from = 0, box = 0; from <= last; from += stretch, box += 4) {
    if (isOutside(line.boxes, box, frame)) continue;
    for (let at = from; at < Math.min(from + stretch, last); at++) addStep(pieces, line, { at, frame });
  }
  return pieces;
}

type OpenPiece = {
  readonly points: number[];
  readonly from: number;
  /** The point of the line it has come to; -1 when it left the frame. */
  end: number;
};

/** Add what of the step from the point `at` to the next is in the frame: to the piece that came so far, or as a new one. */
function addStep(
  pieces: OpenPiece[],
  { points, along }: PixelLine,
  { at, frame }: { readonly at: number; readonly frame: Frame },
): void {
  const part = partInside(points, at, frame);
  if (part === null) return;
  const [start, stop] = part;
  const end = stop === 1 ? at + 1 : -1;
  const before = pieces.at(-1);
  if (start === 0 && before?.end === at) {
    before.points.push(...between(points, at, stop));
    before.end = end;
    return;
  }
  const gone = along[at] ?? 0;
  pieces.push({
    points: [...between(points, at, start), ...between(points, at, stop)],
    from: gone + start * ((along[at + 1] ?? gone) - gone),
    end,
  });
}

/**
 * A closed ring cut at a frame: within the frame it surrounds the same points as before. Where the ring runs outside,
 * the cut one runs along the frame.
 */
export function clipRing(line: PixelLine, frame: Frame): number[] {
  // Sutherland and Hodgman, Reentrant Polygon Clipping, 1974: one side after the other.
  const near = withoutFar(line, frame);
  const above = cut(near, 0, { limit: frame.left, sign: 1 });
  const right = cut(above, 0, { limit: frame.right, sign: -1 });
  const below = cut(right, 1, { limit: frame.top, sign: 1 });
  return cut(below, 1, { limit: frame.bottom, sign: -1 });
}

/** The points without the inner ones of stretches that lie wholly beyond one side: a straight way does the same there. */
function withoutFar({ points, boxes }: PixelLine, frame: Frame): number[] {
  const count = points.length / 2;
  const near: number[] = [];
  for (let from = 0, box = 0; from < count; from += stretch, box += 4) {
    const until = Math.min(from + stretch, count);
    const step = isOutside(boxes, box, frame) ? Math.max(1, until - 1 - from) : 1;
    for (let at = from; at < until; at += step) near.push(x(points, at), y(points, at));
  }
  return near;
}

/** Whether the box that begins at `box` in `boxes` (left, top, right, bottom) lies wholly beyond one side of a frame. */
export function isOutside(boxes: Float64Array, box: number, { left, top, right, bottom }: Frame): boolean {
  return (
    (boxes[box] ?? 0) > right ||
    (boxes[box + 1] ?? 0) > bottom ||
    (boxes[box + 2] ?? 0) < left ||
    (boxes[box + 3] ?? 0) < top
  );
}

type Side = { readonly limit: number; readonly sign: 1 | -1 };

/** What of a ring is on the inner side of a line across (`axis` 0: of a limit to x). */
function cut(ring: readonly number[], axis: 0 | 1, { limit, sign }: Side): number[] {
  const kept: number[] = [];
  const value = (at: number) => ring[at] ?? 0;
  const length = ring.length;
  for (let at = 0, before = length - 2; at < length; before = at, at += 2) {
    const from = sign * (value(before + axis) - limit);
    const to = sign * (value(at + axis) - limit);
    if (from >= 0 !== to >= 0) {
      const [p, q] = [value(before + 1 - axis), value(at + 1 - axis)];
      const crossed = p + (from / (from - to)) * (q - p);
      kept.push(axis === 0 ? limit : crossed, axis === 0 ? crossed : limit);
    }
    if (to >= 0) kept.push(value(at), value(at + 1));
  }
  return kept;
}

/** Where a step of the line enters and leaves the frame, 0 its beginning and 1 its end; `null`: it passes by. */
function partInside(points: Float64Array, at: number, frame: Frame): readonly [number, number] | null {
  // Liang and Barsky, A New Concept and Method for Line Clipping, 1984.
  const [px, py] = [x(points, at), y(points, at)];
  const [dx, dy] = [x(points, at + 1) - px, y(points, at + 1) - py];
  let [start, stop] = [0, 1];
  const sides = [-dx, px - frame.left, dx, frame.right - px, -dy, py - frame.top, dy, frame.bottom - py];
  for (let side = 0; side < sides.length; side += 2) {
    const [speed, room] = [sides[side] ?? 0, sides[side + 1] ?? 0];
    if (speed === 0) {
      if (room < 0) return null;
    } else if (speed < 0) start = Math.max(start, room / speed);
    else stop = Math.min(stop, room / speed);
  }
  return start <= stop ? [start, stop] : null;
}

function between(points: Float64Array, at: number, part: number): readonly [number, number] {
  if (part === 1) return [x(points, at + 1), y(points, at + 1)];
  const [px, py] = [x(points, at), y(points, at)];
  return [px + part * (x(points, at + 1) - px), py + part * (y(points, at + 1) - py)];
}

function x(points: Float64Array, at: number): number {
  return points[at * 2] ?? 0;
}

function y(points: Float64Array, at: number): number {
  return points[at * 2 + 1] ?? 0;
}
