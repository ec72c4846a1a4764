import type { Lane } from './lanes.ts';
import type { DaySpan, TimelineMark } from './timeline-mark.ts';

/** Lengths in pixels at the text size in use. */
export type Metrics = {
  /** Of the sign that stands for a day. */
  readonly sign: number;
  readonly row: number;
  /** Above and below the rows of a lane. */
  readonly padding: number;
  /** Most of a title that is kept free for it. */
  readonly title: number;
  /** Of a group of marks that have no room. */
  readonly crowd: number;
};

/** The lengths at a text size; 1: as designed. */
export function metricsAt(scale: number): Metrics {
  return { sign: 11 * scale, row: 25 * scale, padding: 7 * scale, title: 190 * scale, crowd: 34 * scale };
}

/** A mark in its row. Pixels from day 0, whatever is in the view. */
export type PlacedMark = {
  readonly mark: TimelineMark;
  /** Of the mark itself. */
  readonly left: number;
  readonly right: number;
  /** Of the mark with its line to the publication. */
  readonly from: number;
  readonly to: number;
};

/** Marks too close to each other to be drawn one by one at this zoom. */
export type Crowd = {
  readonly from: number;
  readonly to: number;
  readonly marks: readonly TimelineMark[];
};

/** A lane with its marks in rows. */
export type LaidLane = {
  readonly lane: Lane;
  /** Pixels from the top of the first lane. */
  readonly top: number;
  readonly height: number;
  /** In each row marks follow each other from left to right and don't touch. */
  readonly rows: readonly (readonly PlacedMark[])[];
  /** In the row below them, from left to right. */
  readonly crowds: readonly Crowd[];
};

export type LayoutOptions = {
  readonly dayWidth: number;
  readonly metrics: Metrics;
  /** Whether the lines to the publication are drawn. */
  readonly hasLag: boolean;
  /** Pixels the words beside a mark and its line take; left out: none are kept free. */
  readonly roomOf?: (mark: TimelineMark) => WordRoom;
};

/** Pixels kept free for words. */
export type WordRoom = {
  /** Behind the mark, for its title. */
  readonly title: number;
  /** Behind the end of its line, for how long that is. */
  readonly lag: number;
};

const noWords: WordRoom = { title: 0, lag: 0 };

/** Rows a lane may have; what does not fit into them is drawn as crowds. */
const mostRows = 12;
/** Beyond so many marks a lane keeps no room for titles. */
const mostTitled = 150;

/** Lay lanes out below each other at a zoom: every mark is in a row or in a crowd. The view may then move for free. */
export function layOutLanes(lanes: readonly Lane[], options: LayoutOptions): LaidLane[] {
  let top = 0;
  return lanes.map((lane) => {
    const packed = packLane(lane, options);
    const rows = Math.max(1, packed.rows.length + (packed.crowds.length > 0 ? 1 : 0));
    const height = rows * options.metrics.row + 2 * options.metrics.padding;
    const laid = { lane, top, height, ...packed };
    top += height;
    return laid;
  });
}

type Packed = Pick<LaidLane, 'rows' | 'crowds'>;

function packLane({ marks }: Lane, options: LayoutOptions): Packed {
  if (options.roomOf !== undefined && marks.length <= mostTitled) {
    const titled = packRows(marks, options, options.roomOf);
    if (titled.crowds.length === 0) return titled;
  }
  return packRows(marks, options, () => noWords);
}

function packRows(
  marks: readonly TimelineMark[],
  options: LayoutOptions,
  roomOf: (mark: TimelineMark) => WordRoom,
): Packed {
  const gap = options.metrics.sign / 2;
  const placed = marks.map((mark) => place(mark, options)).sort((a, b) => a.from - b.from);
  const rows: PlacedMark[][] = [];
  /** Where each row is free again. */
  const free: number[] = [];
  const left: PlacedMark[] = [];
  for (const one of placed) {
    const known = free.findIndex((from) => from <= one.from);
    const at = known === -1 ? rows.length : known;
    if (at >= mostRows) {
      left.push(one);
      continue;
    }
    const row = rows[at] ?? [];
    row.push(one);
    rows[at] = row;
    const room = roomOf(one.mark);
    free[at] = Math.max(one.to, one.right + room.title) + room.lag + gap;
  }
  return { rows, crowds: gather(left, options.metrics.crowd) };
}

/** Marks without a row, by where they begin. */
function gather(left: readonly PlacedMark[], width: number): Crowd[] {
  const bins = new Map<number, TimelineMark[]>();
  for (const { left: from, mark } of left) {
    const bin = Math.floor(from / width);
    const known = bins.get(bin);
    if (known === undefined) bins.set(bin, [mark]);
    else known.push(mark);
  }
  return [...bins]
    .sort(([a], [b]) => a - b)
    .map(([bin, marks]) => ({ from: bin * width, to: (bin + 1) * width, marks }));
}

function place(mark: TimelineMark, { dayWidth, metrics, hasLag }: LayoutOptions): PlacedMark {
  const { left, right } = pixelsOf(mark.span, dayWidth, metrics);
  if (!hasLag || mark.far === null) return { mark, left, right, from: left, to: right };
  const far = pixelsOf(mark.far, dayWidth, { ...metrics, sign: metrics.sign / 2 });
  return { mark, left, right, from: Math.min(left, far.left), to: Math.max(right, far.right) };
}

/** Never narrower than a sign, which then stands at the middle of its days; an open end goes on a little. */
export function pixelsOf(
  { first, end, opensBefore, opensAfter }: DaySpan,
  dayWidth: number,
  { sign }: Pick<Metrics, 'sign'>,
): { left: number; right: number } {
  const from = first * dayWidth;
  const to = end * dayWidth;
  const middle = (from + to) / 2;
  const left = Math.min(from, middle - sign / 2);
  const right = Math.max(to, middle + sign / 2);
  const open = 3 * sign;
  return { left: opensBefore ? left - open : left, right: opensAfter ? right + open : right };
}

/** The marks of a row, or the crowds, that reach into the pixels from `left` to `right`. */
export function within<Part extends { readonly from: number; readonly to: number }>(
  parts: readonly Part[],
  left: number,
  right: number,
): readonly Part[] {
  const begin = firstWhere(parts, ({ to }) => to >= left);
  const end = firstWhere(parts, ({ from }) => from > right);
  return parts.slice(begin, end);
}

/** By halving: `holds` is false for all up to an index, and true from it on. */
function firstWhere<Part>(parts: readonly Part[], holds: (part: Part) => boolean): number {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const part = parts[middle];
    if (part !== undefined && holds(part)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What is drawn at a point: `x` from day 0, `y` from the top of the first lane. */
export type LaneHit =
  | { readonly kind: 'mark'; readonly placed: PlacedMark; readonly laid: LaidLane }
  | { readonly kind: 'crowd'; readonly crowd: Crowd; readonly laid: LaidLane };

/** What is drawn at a point; `null`: nothing. A mark can be hit a little beside it, and on its line. */
export function hitLanes(
  lanes: readonly LaidLane[],
  { x, y }: { readonly x: number; readonly y: number },
  { row, padding, sign }: Metrics,
): LaneHit | null {
  const laid = lanes[firstWhere(lanes, ({ top, height }) => top + height > y)];
  if (laid === undefined || y < laid.top) return null;
  const at = Math.floor((y - laid.top - padding) / row);
  const slack = sign / 4;
  const [crowd] = at === laid.rows.length ? within(laid.crowds, x, x) : [];
  if (crowd !== undefined) return { kind: 'crowd', crowd, laid };
  const near = within(laid.rows[at] ?? [], x - slack, x + slack);
  const [first] = near;
  const placed = near.find(({ left, right }) => x >= left - slack && x <= right + slack) ?? first;
  return placed === undefined ? null : { kind: 'mark', placed, laid };
}
