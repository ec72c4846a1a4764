import type { MapLayerId } from '#core/ids.ts';

/** The forms of file the analyst may lay over or under the map. */
export const layerForms = ['pmtiles', 'mbtiles', 'geojson', 'kml', 'gpx'] as const;

export type LayerForm = (typeof layerForms)[number];

/** A file of the analyst's that is drawn on the map. Its bytes are kept in the workspace by their hash. */
export type MapLayer = {
  readonly id: MapLayerId;
  readonly name: string;
  readonly form: LayerForm;
  readonly fileName: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  /** Whom to name under the map. */
  readonly attribution: string;
  readonly isShown: boolean;
  /** From 0, nothing to be seen, to 1. */
  readonly opacity: number;
  /** The highest is on top. */
  readonly order: number;
  readonly createdAt: string;
};
