import {
  type LatLngBounds,
  type Map as LeafletMap,
  type LeafletMouseEvent,
  latLngBounds,
  tooltip,
} from 'leaflet';
import type { MapPoint } from '#core/picture/map-point.ts';
import { mostLegs } from '#core/picture/spread-legs.ts';
import styles from './Map.module.css';
import { reachAt } from './point-clusters.ts';
import type { Drawn, PointPicture } from './point-picture.ts';
import type { PointSheet } from './point-sheet.ts';

/** What the pointer asks for. */
export type PointListeners = {
  /** One thing alone was clicked. */
  readonly onPoint: (point: MapPoint) => void;
  /** Several were clicked that the map can't draw apart. */
  readonly onPile: (points: readonly MapPoint[]) => void;
  /** The view is about to move to look into a pile. */
  readonly onEnter: () => void;
  /** What is said of a pile, or of a single thing, under the pointer. */
  readonly describe: (points: readonly MapPoint[]) => string;
};

type Pointed = {
  readonly sheet: PointSheet;
  readonly picture: PointPicture;
  readonly pointsOf: (drawn: Drawn) => readonly MapPoint[];
  readonly draw: () => void;
  /** Whether clicks mean something else now. */
  readonly isOff: () => boolean;
  readonly listeners: PointListeners;
};

/**
 * Say what lies under the pointer and open what is clicked: a single thing itself; a pile by a closer look or, when no
 * zoom draws its points apart, spread out.
 */
export function followPointer(map: LeafletMap, pointed: Pointed) {
  const { picture, pointsOf, draw, isOff, listeners } = pointed;
  const container = map.getContainer();
  const light = addLight(map, pointed);

  const move = ({ containerPoint, originalEvent }: LeafletMouseEvent) => {
    // Pins lie above and speak for themselves.
    const isFree = !isOff() && originalEvent.target === container;
    light.show(isFree ? picture.at(containerPoint) : null);
  };
  const click = ({ containerPoint }: LeafletMouseEvent) => {
    if (isOff()) return;
    const found = picture.at(containerPoint);
    if (found === null) return close();
    const points = pointsOf(found);
    const [only] = points;
    if (points.length === 1 && only !== undefined) return listeners.onPoint(only);
    const bounds = latLngBounds(points.map(({ lat, lon }): [number, number] => [lat, lon]));
    if (canPart(map, bounds)) return enter(bounds);
    if (points.length <= mostLegs) {
      picture.spread(found, points);
      draw();
    }
    listeners.onPile(points);
  };

  function enter(bounds: LatLngBounds): void {
    listeners.onEnter();
    const closest = Math.max(map.getBoundsZoom(bounds.pad(0.2)), map.getZoom() + 1);
    map.setView(bounds.getCenter(), Math.min(closest, map.getMaxZoom()));
  }
  function close(): void {
    if (picture.fold()) draw();
  }
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') close();
  };
  const onZoom = () => picture.fold();

  map.on('mousemove', move);
  map.on('mouseout zoomstart', light.leave);
  map.on('zoomstart', onZoom);
  map.on('click', click);
  container.addEventListener('keydown', onKeyDown);
  return {
    leave: light.leave,
    destroy() {
      map.off('mousemove', move);
      map.off('mouseout zoomstart', light.leave);
      map.off('zoomstart', onZoom);
      map.off('click', click);
      container.removeEventListener('keydown', onKeyDown);
    },
  };
}

/** Whether points that reach so far come apart at the closest zoom. */
function canPart(map: LeafletMap, bounds: LatLngBounds): boolean {
  const closest = map.getMaxZoom();
  if (map.getZoom() >= closest) return false;
  const at = (corner: 'getNorthWest' | 'getSouthEast') => map.project(bounds[corner](), closest);
  const extent = at('getSouthEast').subtract(at('getNorthWest'));
  return Math.max(extent.x, extent.y) > reachAt(closest);
}

/** A ring around what the pointer is over, and its words. */
function addLight(map: LeafletMap, { sheet, pointsOf, listeners }: Pointed) {
  const container = map.getContainer();
  const ring = document.createElement('div');
  ring.className = styles.pointRing ?? '';
  ring.hidden = true;
  sheet.pane.append(ring);
  const words = tooltip({ direction: 'top', className: styles.tooltip ?? '', opacity: 1 });
  let lit: Drawn | null = null;

  function leave(): void {
    if (lit === null) return;
    lit = null;
    ring.hidden = true;
    words.remove();
    container.classList.remove(styles.onPoint ?? '');
  }
  return {
    leave,
    show(found: Drawn | null) {
      if (found === lit) return;
      leave();
      if (found === null) return;
      lit = found;
      const { x, y } = map.containerPointToLayerPoint([found.x, found.y]);
      const reach = found.radius + 4;
      ring.style.translate = `${x - reach}px ${y - reach}px`;
      ring.style.width = ring.style.height = `${2 * reach}px`;
      ring.hidden = false;
      container.classList.add(styles.onPoint ?? '');
      // A node of its own: nothing of a name is ever read as markup.
      const said = document.createElement('span');
      said.textContent = listeners.describe(pointsOf(found));
      words.options.offset = [0, -reach];
      words
        .setContent(said)
        .setLatLng(map.containerPointToLatLng([found.x, found.y]))
        .addTo(map);
    },
  };
}
