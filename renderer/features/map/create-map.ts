import {
  circleMarker,
  type FitBoundsOptions,
  type LatLngBounds,
  type Map as LeafletMap,
  latLngBounds,
  map as leafletMap,
} from 'leaflet';
import 'leaflet/dist/leaflet.css';
import type { Bounds, Town } from '#core/geo/create-gazetteer.ts';
import type { LatLon } from '#core/geo/distance.ts';
import type { PlaceId } from '#core/ids.ts';
import { addBaseLayers, type BaseLayers, baseBounds, homeBounds, homeOptions } from './base-layers.ts';
import { addLabelLayer, type LabelLayer } from './label-layer.ts';
import { type Area, type Base, loadBase } from './load-base.ts';
import styles from './Map.module.css';
import { onThemeChange, readMapColours } from './map-colours.ts';
import { addMapFurniture } from './map-furniture.ts';
import { addPinLayer, type MapPin, pinRadius } from './pin-layer.ts';

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
  /** The base could not be read; pins and lists go on working. */
  readonly onFailure: (error: unknown) => void;
};

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
  /** Bring all points into the view. */
  fit(points: readonly LatLon[]): void;
  destroy(): void;
};

const views = new Map<string, { centre: [number, number]; zoom: number }>();
const zooms = { minZoom: 4, maxZoom: 12 };

/** Draw a map in `element`, from the bundled base alone. Call `destroy` when the element goes away. */
export function createMap(element: HTMLElement, options: MapOptions): MapWidget {
  const map = newMap(element, options);
  const pins = addPinLayer(map, options);
  const mark = addPickedMark(map);
  const furniture = addMapFurniture(map, element);
  const drawing = createDrawing(map, options);
  const stopTheme = onThemeChange(() => drawing.restyle());
  const frame = holdFrame(map, element, views.get(options.memory) === undefined);
  let isPicking = false;

  map.on('click', ({ latlng }) => {
    if (isPicking) options.onPick({ lat: latlng.lat, lon: latlng.wrap().lng });
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Home' && event.target === element) frame.show(homeFrame);
  };
  element.addEventListener('keydown', onKeyDown);

  return {
    update(data) {
      isPicking = data.isPicking;
      element.classList.toggle(styles.picking ?? '', data.isPicking);
      drawing.update(data, pins.update(data.pins, data));
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
    fit(points) {
      if (points.length === 0) return;
      const bounds = latLngBounds(points.map(({ lat, lon }): [number, number] => [lat, lon]));
      frame.show({ bounds, options: { padding: [40, 32], maxZoom: 8, animate: false } });
    },
    destroy() {
      const { lat, lng } = map.getCenter();
      views.set(options.memory, { centre: [lat, lng], zoom: map.getZoom() });
      element.removeEventListener('keydown', onKeyDown);
      stopTheme();
      frame.destroy();
      drawing.destroy();
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

/** Base and names: they come a moment after the map, and are drawn anew with it. */
function createDrawing(map: LeafletMap, { loadTowns, onFailure }: MapOptions) {
  let data: MapData | null = null;
  let base: Base | null = null;
  let layers: BaseLayers | null = null;
  let labels: LabelLayer | null = null;
  let towns: readonly Town[] = [];
  let isGone = false;
  let shownArea: PlaceId | null = null;

  let frame = 0;
  /** Names are drawn once a frame, however much has changed. */
  function write(): void {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(writeNow);
  }

  function writeNow(): void {
    if (isGone || data === null) return;
    const named = data.pins.filter(({ status, id }) => status === 'accepted' || id === data?.chosenId);
    const pinLabels = [...named]
      .sort((a, b) => Number(b.id === data?.chosenId) - Number(a.id === data?.chosenId) || b.count - a.count)
      .map((pin) => ({ ...pin, radius: pinRadius(pin), isChosen: pin.id === data?.chosenId }));
    const suggested = data.pins
      .filter(({ status, id }) => status === 'suggested' && id !== data?.chosenId)
      .map((pin) => ({ ...pin, radius: pinRadius(pin) }));
    labels?.draw({ language: data.language, pins: pinLabels, towns, suggested }, readMapColours());
  }

  function restyle(): void {
    layers?.restyle(readMapColours());
    write();
  }

  /** A late answer to an older view is dropped. */
  async function fetchTowns(): Promise<void> {
    const view = map.getBounds().pad(0.2);
    const zoom = map.getZoom();
    const found = await loadTowns(toBounds(view), zoom >= 10 ? 400 : 220);
    if (isGone || zoom !== map.getZoom()) return;
    towns = found.filter(({ importance }) => importance >= leastImportance(zoom));
    write();
  }

  const onMove = () => {
    write();
    void fetchTowns();
  };
  const onZoom = () => layers?.restyle(readMapColours());
  map.on('moveend resize', onMove);
  map.on('zoomend', onZoom);

  loadBase()
    .then((loaded) => {
      if (isGone) return;
      base = loaded;
      layers = addBaseLayers(map, loaded, styles);
      labels = addLabelLayer(map, loaded);
      restyle();
      if (data !== null) showArea(data.chosenId);
      return fetchTowns();
    })
    .catch(onFailure);

  function showArea(id: PlaceId | null): void {
    if (layers === null || id === shownArea) return;
    shownArea = id;
    layers.showArea(id === null || base === null ? null : findArea(base, id));
  }

  return {
    update(next: MapData, hasOtherPins: boolean) {
      const isSame = data?.chosenId === next.chosenId && data.language === next.language && !hasOtherPins;
      data = next;
      showArea(next.chosenId);
      // Only another pin, choice or language moves names; a pointer passing over a list does not.
      if (!isSame) write();
    },
    restyle,
    destroy() {
      isGone = true;
      cancelAnimationFrame(frame);
      map.off('moveend resize', onMove);
      map.off('zoomend', onZoom);
      labels?.destroy();
    },
  };
}

/** The least town that has a name on the map at a zoom. */
function leastImportance(zoom: number): number {
  if (zoom >= 10) return 0;
  return [7, 7, 7, 7, 7, 5.5, 4, 2.9, 2.2, 0.5][Math.floor(zoom)] ?? 0;
}

function toBounds(view: LatLngBounds): Bounds {
  return { west: view.getWest(), south: view.getSouth(), east: view.getEast(), north: view.getNorth() };
}

const baseNames: Readonly<Record<string, string>> = {
  'c:ML': 'Mali',
  'c:NE': 'Niger',
  'c:BF': 'Burkina Faso',
};

/** The base's area of a country, region or district; `null` for a point. */
function findArea({ countries, regions, districts }: Base, id: PlaceId): Area | null {
  const country = baseNames[id];
  if (country !== undefined) return countries.find(({ properties }) => properties.name === country) ?? null;
  return [...regions, ...districts].find(({ properties }) => `g:${properties.id}` === id) ?? null;
}
