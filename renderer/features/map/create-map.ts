import {
  circleMarker,
  type FitBoundsOptions,
  type LatLngBounds,
  type Map as LeafletMap,
  latLngBounds,
  map as leafletMap,
} from 'leaflet';
import 'leaflet/dist/leaflet.css';
import type { Bounds } from '#core/geo/create-gazetteer.ts';
import type { LatLon } from '#core/geo/distance.ts';
import type { MapPoint } from '#core/picture/map-point.ts';
import { baseBounds, homeBounds, homeOptions } from './base-layers.ts';
import { addEventLayer } from './event-layer.ts';
import { foundShapes } from './found-shapes.ts';
import styles from './Map.module.css';
import { onThemeChange } from './map-colours.ts';
import type { MapData, MapOptions } from './map-data.ts';
import { createDrawing } from './map-drawing.ts';
import { addMapFurniture } from './map-furniture.ts';
import { createPicking } from './map-picking.ts';
import { addOverlayLayer } from './overlay-layer.ts';
import { addOwnLayers } from './own-layers.ts';
import { addPinLayer } from './pin-layer.ts';
import { addPointLayer } from './point-layer.ts';
import { addSelectionLayer } from './selection-layer.ts';
import { addShapeLayer } from './shape-layer.ts';
import { addUnitLayer } from './unit-layer.ts';
import { toBounds } from './view-bounds.ts';

/** A map in an element. */
export type MapWidget = {
  update(data: MapData): void;
  zoomBy(steps: number): void;
  /** The three borders and the towns around them. */
  goHome(): void;
  /** Bring a point to the middle, at least so close. */
  centre(point: LatLon, zoom?: number): void;
  /** Bring a point into the view; nothing moves when it is well inside already. */
  reveal(point: LatLon): void;
  /** Bring points into the view; nothing moves when all are in it. */
  revealAll(points: readonly LatLon[]): void;
  /** Bring all points into the view. */
  fit(points: readonly LatLon[]): void;
  /** Everything of the work shown in the view. */
  pointsInView(): MapPoint[];
  /** The part of the earth that is shown. */
  shown(): Bounds;
  destroy(): void;
};

const views = new Map<string, { centre: [number, number]; zoom: number }>();
const zooms = { minZoom: 4, maxZoom: 12 };

/** Draw a map in `element`, from the bundled base alone. Call `destroy` when the element goes away. */
export function createMap(element: HTMLElement, options: MapOptions): MapWidget {
  const map = newMap(element, options);
  const picking = createPicking(map, element, options.onPick);
  const pins = addPinLayer(map, options);
  const overlays = addOverlayLayer(map);
  const events = addEventLayer(map, options.onEvents);
  const own = addOwnLayers(map, {
    onFound: (found) => foundShapes.setState({ found: picking.isOn() ? [] : found }),
    onNames: (names) => drawing.setNames(names),
  });
  const shapes = addShapeLayer(map, options.onShape, picking.isOn);
  const selection = addSelectionLayer(map);
  const units = addUnitLayer(map);
  const mark = addPickedMark(map);
  const furniture = addMapFurniture(map, element);
  const frame = holdFrame(map, element, views.get(options.memory) === undefined);
  const points = addPointLayer(map, {
    ...options.points,
    onEnter: frame.release,
    onDrawn: () => drawing.keepClear(),
  });
  const drawing = createDrawing(map, options, points.spots);
  const stopTheme = onThemeChange(() => {
    drawing.restyle();
    points.restyle();
    own.restyle();
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Home' && event.target === element) frame.show(homeFrame);
  };
  element.addEventListener('keydown', onKeyDown);
  map.on('moveend resize', options.onMove);

  return {
    update(data) {
      picking.update(data.isPicking);
      drawing.update(data, pins.update(data.pins, data));
      overlays.update(data.overlays);
      events.update(data.events);
      points.update(data.points, data.isPicking || data.shapes.tool !== null);
      shapes.update(data.shapes);
      own.update(data.layers);
      if (data.selection !== undefined) selection.update(data.selection);
      if (data.units !== undefined) units.update(data.units);
      mark.show(data.picked);
    },
    zoomBy(steps) {
      frame.release();
      map.setZoom(map.getZoom() + steps);
    },
    goHome: () => frame.show(homeFrame),
    centre({ lat, lon }, zoom = map.getZoom()) {
      frame.release();
      map.setView([lat, lon], Math.max(zoom, map.getZoom()));
    },
    reveal({ lat, lon }) {
      if (map.getBounds().pad(-0.08).contains([lat, lon])) return;
      frame.release();
      map.setView([lat, lon], Math.max(map.getZoom(), 6));
    },
    revealAll(points) {
      const bounds = latLngBounds(points.map(({ lat, lon }): [number, number] => [lat, lon]));
      if (points.length === 0 || map.getBounds().contains(bounds)) return;
      frame.release();
      map.fitBounds(bounds, { padding: [40, 40], maxZoom: Math.max(8, map.getZoom()) });
    },
    fit(points) {
      if (points.length === 0) return;
      const bounds = latLngBounds(points.map(({ lat, lon }): [number, number] => [lat, lon]));
      frame.show({ bounds, options: { padding: [40, 32], maxZoom: 8, animate: false } });
    },
    pointsInView: points.inView,
    shown: () => toBounds(map.getBounds()),
    destroy() {
      const { lat, lng } = map.getCenter();
      views.set(options.memory, { centre: [lat, lng], zoom: map.getZoom() });
      element.removeEventListener('keydown', onKeyDown);
      picking.destroy();
      stopTheme();
      frame.destroy();
      drawing.destroy();
      points.destroy();
      shapes.destroy();
      furniture.destroy();
      map.remove();
    },
  };
}

/** A cross hair where the analyst clicked. */
function addPickedMark(map: LeafletMap) {
  const mark = circleMarker([0, 0], {
    pane: 'pins',
    radius: 7,
    interactive: false,
    className: styles.picked ?? '',
  });
  return {
    show(point: LatLon | null) {
      if (point === null) mark.remove();
      else mark.setLatLng([point.lat, point.lon]).addTo(map);
    },
  };
}

type Frame = { readonly bounds: LatLngBounds; readonly options: FitBoundsOptions };

const homeFrame: Frame = { bounds: latLngBounds(homeBounds), options: homeOptions };

/** Keep what is framed in the view while the element changes its size, until the analyst moves the map. */
function holdFrame(map: LeafletMap, element: HTMLElement, isFresh: boolean) {
  let held: Frame | null = isFresh ? homeFrame : null;
  const release = () => {
    held = null;
  };
  const show = (frame: Frame) => {
    map.fitBounds(frame.bounds, frame.options);
    held = frame;
  };
  const sizes = new ResizeObserver(() => {
    map.invalidateSize({ animate: false });
    if (held !== null && element.clientWidth > 0) show(held);
  });
  sizes.observe(element);
  map.on('dragstart', release);
  element.addEventListener('wheel', release, { passive: true });
  element.addEventListener('keydown', release);
  return {
    show,
    release,
    destroy() {
      sizes.disconnect();
      map.off('dragstart', release);
      element.removeEventListener('wheel', release);
      element.removeEventListener('keydown', release);
    },
  };
}

function newMap(element: HTMLElement, { label, memory }: MapOptions): LeafletMap {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = leafletMap(element, {
    ...zooms,
    // Leaflet writes these two as markup; ours stand beside the map.
    zoomControl: false,
    attributionControl: false,
    zoomAnimation: !calm,
    fadeAnimation: !calm,
    inertia: !calm,
    // Half steps, so that what is framed fills a flat strip too.
    zoomSnap: 0.5,
    wheelPxPerZoomLevel: 90,
    maxBounds: latLngBounds(baseBounds).pad(0.15),
    maxBoundsViscosity: 0.6,
  });
  element.setAttribute('role', 'application');
  element.setAttribute('aria-label', label);
  const before = views.get(memory);
  if (before === undefined) map.fitBounds(homeBounds, homeOptions);
  else map.setView(before.centre, before.zoom, { animate: false });
  return map;
}
