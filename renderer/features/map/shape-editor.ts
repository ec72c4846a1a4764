import { t as say } from '@lingui/core/macro';
import {
  type LatLng,
  type LatLngTuple,
  type Map as LeafletMap,
  type Polygon,
  polygon,
  polyline,
} from 'leaflet';
import type { Corner } from '#core/tracks/edit-areas.ts';
import { notify } from '#state/notices.ts';
import { loadGeoman } from './load-geoman.ts';
import styles from './Shapes.module.css';
import type { DrawnArea, DrawnTrack, ShapeDeed, ShapesOnMap } from './shapes.ts';

/** Handles on a track or an area, and the drawing of a new area, with the mouse. */
export type ShapeEditor = {
  update(shapes: ShapesOnMap): void;
  /** The shape that has handles now: nobody else draws it meanwhile. */
  holds(): { readonly id: string } | null;
  destroy(): void;
};

/** One drawing or changing, from taking the tool in hand to laying it aside. */
type Hold = {
  /** Answers whether it goes on with what is kept now. */
  follow(shapes: ShapesOnMap): boolean;
  end(): void;
};

/** Draw and change shapes as the tool in the analyst's hand says; what comes of it goes to `onShape`. */
export function createShapeEditor(map: LeafletMap, onShape: (deed: ShapeDeed) => void): ShapeEditor {
  let hold: Hold | null = null;
  let shown: ShapesOnMap | null = null;
  let isGone = false;

  function drop(): void {
    hold?.end();
    hold = null;
  }

  async function take(shapes: ShapesOnMap): Promise<void> {
    try {
      await loadGeoman(map);
      // The tool was laid aside, or another one taken, while the first was being fetched.
      if (isGone || shown !== shapes) return;
      drop();
      hold = begin(map, shapes, onShape);
    } catch (error) {
      const reason = String(error);
      notify({
        kind: 'danger',
        text: say`Drawing with the mouse failed: ${reason}. Enter names or coordinates in the list instead.`,
      });
    }
  }

  return {
    update(shapes) {
      const isSame = shown !== null && shown.tool === shapes.tool && shown.chosen?.id === shapes.chosen?.id;
      shown = shapes;
      // What lies under the pointer lets clicks through to the shape in hand.
      map.getContainer().classList.toggle(styles.inHand ?? '', shapes.tool !== null);
      if (isSame && hold?.follow(shapes) === true) return;
      drop();
      if (shapes.tool !== null) void take(shapes);
    },
    holds() {
      if (shown === null || shown.chosen === null) return null;
      const isHeld = shown.tool === 'reshape' || shown.tool === 'move';
      return isHeld ? shown.chosen : null;
    },
    destroy() {
      isGone = true;
      drop();
    },
  };
}

function begin(map: LeafletMap, shapes: ShapesOnMap, onShape: (deed: ShapeDeed) => void): Hold | null {
  const { tool, chosen } = shapes;
  if (tool === null) return null;
  if (tool === 'polygon' || tool === 'rectangle') return drawArea(map, tool, onShape);
  const track = shapes.tracks.find(({ id }) => id === chosen?.id);
  if (track !== undefined) return pullTrack(map, track, onShape);
  const area = shapes.areas.find(({ id }) => id === chosen?.id);
  return area === undefined ? null : pullArea(map, area, { isWhole: tool === 'move', onShape });
}

function drawArea(map: LeafletMap, tool: 'polygon' | 'rectangle', onShape: (deed: ShapeDeed) => void): Hold {
  const shape = tool === 'polygon' ? 'Polygon' : 'Rectangle';
  const onCreate = ({ layer }: { readonly layer: unknown }) => {
    const made = layer as Polygon;
    const [ring = []] = made.getLatLngs() as LatLng[][];
    // It comes back as a record, once that is kept.
    made.remove();
    onShape({ kind: 'draw-area', ring: ring.map(toCorner) });
  };
  map.on('pm:create', onCreate);
  const look = { className: styles.drawing ?? '' };
  map.pm.enableDraw(shape, {
    // Its hints are markup.
    tooltips: false,
    snappable: false,
    allowSelfIntersection: false,
    finishOn: 'dblclick',
    templineStyle: look,
    hintlineStyle: { className: styles.hint ?? '' },
    pathOptions: look,
  });
  return {
    follow: () => true,
    end() {
      map.off('pm:create', onCreate);
      map.pm.disableDraw(shape);
    },
  };
}

/** Handles on the waypoints of a track, and between them for new ones; the right button takes one away. */
function pullTrack(map: LeafletMap, track: DrawnTrack, onShape: (deed: ShapeDeed) => void): Hold {
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
function pullArea(map: LeafletMap, area: DrawnArea, { isWhole, onShape }: AreaPull): Hold {
  const shape = polygon(
    area.rings.map((ring) => ring.map(([lon, lat]): LatLngTuple => [lat, lon])),
    { pmIgnore: false, className: `${styles.held ?? ''} ${styles.heldArea ?? ''}` },
  ).addTo(map);
  const rings = () => (shape.getLatLngs() as LatLng[][]).map((ring) => ring.map(toCorner));
  const send = () => onShape({ kind: 'reshape-area', id: area.id, rings: rings(), isMoved: isWhole });
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
function onceSettled(layer: ReturnType<typeof polyline>, send: () => void): void {
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

function toCorner({ lat, lng }: LatLng): Corner {
  return [lng, lat];
}
