import { t as say } from '@lingui/core/macro';
import { Circle as CircleLayer, type Map as LeafletMap, type Polygon } from 'leaflet';
import { notify } from '#state/notices.ts';
import { loadGeoman } from './load-geoman.ts';
import styles from './Shapes.module.css';
import { circleOf, type Hold, pullArea, pullCircle, pullTrack, ringOf } from './shape-handles.ts';
import type { DrawnOutline, ShapeDeed, ShapesOnMap } from './shapes.ts';

/** Handles on a track or an area, and the drawing of a new area, with the mouse. */
export type ShapeEditor = {
  update(shapes: ShapesOnMap): void;
  /** The shape that has handles now: nobody else draws it meanwhile. */
  holds(): { readonly id: string } | null;
  destroy(): void;
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
  const area = shapes.areas.find(({ id }) => id === chosen?.id);
  if (tool === 'polygon' || tool === 'rectangle' || tool === 'circle')
    return drawOutline(map, tool, (layer) => onShape(asDrawn(layer)));
  if (tool === 'hole')
    return area === undefined
      ? null
      : drawOutline(map, 'polygon', (layer) =>
          onShape({ kind: 'cut-hole', id: area.id, ring: ringOf(layer) }),
        );
  const track = shapes.tracks.find(({ id }) => id === chosen?.id);
  if (track !== undefined) return pullTrack(map, track, onShape);
  if (area === undefined) return null;
  const { circle } = area;
  if (circle !== null && tool === 'reshape') return pullCircle(map, { ...area, circle }, onShape);
  return pullArea(map, area, { isWhole: tool === 'move', onShape });
}

function asDrawn(layer: Polygon | CircleLayer): ShapeDeed {
  return layer instanceof CircleLayer
    ? { kind: 'draw-circle', circle: circleOf(layer) }
    : { kind: 'draw-area', ring: ringOf(layer) };
}

const drawnAs = { polygon: 'Polygon', rectangle: 'Rectangle', circle: 'Circle' } as const;

function drawOutline(
  map: LeafletMap,
  tool: DrawnOutline,
  onDrawn: (layer: Polygon | CircleLayer) => void,
): Hold {
  const shape = drawnAs[tool];
  const onCreate = ({ layer }: { readonly layer: unknown }) => {
    const made = layer as Polygon | CircleLayer;
    // It comes back as a record, once that is kept.
    made.remove();
    onDrawn(made);
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
