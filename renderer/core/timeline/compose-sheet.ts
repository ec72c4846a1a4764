import type { ItemKind } from '#core/picture/picture-item.ts';
import { composeTimeline } from './compose-timeline.ts';
import { drawSign } from './draw-sign.ts';
import type { Shape } from './shape.ts';
import type { TimelinePicture } from './timeline-picture.ts';

/** What stands around a timeline in a file. */
export type Sheet = {
  readonly title: string;
  /** By what it is narrowed, what has no date, when it was made; empty lines are left out. */
  readonly notes: readonly string[];
  readonly legend: readonly { readonly kind: ItemKind; readonly label: string }[];
};

/** A timeline with its title, its legend and what is to be known of it, to be kept as a picture. */
export function composeSheet(
  picture: TimelinePicture,
  { title, notes, legend }: Sheet,
): { readonly shapes: readonly Shape[]; readonly width: number; readonly height: number } {
  const { letter } = picture.frame;
  const { width } = picture;
  const head = 4.6 * letter;
  const lines = notes.filter((note) => note !== '');
  const height = head + picture.height + (lines.length + 1) * 1.6 * letter;
  const shapes: Shape[] = [
    { kind: 'rect', x: 0, y: 0, width, height, ink: 'surface' },
    {
      kind: 'words',
      x: letter,
      y: 1.5 * letter,
      text: title,
      ink: 'words',
      size: 1.4 * letter,
      isStrong: true,
    },
  ];
  let x = letter;
  for (const { kind, label } of legend) {
    shapes.push(drawSign({ kind, x: x + letter / 2, y: 3.5 * letter, size: letter * 0.9, isSure: true }));
    shapes.push({
      kind: 'words',
      x: x + 1.4 * letter,
      y: 3.5 * letter,
      text: label,
      ink: 'words',
      size: letter,
    });
    x += 2.8 * letter + picture.words.measure(label, letter, false);
  }
  const below = head + picture.height;
  const notesDrawn = lines.map(
    (text, at): Shape => ({
      kind: 'words',
      x: letter,
      y: below + (at + 1) * 1.6 * letter,
      text,
      ink: 'soft',
      size: letter * 0.95,
    }),
  );
  return {
    width,
    height,
    shapes: [
      ...shapes,
      ...notesDrawn,
      { kind: 'clip', x: 0, y: head, width, height: picture.height },
      ...composeTimeline(picture).map((shape) => moveDown(shape, head)),
    ],
  };
}

function moveDown(shape: Shape, by: number): Shape {
  if (shape.kind === 'line') return { ...shape, y1: shape.y1 + by, y2: shape.y2 + by };
  if (shape.kind === 'polygon') return { ...shape, points: shape.points.map(([x, y]) => [x, y + by]) };
  return { ...shape, y: shape.y + by };
}
