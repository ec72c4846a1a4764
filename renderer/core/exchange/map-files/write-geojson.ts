import { carriedKey, type MapFeature } from './map-feature.ts';

/** Write GeoJSON (RFC 7946, WGS 84), a feature a line. Unlocated things have no geometry, which the format allows. */
export function writeGeoJson(features: readonly MapFeature[]): string {
  const lines = features.map(({ id, name, note, shape, from, until, columns, carried }) =>
    JSON.stringify({
      type: 'Feature',
      id,
      geometry: shape,
      properties: {
        name,
        ...(note === '' ? {} : { note }),
        ...(from === '' ? {} : { from }),
        ...(until === '' ? {} : { until }),
        ...columns,
        // A string: other programs keep what they do not understand only when it is flat.
        ...(carried === null ? {} : { [carriedKey]: carried }),
      },
    }),
  );
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`;
}
