import {
  type LatLngExpression,
  type Map as LeafletMap,
  type Path,
  type PathOptions,
  polygon,
  polyline,
  svg,
} from 'leaflet';
import type { LatLon } from '#core/geo/distance.ts';
import { graticule } from '#core/geo/graticule.ts';
import { greatCircle } from '#core/geo/great-circle.ts';
import { liptakoGourma } from '#core/geo/liptako-gourma.ts';
import { smoothRing } from '#core/geo/smooth-ring.ts';
import styles from './Map.module.css';
import type { MapOverlays } from './map-data.ts';
import { toBounds } from './view-bounds.ts';

const none: MapOverlays = { hasGraticule: false, hasOutline: false, measured: [] };

/** What lies over the base at the analyst's wish, drawn. */
export type OverlayLayer = {
  update(overlays: MapOverlays): void;
};

/** Lay outline, graticule and measured way over the base; they are coloured by the style sheet. */
export function addOverlayLayer(map: LeafletMap): OverlayLayer {
  const pane = map.createPane('overlays');
  pane.style.zIndex = '300';
  pane.style.pointerEvents = 'none';
  const renderer = svg({ pane: 'overlays', padding: 0.5 });
  const look = (className: string | undefined): PathOptions => ({
    renderer,
    pane: 'overlays',
    interactive: false,
    fill: false,
    className: className ?? '',
  });
  const outline = polygon(smoothRing(liptakoGourma, 3).map(toLatLng), look(styles.outline));
  const grid = polyline([], { ...look(styles.graticule), smoothFactor: 0 });
  const way = polyline([], { ...look(styles.measured), smoothFactor: 0 });
  let shown = none;

  function drawGrid(): void {
    if (!shown.hasGraticule) return;
    const view = map.getBounds();
    const { step, lats, lons } = graticule(toBounds(view));
    const wide = view.pad(0.5);
    const reach = Math.ceil(wide.getEast() - wide.getWest());
    // Lines go on beyond the view, for a drag.
    const more = Array.from({ length: Math.ceil(reach / step / 4) }, (_, index) => (index + 1) * step);
    const extend = (values: readonly number[]) => [
      ...more.map((by) => (values[0] ?? 0) - by),
      ...values,
      ...more.map((by) => (values.at(-1) ?? 0) + by),
    ];
    grid.setLatLngs([
      ...extend(lats).map((lat): LatLngExpression[] => [
        [lat, wide.getWest()],
        [lat, wide.getEast()],
      ]),
      ...extend(lons).map((lon): LatLngExpression[] => [
        [wide.getSouth(), lon],
        [wide.getNorth(), lon],
      ]),
    ]);
  }

  map.on('moveend resize', drawGrid);
  return {
    update(overlays) {
      if (overlays === shown) return;
      shown = overlays;
      toggle(map, outline, overlays.hasOutline);
      toggle(map, grid, overlays.hasGraticule);
      drawGrid();
      const [from, to] = overlays.measured;
      way.setLatLngs(from === undefined || to === undefined ? [] : greatCircle(from, to, 64).map(toLatLng));
      toggle(map, way, to !== undefined);
    },
  };
}

function toggle(map: LeafletMap, path: Path, isShown: boolean): void {
  if (isShown) path.addTo(map);
  else path.remove();
}

function toLatLng({ lat, lon }: LatLon): LatLngExpression {
  return [lat, lon];
}
