import { toCsv } from '#core/exchange/csv.ts';
import { carriedKey, type MapFeature, pointsOf } from './map-feature.ts';
import { writeWkt } from './well-known-text.ts';

/** The columns that every table of ours begins with. */
const fixed = ['kind', 'id', 'name', 'from', 'until', 'latitude', 'longitude', 'wkt', 'note'] as const;

/** Write CSV: a row a feature, shapes as well-known text, a point in columns of its own too, our record at the end. */
export function writeMapTable(features: readonly MapFeature[]): string {
  const further = [...new Set(features.flatMap(({ columns }) => Object.keys(columns)))].filter(
    (key) => key !== 'kind',
  );
  const rows = features.map((feature) => {
    const { shape, columns } = feature;
    const [lon, lat] = shape?.type === 'Point' ? (pointsOf(shape)[0] ?? []) : [];
    const own: Readonly<Record<(typeof fixed)[number], string>> = {
      kind: columns.kind ?? '',
      id: feature.id,
      name: feature.name,
      from: feature.from,
      until: feature.until,
      latitude: lat?.toString() ?? '',
      longitude: lon?.toString() ?? '',
      wkt: shape === null ? '' : writeWkt(shape),
      note: feature.note,
    };
    return [
      ...fixed.map((key) => own[key]),
      ...further.map((key) => columns[key] ?? ''),
      feature.carried ?? '',
    ];
  });
  return toCsv([[...fixed, ...further, carriedKey], ...rows]);
}
