import { plural, t as say } from '@lingui/core/macro';
import { type MapPoint, type PointKind, pointKinds } from '#core/picture/map-point.ts';
import { kindName } from '#ui/kind-words.ts';

/** How many there are of a kind, in the language the screen is in. */
export function countWords(kind: PointKind, count: number): string {
  switch (kind) {
    case 'mention':
      return plural(count, { one: '# passage', other: '# passages' });
    case 'event':
      return plural(count, { one: '# event', other: '# events' });
    case 'highlight':
      return plural(count, { one: '# highlight', other: '# highlights' });
    case 'article':
      return plural(count, { one: '# article', other: '# articles' });
    case 'track':
      return plural(count, { one: '# waypoint', other: '# waypoints' });
    case 'area':
      return plural(count, { one: '# area', other: '# areas' });
    default:
      return plural(count, { one: '# suggested place', other: '# suggested places' });
  }
}

/** How exactly a point is known. */
export function precisionName(precision: MapPoint['precision']): string {
  if (precision === 'exact') return say`exact`;
  return precision === 'near' ? say`approximate` : say`an area`;
}

const longestTitle = 90;

/** What is said of a single thing, or of several drawn as one. */
export function describePoints(points: readonly MapPoint[]): string {
  const [first] = points;
  if (first === undefined) return '';
  const places = new Set(points.map(({ placeName }) => placeName));
  const at = placesWords(first.placeName, places.size - 1);
  if (points.length === 1) return describeOne(first);
  const counts = pointKinds.flatMap((kind) => {
    const count = points.filter((point) => point.kind === kind).length;
    return count === 0 ? [] : [countWords(kind, count)];
  });
  return [at, ...counts].join(' · ');
}

function placesWords(name: string, others: number): string {
  if (others === 0) return name;
  return plural(others, { one: `${name} and # other place`, other: `${name} and # other places` });
}

function describeOne({ kind, item, placeName, precision }: MapPoint): string {
  const title = item === null || item.title === placeName ? '' : shorten(item.title);
  return [kindName(kind), title, placeName, precisionName(precision)].filter(Boolean).join(' · ');
}

function shorten(title: string): string {
  const line = title.replaceAll(/\s+/g, ' ').trim();
  return line.length <= longestTitle ? line : `${line.slice(0, longestTitle - 1)}…`;
}
