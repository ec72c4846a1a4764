import { eventsToAcled } from '#core/events/events-to-acled.ts';
import { eventsToUcdp } from '#core/events/events-to-ucdp.ts';
import { toCsv } from '#core/exchange/csv.ts';
import type { Place } from '#core/geo/place.ts';
import type { MapRecord } from './map-feature.ts';
import { type MapContext, toGazetteerFeatures, toMapFeatures } from './to-map-features.ts';
import { writeGeoJson } from './write-geojson.ts';
import { writeGpx } from './write-gpx.ts';
import { writeKml } from './write-kml.ts';
import { writeMapTable } from './write-map-table.ts';

/** The formats that map files are written in; the last two hold events alone. */
export const mapFormats = ['geojson', 'kml', 'gpx', 'csv', 'acled', 'ucdp'] as const;

export type MapFormat = (typeof mapFormats)[number];

export type MapWriting = {
  readonly format: MapFormat;
  /** Of the case. */
  readonly name: string;
  readonly records: readonly MapRecord[];
  /** Places of the program's gazetteer that go along, to be drawn. */
  readonly gazetteer: readonly Place[];
  readonly context: MapContext;
};

/** Write records as a file of `format`. */
export function writeMapFile({ format, name, records, gazetteer, context }: MapWriting): string {
  if (format === 'acled' || format === 'ucdp') {
    const events = records.flatMap((one) => (one.table === 'events' ? [one.record] : []));
    if (format === 'ucdp') return toCsv(eventsToUcdp(events, context.articles));
    return toCsv(eventsToAcled(events, context.articles));
  }
  const features = [...toMapFeatures(records, context), ...toGazetteerFeatures(gazetteer)];
  if (format === 'geojson') return writeGeoJson(features);
  if (format === 'kml') return writeKml(name, features);
  return format === 'gpx' ? writeGpx(name, features) : writeMapTable(features);
}
