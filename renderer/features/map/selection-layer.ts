import {
  circleMarker,
  type Map as LeafletMap,
  layerGroup,
  type PathOptions,
  polygon,
  polyline,
  svg,
} from 'leaflet';
import type { LatLon } from '#core/geo/distance.ts';
import { type DrawnKind, drawShape, outlineOf } from '#core/picture/draw-shape.ts';
import type { MapShape } from '#core/picture/narrowing.ts';
import styles from './Map.module.css';

/** The part of the map that is selected, and the one that is being drawn. */
export type MapSelection = {
  readonly shape: MapShape | null;
  readonly draft: { readonly kind: DrawnKind; readonly points: readonly LatLon[] } | null;
};

/** The selection, drawn; what is being drawn follows the pointer. */
export type SelectionLayer = { update(selection: MapSelection): void };

const none: MapSelection = { shape: null, draft: null };

/** Lay the selection over the base. */
export function addSelectionLayer(map: LeafletMap): SelectionLayer {
  const pane = map.createPane('selection');
  pane.style.zIndex = '310';
  pane.style.pointerEvents = 'none';
  const renderer = svg({ pane: 'selection', padding: 0.5 });
  const look = (className: string | undefined): PathOptions => ({
    renderer,
    pane: 'selection',
    interactive: false,
    className: className ?? '',
  });
  const chosen = polygon([], { ...look(styles.selection), smoothFactor: 0.5 });
  const sketch = polygon([], { ...look(styles.sketch), smoothFactor: 0 });
  const way = polyline([], { ...look(styles.sketch), fill: false, smoothFactor: 0 });
  const corners = layerGroup();
  let shown = none;
  let pointer: LatLon | null = null;

  function sketchNow(): void {
    const { draft } = shown;
    if (draft === null) return;
    const points = pointer === null ? draft.points : [...draft.points, pointer];
    const shape = drawShape(draft.kind, points);
    sketch.setLatLngs(shape === null ? [] : toLatLngs(shape));
    way.setLatLngs(shape === null ? points.map(toLatLng) : []);
  }

  map.on('mousemove', ({ latlng }) => {
    pointer = { lat: latlng.lat, lon: latlng.lng };
    sketchNow();
  });
  // Moved by keys, the middle of the map stands for the pointer.
  map.on('move', () => {
    const { lat, lng } = map.getCenter();
    pointer = { lat, lon: lng };
    sketchNow();
  });
  function drawDraft(draft: MapSelection['draft']): void {
    corners.clearLayers();
    for (const point of draft?.points ?? [])
      corners.addLayer(circleMarker(toLatLng(point), { ...look(styles.corner), radius: 4 }));
    for (const layer of [sketch, way, corners]) {
      if (draft === null) layer.remove();
      else layer.addTo(map);
    }
  }

  return {
    update(selection) {
      if (selection === shown) return;
      const { shape, draft } = selection;
      if (shape !== shown.shape) chosen.setLatLngs(shape === null ? [] : toLatLngs(shape));
      if (draft?.points.length === 0) pointer = null;
      shown = selection;
      chosen.addTo(map);
      drawDraft(draft);
      sketchNow();
    },
  };
}

function toLatLngs(shape: MapShape): [number, number][][] {
  return outlineOf(shape).map((ring) => ring.map(toLatLng));
}

function toLatLng({ lat, lon }: LatLon): [number, number] {
  return [lat, lon];
}
