import type { Shape } from './shape.ts';
import { type AxisPart, divideAxis } from './time-axis.ts';
import type { TimelinePicture } from './timeline-picture.ts';
import { xOf } from './timeline-view.ts';

/** The axis: its lines through the lanes, or its words above them. */
export function drawAxis(picture: TimelinePicture, part: 'grid' | 'words'): Shape[] {
  const { view, width, frame, chosen } = picture;
  const axis = divideAxis(view, width - frame.names, frame.letter / 12);
  if (part === 'grid')
    return [
      ...axis.fine.map((one) => drawTick(one, picture, 1)),
      ...axis.coarse.map((one) => drawTick(one, picture, 2)),
    ];
  const base = frame.axis;
  const hasTwo = axis.coarse.length > 0;
  const shapes: Shape[] = [];
  if (chosen !== null) {
    const from =
      chosen.first === null ? frame.names : Math.max(frame.names, frame.names + xOf(view, chosen.first));
    const to = chosen.end === null ? width : Math.min(width, frame.names + xOf(view, chosen.end));
    if (to > from)
      shapes.push({
        kind: 'rect',
        x: from,
        y: base / 2,
        width: to - from,
        height: base / 2,
        ink: 'accent',
        opacity: 0.28,
      });
  }
  for (const one of axis.coarse) shapes.push(...drawCoarse(one, picture));
  for (const one of axis.fine) shapes.push(...drawFine(one, picture, hasTwo ? 0.74 : 0.5));
  shapes.push({ kind: 'line', x1: 0, y1: base, x2: width, y2: base, ink: 'line', width: 1 });
  return shapes;
}

function drawTick({ first }: AxisPart, { view, frame, height }: TimelinePicture, weight: number): Shape {
  const x = frame.names + xOf(view, first);
  return { kind: 'line', x1: x, y1: frame.axis, x2: x, y2: height, ink: 'line', width: weight };
}

/** Its words stay in sight while any of it is. */
function drawCoarse(part: AxisPart, { view, frame, words, width }: TimelinePicture): Shape[] {
  const from = frame.names + xOf(view, part.first);
  const to = frame.names + xOf(view, part.end);
  const text = words.axis(part, true);
  const room = words.measure(text, frame.letter, true);
  const tick: Shape = { kind: 'line', x1: from, y1: 0, x2: from, y2: frame.axis, ink: 'line', width: 2 };
  const [left, right] = [Math.max(from, frame.names), Math.min(to, width)];
  if (right - left < room + frame.letter) return [tick];
  return [
    tick,
    {
      kind: 'words',
      x: left + frame.letter / 2,
      y: frame.axis * 0.27,
      text,
      ink: 'words',
      size: frame.letter,
      isStrong: true,
    },
  ];
}

function drawFine(part: AxisPart, { view, frame, words, width }: TimelinePicture, height: number): Shape[] {
  const from = frame.names + xOf(view, part.first);
  const to = frame.names + xOf(view, part.end);
  const text = words.axis(part, false);
  const size = frame.letter * 0.92;
  const tick: Shape = {
    kind: 'line',
    x1: from,
    y1: frame.axis * 0.55,
    x2: from,
    y2: frame.axis,
    ink: 'line',
    width: 1,
  };
  // In the middle of what is seen of it.
  const [left, right] = [Math.max(from, frame.names), Math.min(to, width)];
  if (words.measure(text, size, false) > right - left - 4) return [tick];
  return [
    tick,
    {
      kind: 'words',
      x: (left + right) / 2,
      y: frame.axis * height,
      text,
      ink: 'soft',
      size,
      anchor: 'middle',
    },
  ];
}
