import { useLingui } from '@lingui/react/macro';
import type { MapFormat } from '#core/exchange/map-files/write-map-file.ts';

/** What the formats of map files are called, and what they are good for. */
export function useFormatWords(): Readonly<
  Record<MapFormat, { readonly name: string; readonly use: string }>
> {
  const { t } = useLingui();
  return {
    geojson: { name: t`GeoJSON`, use: t`For QGIS and web maps; comes back whole, unlocated things too.` },
    kml: { name: t`KML`, use: t`For Google Earth and QGIS, with times; comes back whole.` },
    gpx: {
      name: t`GPX`,
      use: t`For GPS receivers: points and lines. Areas go out as their edges, unlocated things in the file’s head; comes back whole.`,
    },
    csv: {
      name: t`Table (CSV)`,
      use: t`For spreadsheets: a row each, shapes as well-known text; comes back whole.`,
    },
    acled: {
      name: t`Events in ACLED’s columns (CSV)`,
      use: t`Your events beside ACLED’s. One row an event, at its first place; deaths as one figure.`,
    },
    ucdp: {
      name: t`Events in UCDP GED’s columns (CSV)`,
      use: t`Your events beside UCDP’s. One row an event, at its first place; the type of violence is left empty.`,
    },
  };
}
