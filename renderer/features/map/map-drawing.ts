import type { Map as LeafletMap } from 'leaflet';
import type { Town } from '#core/geo/create-gazetteer.ts';
import type { PlaceId } from '#core/ids.ts';
import type { TileName } from '#core/layers/tile-names.ts';
import { addBaseLayers, type BaseLayers } from './base-layers.ts';
import { addLabelLayer, type LabelLayer, type Spot } from './label-layer.ts';
import { type Area, type Base, loadBase } from './load-base.ts';
import styles from './Map.module.css';
import { readMapColours } from './map-colours.ts';
import type { MapData, MapOptions } from './map-data.ts';
import { pinRadius } from './pin-layer.ts';
import type { PointSpot } from './point-layer.ts';
import { toBounds } from './view-bounds.ts';

/** Base and names: they come a moment after the map, and are drawn anew with it. */
export function createDrawing(
  map: LeafletMap,
  { loadTowns, onFailure }: MapOptions,
  spots: () => readonly PointSpot[],
) {
  let data: MapData | null = null;
  let base: Base | null = null;
  let layers: BaseLayers | null = null;
  let labels: LabelLayer | null = null;
  let towns: readonly Town[] = [];
  let names: readonly TileName[] = [];
  let isGone = false;
  let shownArea: PlaceId | null = null;

  let frame = 0;
  /** Names are drawn once a frame, however much has changed. */
  function write(): void {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(writeNow);
  }

  let later = 0;
  /** Symbols came or went: names move out of their way once they rest, for at each step of a slider they would jump. */
  function keepClear(): void {
    clearTimeout(later);
    later = window.setTimeout(write, 150);
  }

  function writeNow(): void {
    if (isGone || data === null) return;
    const named = data.pins.filter(({ status, id }) => status === 'accepted' || id === data?.chosenId);
    const pinLabels = [...named]
      .sort((a, b) => Number(b.id === data?.chosenId) - Number(a.id === data?.chosenId) || b.count - a.count)
      .map((pin) => ({ ...pin, radius: pinRadius(pin), isChosen: pin.id === data?.chosenId }));
    const suggested = data.pins.filter(({ status, id }) => status === 'suggested' && id !== data?.chosenId);
    const covered: Spot[] = [...suggested.map((pin) => ({ ...pin, radius: pinRadius(pin) })), ...spots()];
    const { language, overlays } = data;
    labels?.draw({ language, pins: pinLabels, towns, names, covered, overlays }, readMapColours());
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

  // Names move along with the map: until the towns of the new view are there, they stay where they are.
  const onMove = () => void fetchTowns();
  const onZoom = () => {
    layers?.restyle(readMapColours());
    write();
  };
  map.on('moveend resize', onMove);
  map.on('zoomend resize', onZoom);

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
      const isSame =
        data?.chosenId === next.chosenId &&
        data.language === next.language &&
        data.overlays.hasGraticule === next.overlays.hasGraticule &&
        data.overlays.hasOutline === next.overlays.hasOutline &&
        !hasOtherPins;
      data = next;
      showArea(next.chosenId);
      // Only another pin, choice or language moves names; a pointer passing over a list does not.
      if (!isSame) write();
    },
    restyle,
    keepClear,
    setNames(next: readonly TileName[]) {
      names = next;
      write();
    },
    destroy() {
      isGone = true;
      clearTimeout(later);
      cancelAnimationFrame(frame);
      map.off('moveend resize', onMove);
      map.off('zoomend resize', onZoom);
      labels?.destroy();
    },
  };
}

/** The least town that has a name on the map at a zoom. */
function leastImportance(zoom: number): number {
  if (zoom >= 10) return 0;
  return [7, 7, 7, 7, 7, 5.5, 4, 2.9, 2.2, 0.5][Math.floor(zoom)] ?? 0;
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
