import { drawAxis } from './draw-axis.ts';
import { drawGround, drawLane } from './draw-lane.ts';
import type { Shape } from './shape.ts';
import type { TimelinePicture } from './timeline-picture.ts';
import { xOf } from './timeline-view.ts';

/** Draw what is in the view: the axis, the names of the lanes, and the marks. Cost grows with what is seen alone. */
export function composeTimeline(picture: TimelinePicture): Shape[] {
  const { lanes, width, height, frame, scrolled } = picture;
  const seen = lanes.filter(
    ({ top, height: tall }) => top + tall >= scrolled && top <= scrolled + height - frame.axis,
  );
  const marksBox: Shape = {
    kind: 'clip',
    x: frame.names,
    y: frame.axis,
    width: width - frame.names,
    height: height - frame.axis,
  };
  return [
    { kind: 'rect', x: 0, y: 0, width, height, ink: 'surface' },
    { kind: 'clip', x: 0, y: frame.axis, width, height: height - frame.axis },
    ...seen.flatMap((laid) => drawGround(laid, picture, lanes.indexOf(laid) % 2 === 1)),
    marksBox,
    ...drawAxis(picture, 'grid'),
    ...seen.flatMap((laid) => drawLane(laid, picture)),
    ...drawVeils(picture),
    { kind: 'clip', x: frame.names, y: 0, width: width - frame.names, height: frame.axis },
    ...drawAxis(picture, 'words'),
  ];
}

/** Over the days that are not chosen. */
function drawVeils({ chosen, view, frame, width, height }: TimelinePicture): Shape[] {
  if (chosen === null) return [];
  const box = {
    kind: 'rect',
    y: frame.axis,
    height: height - frame.axis,
    ink: 'veil',
    opacity: 0.66,
  } as const;
  const from = chosen.first === null ? null : frame.names + xOf(view, chosen.first);
  const to = chosen.end === null ? null : frame.names + xOf(view, chosen.end);
  const shapes: Shape[] = [];
  if (from !== null && from > frame.names)
    shapes.push({ ...box, x: frame.names, width: Math.min(from, width) - frame.names });
  if (to !== null && to < width)
    shapes.push({ ...box, x: Math.max(to, frame.names), width: width - Math.max(to, frame.names) });
  for (const edge of [from, to])
    if (edge !== null && edge >= frame.names && edge <= width)
      shapes.push({
        kind: 'line',
        x1: edge,
        y1: frame.axis,
        x2: edge,
        y2: height,
        ink: 'accent',
        width: 1.5,
      });
  return shapes;
}
