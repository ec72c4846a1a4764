import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import 'leaflet.markercluster';
import 'leaflet.markercluster/dist/MarkerCluster.css';
import 'leaflet.markercluster/dist/MarkerCluster.Default.css';
import type { PlaceId } from '#core/ids.ts';
import { type MapPoint, type PointKind, pointOf } from '#core/picture/map-point.ts';
import type { PictureItem } from '#core/picture/picture-item.ts';
import { addPointLayer, noPoints, type PointLayer } from '#features/map/point-layer.ts';
import type { Spot } from './many-events.ts';

/** How points are put on the map. */
export type MapWay = 'own' | 'cluster' | 'svg';

/** What the page of `openMapPage` can do. Bundled, and run in a page without the program around it. */
export type MapWays = {
  /** Begin with an empty map and those spots in hand. */
  begin(way: MapWay, spots: readonly Spot[]): Promise<void>;
  /** Put all on the map; answers the milliseconds until the picture was drawn. */
  add(): Promise<number>;
  /** Leave those from the first to the last day; answers the milliseconds until the picture was drawn. */
  narrow(from: string, until: string): Promise<number>;
};

type Shown = { show(isShown: (spot: Spot) => boolean): void };

let map: L.Map | null = null;
let shown: Shown | null = null;

function start(): L.Map {
  map?.remove();
  const element = document.createElement('div');
  element.style.height = '100vh';
  document.body.replaceChildren(element);
  map = L.map(element, {
    zoomControl: false,
    attributionControl: false,
    zoomAnimation: false,
    inertia: false,
  });
  map.setView([15.3, 0.4], 6).setMaxZoom(12);
  return map;
}

/** Everything that has no business in the clock: markers are made before, as items are read before. */
const prepare: Readonly<Record<MapWay, (map: L.Map, spots: readonly Spot[]) => Shown>> = {
  own(on, spots) {
    const items = spots.map(toItem);
    const all = items.flatMap((item): MapPoint[] => pointOf(item));
    const day = new Map(items.map((item, at) => [item, spots[at] as Spot]));
    const kinds: ReadonlySet<PointKind> = new Set<PointKind>(['event']);
    const layer: PointLayer = addPointLayer(on, {
      onPoint: () => undefined,
      onPile: () => undefined,
      onEnter: () => undefined,
      onDrawn: () => undefined,
      describe: () => '',
    });
    return {
      show(isShown) {
        const left = items.filter((item) => isShown(day.get(item) as Spot));
        layer.update({ ...noPoints, all, items: left, chosen: kinds, drawn: kinds }, false);
      },
    };
  },
  cluster(on, spots) {
    const markers = spots.map((spot) => ({ spot, marker: L.marker([spot.lat, spot.lon]) }));
    const group = L.markerClusterGroup({ animate: false }).addTo(on);
    return {
      show(isShown) {
        group.clearLayers();
        group.addLayers(markers.filter(({ spot }) => isShown(spot)).map(({ marker }) => marker));
      },
    };
  },
  svg(on, spots) {
    const renderer = L.svg({ padding: 0.5 });
    const group = L.layerGroup().addTo(on);
    const markers = spots.map((spot) => ({
      spot,
      marker: L.circleMarker([spot.lat, spot.lon], { renderer, radius: 5 }),
    }));
    return {
      show(isShown) {
        group.clearLayers();
        for (const { spot, marker } of markers) if (isShown(spot)) group.addLayer(marker);
      },
    };
  },
};

function toItem({ lat, lon, day }: Spot, at: number): PictureItem {
  return {
    id: `event:${at}`,
    kind: 'event',
    recordId: `${at}`,
    title: `Incident ${at}`,
    place: { id: `g:made-${at}` as PlaceId, name: `Spot ${at}`, lat, lon, precision: 'exact' },
    when: { from: day, until: day, basis: 'analyst' },
    published: null,
    articleId: null,
    span: null,
    actorIds: [],
    tagIds: [],
    source: '',
    grade: null,
  };
}

/** Until the frame after has been drawn. Own symbols are drawn in the frame asked for first, all others at once. */
function untilDrawn(work: () => void): Promise<number> {
  return new Promise((resolve) => {
    const began = performance.now();
    work();
    requestAnimationFrame(() => {
      const after = new MessageChannel();
      after.port1.onmessage = () => resolve(performance.now() - began);
      after.port2.postMessage(null);
    });
  });
}

const ways: MapWays = {
  async begin(way, spots) {
    const on = start();
    shown = prepare[way](on, spots);
    await new Promise((resolve) => setTimeout(resolve, 300));
  },
  add: () => untilDrawn(() => shown?.show(() => true)),
  narrow: (from, until) => untilDrawn(() => shown?.show(({ day }) => day >= from && day <= until)),
};
(window as unknown as { mapWays: MapWays }).mapWays = ways;
