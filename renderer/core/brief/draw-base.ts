import { type Box, clipLine, clipRing, type Point, ringArea, ringCentre, thin } from './clip-shape.ts';
import type { BaseShape, MapBase } from './map-base.ts';
import type { FigureMark, Projection } from './map-figure.ts';

/** Pixels between kept points of a shape. */
const fineness = 0.7;
/** Square pixels of a country in view that make room for its name. */
const roomForName = 9_000;

/** Draw what of the base lies in `frame`: land, waters, lines of provinces and countries, names of countries. */
export function drawBase(base: MapBase, project: Projection, frame: Box): FigureMark[] {
  const roomy = {
    left: frame.left - 4,
    top: frame.top - 4,
    right: frame.right + 4,
    bottom: frame.bottom + 4,
  };
  const areas = (shapes: readonly BaseShape[]) =>
    shapes.map((shape) =>
      shape.polygons.flatMap((rings) =>
        rings
          .map((ring) => thin(clipRing(ring.map(project), roomy), fineness))
          .filter((ring) => ring.length > 2),
      ),
    );
  const lines = (shapes: readonly BaseShape[]) =>
    shapes.flatMap((shape) =>
      shape.lines.flatMap((line) => clipLine(line.map(project), roomy).map((part) => thin(part, fineness))),
    );
  const land = areas(base.countries);
  return [
    path(land.flat(), true, { fill: '#f7f4ea', stroke: 'none', strokeWidth: 0, dash: '' }),
    path(lines(base.rivers), false, { fill: 'none', stroke: '#9fc3d6', strokeWidth: 1, dash: '' }),
    path(areas(base.lakes).flat(), true, { fill: '#cfe3ee', stroke: '#9fc3d6', strokeWidth: 0.6, dash: '' }),
    path(lines(base.provinces), false, { fill: 'none', stroke: '#c9c3b0', strokeWidth: 0.8, dash: '3 2' }),
    path(lines(base.borders), false, { fill: 'none', stroke: '#8a8474', strokeWidth: 1.4, dash: '' }),
    ...base.countries.flatMap((country, index) => countryName(country.name, land[index] ?? [], frame)),
  ].filter((mark) => mark.kind !== 'path' || mark.d !== '');
}

function countryName(name: string, rings: readonly Point[][], frame: Box): FigureMark[] {
  const largest = [...rings].sort((a, b) => ringArea(b) - ringArea(a))[0];
  if (name === '' || largest === undefined || ringArea(largest) < roomForName) return [];
  const [x, y] = ringCentre(largest);
  const half = name.length * 6;
  // Where a bent country's centre or a long name falls off the map, no name is better than half of one.
  if (x - half < frame.left || x + half > frame.right || !isInside([x, y], largest)) return [];
  return [
    {
      kind: 'text',
      x: Math.round(x),
      y: Math.round(y),
      text: name.toUpperCase(),
      size: 12.5,
      fill: '#8f8975',
      anchor: 'middle',
      isBold: false,
      halo: false,
    },
  ];
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
