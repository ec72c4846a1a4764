import { drawMark } from './draw-mark.ts';
import { type LaidLane, within } from './lay-out-lanes.ts';
import type { Shape } from './shape.ts';
import { fitWords, type TimelinePicture } from './timeline-picture.ts';

/** The band of a lane with its name and how many marks it has. */
export function drawGround(
  { lane, top, height }: LaidLane,
  picture: TimelinePicture,
  isBand: boolean,
): Shape[] {
  const { width, frame, scrolled } = picture;
  const y = frame.axis + top - scrolled;
  const line: Shape = {
    kind: 'line',
    x1: 0,
    y1: y + height,
    x2: width,
    y2: y + height,
    ink: 'line',
    width: 1,
  };
  const band: Shape[] = isBand ? [{ kind: 'rect', x: 0, y, width, height, ink: 'band' }] : [];
  return [...band, line, ...(frame.names === 0 ? [] : drawName(lane, y, height, picture))];
}

/** In one line, or in two where the lane is high enough; it stays in sight while any of its lane is. */
function drawName(lane: LaidLane['lane'], y: number, height: number, picture: TimelinePicture): Shape[] {
  const { frame, words, metrics } = picture;
  const letter = frame.letter;
  const room = frame.names - 2 * letter;
  const count = words.count(lane.marks.length);
  const style = { words, size: letter, isStrong: true };
  const name = { kind: 'words', x: letter, ink: 'words', size: letter, isStrong: true } as const;
  const counted = { kind: 'words', text: count, ink: 'soft', size: letter } as const;
  if (height < 3.4 * letter + metrics.padding) {
    const text = fitWords(lane.title, room - words.measure(count, letter, false) - letter, style);
    const after = letter * 1.6 + words.measure(text, letter, true);
    const middle = y + height / 2;
    return [
      { ...name, text, y: middle },
      { ...counted, x: after, y: middle },
    ];
  }
  const top = Math.min(Math.max(y, frame.axis), y + height - 3.4 * letter) + metrics.padding + letter * 0.7;
  return [
    { ...name, text: fitWords(lane.title, room, style), y: top },
    { ...counted, x: letter, y: top + 1.4 * letter },
  ];
}

/** The marks of a lane that are in the view, and its crowds. */
export function drawLane(laid: LaidLane, picture: TimelinePicture): Shape[] {
  const { view, frame, metrics, scrolled, width } = picture;
  // From day 0 to the edge of the lanes' names.
  const offset = frame.names - view.start * view.dayWidth;
  const top = frame.axis + laid.top - scrolled + metrics.padding;
  const [left, right] = [frame.names - offset - metrics.title, width - offset];
  const shapes = laid.rows.flatMap((row, at) => {
    const y = top + (at + 0.5) * metrics.row;
    const seen = within(row, left, right);
    return seen.flatMap((placed, index) => {
      const next = seen[index + 1];
      return drawMark(placed, { picture, offset, y, room: next?.from ?? right + metrics.title });
    });
  });
  return [
    ...shapes,
    ...drawCrowds(laid, picture, { offset, y: top + (laid.rows.length + 0.5) * metrics.row }),
  ];
}

type Place = { readonly offset: number; readonly y: number };

/** The fuller a crowd is beside the others of its lane, the stronger. */
function drawCrowds({ crowds }: LaidLane, picture: TimelinePicture, { offset, y }: Place): Shape[] {
  const { frame, metrics, width } = picture;
  const most = Math.max(1, ...crowds.map(({ marks }) => marks.length));
  return within(crowds, frame.names - offset, width - offset).flatMap(({ from, to, marks }): Shape[] => [
    {
      kind: 'rect',
      x: from + offset + 1,
      y: y - metrics.row * 0.42,
      width: to - from - 2,
      height: metrics.row * 0.84,
      ink: 'accent',
      opacity: 0.18 + (0.42 * marks.length) / most,
      radius: 4,
    },
    {
      kind: 'words',
      x: (from + to) / 2 + offset,
      y,
      text: `+${marks.length}`,
      ink: 'words',
      size: frame.letter * 0.9,
      isStrong: true,
      anchor: 'middle',
    },
  ]);
}
