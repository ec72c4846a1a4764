import { drawSign } from './draw-sign.ts';
import { type PlacedMark, pixelsOf } from './lay-out-lanes.ts';
import type { Shape } from './shape.ts';
import type { DaySpan } from './timeline-mark.ts';
import { fitWords, type TimelinePicture } from './timeline-picture.ts';

type Where = {
  readonly picture: TimelinePicture;
  /** From day 0 to the picture's left edge. */
  readonly offset: number;
  /** Of the middle of the row. */
  readonly y: number;
  /** Where the next mark of the row begins, from day 0. */
  readonly room: number;
};

/** A mark with the line to its publication, and its words where they have room. */
export function drawMark(placed: PlacedMark, where: Where): Shape[] {
  const { picture, offset } = where;
  const left = placed.left + offset;
  const right = placed.right + offset;
  const { span, item } = placed.mark;
  const shapes: Shape[] = [];
  if (placed.mark === picture.lit) shapes.push(drawGlow(left, right, where));
  shapes.push(...drawLag(placed, where));
  const isBar = right - left > 1.6 * picture.metrics.sign;
  if (isBar) shapes.push(drawBar(placed, where));
  shapes.push(
    drawSign({
      kind: item.kind,
      x: signAt(left, right, { span, sign: picture.metrics.sign }),
      y: where.y,
      size: picture.metrics.sign,
      isSure: span.isSure,
    }),
  );
  shapes.push(...drawWords(placed, where));
  return shapes;
}

/** In the middle; of a long stretch at the end that is known. */
function signAt(
  left: number,
  right: number,
  { span, sign }: { readonly span: DaySpan; readonly sign: number },
): number {
  if (right - left < 6 * sign && !span.opensBefore && !span.opensAfter) return (left + right) / 2;
  return span.opensBefore ? right - sign : left + sign;
}

function drawGlow(left: number, right: number, { picture: { metrics }, y }: Where): Shape {
  const around = metrics.sign * 0.6;
  return {
    kind: 'rect',
    x: left - around,
    y: y - metrics.sign / 2 - around,
    width: right - left + 2 * around,
    height: metrics.sign + 2 * around,
    ink: 'accent',
    opacity: 0.35,
    radius: around,
  };
}

/** A stretch of days; its ends fade where they are open, or inferred. */
function drawBar({ mark: { span, item }, left, right }: PlacedMark, { picture, offset, y }: Where): Shape {
  const { sign } = picture.metrics;
  const soft = Math.min(1.4 * sign, (right - left) / 2.5);
  const open = Math.min(3 * sign, right - left);
  const fadeOf = (isOpen: boolean, isSure: boolean) => (isOpen ? open : isSure ? 0 : soft);
  return {
    kind: 'rect',
    x: left + offset,
    y: y - sign * 0.42,
    width: right - left,
    height: sign * 0.84,
    ink: item.kind,
    radius: 3,
    opacity: span.isSure ? 0.6 : 0.5,
    fadeLeft: fadeOf(span.opensBefore, span.isSure),
    fadeRight: fadeOf(span.opensAfter, span.isSure),
  };
}

/** The thin line from when it happened to when it was published, with a foot at that day. */
function drawLag({ mark, left, right }: PlacedMark, { picture, offset, y }: Where): Shape[] {
  const { hasLag, metrics, view } = picture;
  if (!hasLag || mark.far === null) return [];
  const far = pixelsOf(mark.far, view.dayWidth, { sign: metrics.sign / 2 });
  const foot = y + metrics.sign * 0.78;
  const [near, end] = farEnds(mark.far, far, { left, right });
  return [
    {
      kind: 'line',
      x1: near + offset,
      y1: foot,
      x2: end + offset,
      y2: foot,
      ink: 'soft',
      width: 1,
      isDashed: !mark.far.isSure || mark.far.opensAfter || mark.far.opensBefore,
    },
    {
      kind: 'line',
      x1: end + offset,
      y1: foot - metrics.sign * 0.5,
      x2: end + offset,
      y2: foot + 1,
      ink: 'soft',
      width: 1.5,
    },
  ];
}

/** From the nearer edge of the mark to the day the other date begins; a date before the mark is on its left. */
function farEnds(
  far: DaySpan,
  { left: first, right: last }: { readonly left: number; readonly right: number },
  { left, right }: { readonly left: number; readonly right: number },
): readonly [number, number] {
  const middle = (first + last) / 2;
  const end = far.opensAfter ? first : middle;
  return middle >= (left + right) / 2 ? [Math.min((left + right) / 2, end), end] : [(left + right) / 2, end];
}

/** The title behind the mark, and how long it took behind the line and the title, as far as there is room. */
function drawWords({ mark, right, to }: PlacedMark, { picture, offset, y, room }: Where): Shape[] {
  const { metrics, frame, words, hasLag } = picture;
  const size = frame.letter * 0.94;
  const gap = metrics.sign * 0.45;
  const begin = right + gap;
  const text = fitWords(mark.item.title, Math.min(metrics.title, room - begin), {
    words,
    size,
    isStrong: false,
  });
  const end = text === '' ? right : begin + words.measure(text, size, false);
  const shapes: Shape[] =
    text === ''
      ? []
      : [{ kind: 'words', x: begin + offset, y: y - metrics.sign * 0.1, text, ink: 'words', size }];
  if (!hasLag || mark.far === null || mark.lag === null) return shapes;
  const lag = words.lag(mark.lag);
  const small = frame.letter * 0.86;
  const behind = Math.max(to, end) + gap;
  if (behind + words.measure(lag, small, false) > room) return shapes;
  return [
    ...shapes,
    { kind: 'words', x: behind + offset, y: y + metrics.sign * 0.2, text: lag, ink: 'soft', size: small },
  ];
}
