import {
  Circle as CircleLayer,
  type LatLng,
  type LatLngTuple,
  type Map as LeafletMap,
  type Polygon,
  polygon,
  polyline,
} from 'leaflet';
import type { Corner } from '#core/tracks/edit-areas.ts';
import type { Circle } from '#core/tracks/track.ts';
import styles from './Shapes.module.css';
import type { DrawnArea, DrawnTrack, ShapeDeed, ShapesOnMap } from './shapes.ts';

/** One drawing or changing, from taking the tool in hand to laying it aside. */
export type Hold = {
  /** Answers whether it goes on with what is kept now. */
  follow(shapes: ShapesOnMap): boolean;
  end(): void;
};

/** Handles on the waypoints of a track, and between them for new ones; the right button takes one away. */
export function pullTrack(map: LeafletMap, track: DrawnTrack, onShape: (deed: ShapeDeed) => void): Hold {
  let points = track.waypoints;
  const line = polyline(
    points.map(({ lat, lon }): LatLngTuple => [lat, lon]),
    { pmIgnore: false, className: styles.held ?? '' },
  ).addTo(map);
  /** Which waypoint each vertex was when it was kept last. */
  let was: (number | null)[] = points.map((_, at) => at);
  line.on('pm:vertexadded', ({ indexPath }) => was.splice(firstOf(indexPath), 0, null));
  line.on('pm:vertexremoved', ({ indexPath }) => was.splice(firstOf(indexPath), 1));
  const send = () => {
    const now = line.getLatLngs() as LatLng[];
    onShape({
      kind: 'reshape-track',
      id: track.id,
      points: now.map(({ lat, lng }, at) => ({ lat, lon: lng, was: was[at] ?? null })),
    });
    // What comes next is a change of what was just sent.
    was = now.map((_, at) => at);
  };
  onceSettled(line, () => {
    leaveToMouse(map);
    send();
  });
  line.pm.enable({ snappable: false, removeLayerBelowMinVertexCount: false });
  leaveToMouse(map);
  return {
    follow({ tracks }) {
      const kept = tracks.find(({ id }) => id === track.id);
      if (kept === undefined) return false;
      points = kept.waypoints;
      const now = line.getLatLngs() as LatLng[];
      return (
        now.length === points.length &&
        now.every(({ lat, lng }, at) => lat === points[at]?.lat && lng === points[at]?.lon)
      );
    },
    end: () => line.remove(),
  };
}

type AreaPull = { readonly isWhole: boolean; readonly onShape: (deed: ShapeDeed) => void };

/** Handles on the corners of an area, or the whole of it to be dragged. */
export function pullArea(map: LeafletMap, area: DrawnArea, { isWhole, onShape }: AreaPull): Hold {
  const shape = polygon(
    area.rings.map((ring) => ring.map(([lon, lat]): LatLngTuple => [lat, lon])),
    { pmIgnore: false, className: `${styles.held ?? ''} ${styles.heldArea ?? ''}` },
  ).addTo(map);
  const rings = () => (shape.getLatLngs() as LatLng[][]).map((ring) => ring.map(toCorner));
  const send = () => {
    const pulled = rings();
    const circle = isWhole && area.circle !== null ? carryAlong(map, area, area.circle, pulled) : null;
    const deed = { kind: 'reshape-area', id: area.id, rings: pulled, isMoved: isWhole } as const;
    onShape(circle === null ? deed : { ...deed, circle });
  };
  if (isWhole) {
    shape.on('pm:dragend', send);
    shape.pm.enableLayerDrag();
  } else {
    onceSettled(shape, () => {
      leaveToMouse(map);
      send();
    });
    shape.pm.enable({
      snappable: false,
      allowSelfIntersection: false,
      removeLayerBelowMinVertexCount: false,
    });
    leaveToMouse(map);
  }
  return {
    follow({ areas }) {
      const kept = areas.find(({ id }) => id === area.id);
      return kept !== undefined && JSON.stringify(kept.rings) === JSON.stringify(rings());
    },
    end: () => shape.remove(),
  };
}

/** A handle in the middle of a circle and one on its edge; its holes stay where they are. */
export function pullCircle(
  map: LeafletMap,
  area: DrawnArea & { readonly circle: Circle },
  onShape: (deed: ShapeDeed) => void,
): Hold {
  const { lat, lon, radiusKm } = area.circle;
  const shape = new CircleLayer([lat, lon], {
    radius: radiusKm * 1000,
    pmIgnore: false,
    className: `${styles.held ?? ''} ${styles.heldArea ?? ''}`,
  }).addTo(map);
  onceSettled(shape, () => {
    leaveToMouse(map);
    const { id, rings } = area;
    onShape({ kind: 'reshape-area', id, rings, isMoved: false, circle: circleOf(shape) });
  });
  shape.pm.enable({ snappable: false });
  leaveToMouse(map);
  return {
    follow({ areas }) {
      const kept = areas.find(({ id }) => id === area.id)?.circle;
      return JSON.stringify(kept) === JSON.stringify(circleOf(shape));
    },
    end: () => shape.remove(),
  };
}

/** Where the middle of a circle is after its area was dragged as a whole: as many pixels away as its corners. */
function carryAlong(
  map: LeafletMap,
  { rings }: DrawnArea,
  { lat, lon, radiusKm }: Circle,
  pulled: readonly (readonly Corner[])[],
): Circle | null {
  const [from, to] = [rings[0]?.[0], pulled[0]?.[0]];
  if (from === undefined || to === undefined) return null;
  const shift = map.project([to[1], to[0]]).subtract(map.project([from[1], from[0]]));
  const middle = map.unproject(map.project([lat, lon]).add(shift));
  return { lat: middle.lat, lon: middle.lng, radiusKm };
}

/**
 * Take the handles out of the way of the Tab key and of screen readers: they have no names, and what they do is done
 * by keyboard in the list beside the map.
 */
function leaveToMouse(map: LeafletMap): void {
  for (const handle of map.getPane('markerPane')?.querySelectorAll<HTMLElement>('.marker-icon') ?? []) {
    handle.tabIndex = -1;
    handle.setAttribute('aria-hidden', 'true');
  }
}

/** Hear when a vertex has found its place: a new one that is still being dragged comes as two edits otherwise. */
function onceSettled(layer: ReturnType<typeof polyline> | CircleLayer, send: () => void): void {
  let isDragging = false;
  let isWaiting = false;
  layer.on('pm:markerdragstart', () => {
    isDragging = true;
  });
  layer.on('pm:markerdragend', () => {
    isDragging = false;
  });
  layer.on('pm:edit', () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      if (!isDragging) send();
    }, 0);
  });
}

/** Where in a line an event was: its types say a number, it is a list of them. */
function firstOf(indexPath: unknown): number {
  return Array.isArray(indexPath) ? Number(indexPath[0]) : Number(indexPath);
}

/** The corners of a drawn outline; a circle has none. */
export function ringOf(layer: Polygon | CircleLayer): Corner[] {
  if (layer instanceof CircleLayer) return [];
  const [ring = []] = layer.getLatLngs() as LatLng[][];
  return ring.map(toCorner);
}

/** A drawn circle; metres to a tenth are finer than any hand. */
export function circleOf(layer: CircleLayer): Circle {
  const { lat, lng } = layer.getLatLng();
  return { lat, lon: lng, radiusKm: Math.round(layer.getRadius() * 10) / 10_000 };
}

function toCorner({ lat, lng }: LatLng): Corner {
  return [lng, lat];
}
