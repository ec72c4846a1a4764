import type { Bounds, Town } from '#core/geo/create-gazetteer.ts';
import type { LatLon } from '#core/geo/distance.ts';
import type { PlaceId } from '#core/ids.ts';
import type { TitledEventMark } from './event-layer.ts';
import type { MapPin } from './pin-layer.ts';
import type { PointData } from './point-layer.ts';
import type { PointListeners } from './point-pointer.ts';
import type { MapSelection } from './selection-layer.ts';
import type { ShapeDeed, ShapesOnMap } from './shapes.ts';
import type { CountedUnit } from './unit-layer.ts';
import type { DrawnLayer } from './use-map-layers.ts';

/** What lies over the base at the analyst's wish. */
export type MapOverlays = {
  readonly hasGraticule: boolean;
  /** The approximate outline of Liptako-Gourma. */
  readonly hasOutline: boolean;
  /** The ends of what is measured, as far as they are set. */
  readonly measured: readonly LatLon[];
};

/** What the map shows. */
export type MapData = {
  readonly pins: readonly MapPin[];
  readonly chosenId: PlaceId | null;
  readonly hoverId: PlaceId | null;
  readonly language: 'en' | 'fr';
  /** Whether a click gives a point instead of choosing a pin. */
  readonly isPicking: boolean;
  /** The point that was clicked. */
  readonly picked: LatLon | null;
  readonly overlays: MapOverlays;
  readonly events: readonly TitledEventMark[];
  readonly points: PointData;
  readonly shapes: ShapesOnMap;
  /** The analyst's own files, the topmost first. */
  readonly layers: readonly DrawnLayer[];
  /** Left out: nothing is selected on this map. */
  readonly selection?: MapSelection;
  /** Left out: nothing is counted on this map. */
  readonly units?: readonly CountedUnit[];
};

export type MapOptions = {
  /** Read out when the map has the focus. */
  readonly label: string;
  /** Which view is remembered: maps of one name begin where the last one was left. */
  readonly memory: string;
  readonly loadTowns: (bounds: Bounds, limit: number) => Promise<readonly Town[]>;
  readonly onChoose: (ids: readonly PlaceId[]) => void;
  readonly onHover: (id: PlaceId | null) => void;
  readonly onPick: (point: LatLon) => void;
  readonly points: Omit<PointListeners, 'onEnter'>;
  /** The view was moved, or the map has another size. */
  readonly onMove: () => void;
  /** The events of a place are asked for. */
  readonly onEvents: (placeId: PlaceId) => void;
  readonly onShape: (deed: ShapeDeed) => void;
  /** The base could not be read; pins and lists go on working. */
  readonly onFailure: (error: unknown) => void;
};
