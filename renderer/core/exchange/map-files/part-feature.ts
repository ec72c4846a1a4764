import type { MapFeature, MapShape, RowProblem } from './map-feature.ts';

/** Most lines and areas of one feature that become records: a coast of a thousand islands is a layer of the map. */
export const mostParts = 1_000;

/** One shape of a feature, with the days that are its own where the file gives each shape its days. */
export type Part = { readonly shape: MapShape; readonly days?: Pick<MapFeature, 'from' | 'until'> };

type Simple = Extract<MapShape, { readonly type: 'Point' | 'LineString' | 'Polygon' }>;

/**
 * The features that one feature of several shapes comes to: one for all of its points, and one for each line and each
 * area, numbered within their kind and told as `parted`. The first one keeps the id, so that a feature whose second
 * part is drawn later is known again. A record of ours is never parted. No shape at all: the feature, unlocated.
 */
export function partFeature(
  head: Omit<MapFeature, 'shape' | 'part'>,
  parts: readonly Part[],
  problems: RowProblem[],
): MapFeature[] {
  const each = parts.flatMap(({ shape, days }) => simpleShapes(shape).map((simple) => ({ simple, days })));
  const points = each.flatMap(({ simple }) => (simple.type === 'Point' ? [simple] : []));
  const lines = each.filter(({ simple }) => simple.type === 'LineString');
  const areas = each.filter(({ simple }) => simple.type === 'Polygon');
  const [first] = parts;
  const count = Math.min(1, points.length) + lines.length + areas.length;
  if (head.carried !== null || count < 2)
    return [{ ...head, shape: (parts.length < 2 ? null : joinShapes(each)) ?? first?.shape ?? null }];
  const tell = (code: string) =>
    problems.push({ row: head.row, name: head.name, code, value: count.toString() });
  if (count > mostParts) {
    tell('too-many-parts');
    return [];
  }
  tell('parted');
  const together = joinShapes(points.map((simple) => ({ simple })));
  return [
    ...(together === null ? [] : [{ ...head, shape: together }]),
    ...[lines, areas].flatMap((kind) =>
      kind.map(({ simple, days }, at) => ({
        ...head,
        ...days,
        shape: simple,
        part: { number: kind.length === 1 ? null : at + 1, hasOwnDays: days !== undefined },
      })),
    ),
  ].map((feature, at) => ({ ...feature, id: at === 0 || head.id === '' ? head.id : `${head.id}/${at + 1}` }));
}

/** A place for each point of a feature that stands at several; other features as they are. */
export function partPoints(feature: MapFeature): MapFeature[] {
  const { shape, id } = feature;
  if (shape?.type !== 'MultiPoint' || shape.coordinates.length < 2) return [feature];
  return shape.coordinates.map((coordinates, at) => ({
    ...feature,
    id: at === 0 || id === '' ? id : `${id}#${at}`,
    shape: { type: 'Point', coordinates },
    part: { number: at + 1, hasOwnDays: false },
  }));
}

function simpleShapes(shape: MapShape): Simple[] {
  switch (shape.type) {
    case 'MultiPoint':
      return shape.coordinates.map((coordinates) => ({ type: 'Point', coordinates }));
    case 'MultiLineString':
      return shape.coordinates.map((coordinates) => ({ type: 'LineString', coordinates }));
    case 'MultiPolygon':
      return shape.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }));
    default:
      return [shape];
  }
}

/** Several of one kind as one shape; `null`: they are of several kinds, or none. */
function joinShapes(each: readonly { readonly simple: Simple }[]): MapShape | null {
  const shapes = each.map(({ simple }) => simple);
  const [first] = shapes;
  if (first === undefined || shapes.length === 1) return first ?? null;
  if (shapes.every((shape) => shape.type === 'Point'))
    return { type: 'MultiPoint', coordinates: shapes.map(({ coordinates }) => coordinates) };
  if (shapes.every((shape) => shape.type === 'LineString'))
    return { type: 'MultiLineString', coordinates: shapes.map(({ coordinates }) => coordinates) };
  if (shapes.every((shape) => shape.type === 'Polygon'))
    return { type: 'MultiPolygon', coordinates: shapes.map(({ coordinates }) => coordinates) };
  return null;
}
