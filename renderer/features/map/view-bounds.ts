import type { LatLngBounds } from 'leaflet';
import type { Bounds } from '#core/geo/create-gazetteer.ts';

/** The box of a view. */
export function toBounds(view: LatLngBounds): Bounds {
  return { west: view.getWest(), south: view.getSouth(), east: view.getEast(), north: view.getNorth() };
}
