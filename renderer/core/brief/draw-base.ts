import { type Box, clipLine, clipRing, type Point, ringArea, ringCentre, thin } from './clip-shape.ts';
import type { BaseShape, MapBase } from './map-base.ts';
import type { FigureMark, Projection } from './map-figure.ts';
import { touches } from './place-labels.ts';

/** Pixels between kept points of a shape. */
const fineness = 0.7;
/** Square pixels of a country in view that make room for its name. */
const roomForName = 9_000;
const nameSize = 12.5;

/** Draw what of the base lies in `frame`: land, waters, lines of provinces and countries. */
export function drawBase(base: MapBase, project: Projection, frame: Box): FigureMark[] {
  const roomy = {
    left: frame.left - 4,
    top: frame.top - 4,
    right: frame.right + 4,
    bottom: frame.bottom + 4,
  };
  const areas = (shapes: readonly BaseShape[]) => shapes.flatMap((shape) => ringsIn(shape, project, roomy));
  const lines = (shapes: readonly BaseShape[]) =>
    shapes.flatMap((shape) =>
      shape.lines.flatMap((line) => clipLine(line.map(project), roomy).map((part) => thin(part, fineness))),
    );
  return [
    path(areas(base.countries), true, { fill: '#f7f4ea', stroke: 'none', strokeWidth: 0, dash: '' }),
    path(lines(base.rivers), false, { fill: 'none', stroke: '#9fc3d6', strokeWidth: 1, dash: '' }),
    path(areas(base.lakes), true, { fill: '#cfe3ee', stroke: '#9fc3d6', strokeWidth: 0.6, dash: '' }),
    path(lines(base.provinces), false, { fill: 'none', stroke: '#c9c3b0', strokeWidth: 0.8, dash: '3 2' }),
    path(lines(base.borders), false, { fill: 'none', stroke: '#8a8474', strokeWidth: 1.4, dash: '' }),
  ].filter((mark) => mark.kind !== 'path' || mark.d !== '');
}

/** Names of the countries that have room in `frame`; one that would touch a box of `taken` is left out. */
export function nameCountries(
  base: MapBase,
  project: Projection,
  { frame, taken }: { readonly frame: Box; readonly taken: readonly (Box | null)[] },
): FigureMark[] {
  return base.countries.flatMap((country) => {
    const rings = ringsIn(country, project, frame);
    const [largest] = rings.sort((a, b) => ringArea(b) - ringArea(a));
    if (country.name === '' || largest === undefined || ringArea(largest) < roomForName) return [];
    const [x, y] = ringCentre(largest);
    const half = country.name.length * 5 + 4;
    const box = { left: x - half, right: x + half, top: y - nameSize, bottom: y + nameSize / 2 };
    // Where a bent country's centre or a long name falls off the map, no name is better than half of one.
    if (box.left < frame.left || box.right > frame.right || !isInside([x, y], largest)) return [];
    if (taken.some((other) => other !== null && touches(box, other))) return [];
    return [
      {
        kind: 'text',
        x: Math.round(x),
        y: Math.round(y),
        text: country.name.toUpperCase(),
        size: nameSize,
        fill: '#767059',
        anchor: 'middle',
        isBold: false,
        halo: false,
      },
    ];
  });
}

function ringsIn(shape: BaseShape, project: Projection, box: Box): Point[][] {
  return shape.polygons.flatMap((rings) =>
    rings.map((ring) => thin(clipRing(ring.map(project), box), fineness)).filter((ring) => ring.length > 2),
  );
}

/** Whether a point lies in a ring: a ray to the right crosses its edge an odd number of times. */
function isInside([x, y]: Point, ring: readonly Point[]): boolean {
  let inside = false;
  for (const [index, [x0, y0]] of ring.entries()) {
    const [x1, y1] = ring[(index + 1) % ring.length] ?? [x0, y0];
    if (y0 > y !== y1 > y && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0) inside = !inside;
  }
  return inside;
}

function path(
  parts: readonly (readonly Point[])[],
  isClosed: boolean,
  look: { fill: string; stroke: string; strokeWidth: number; dash: string },
): FigureMark {
  const d = parts
    .map((part) => `M${part.map(([x, y]) => `${tenth(x)} ${tenth(y)}`).join('L')}${isClosed ? 'Z' : ''}`)
    .join('');
  return { kind: 'path', d, ...look };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
