import { type Map as LeafletMap, type Path, svg } from 'leaflet';
import { planRedraw } from '#core/tracks/plan-redraw.ts';
import { drawArea, hatchFill } from './draw-area.ts';
import { drawTrack } from './draw-track.ts';
import { createShapeEditor } from './shape-editor.ts';
import {
  type DrawnArea,
  type DrawnTrack,
  isSameArea,
  isSameTrack,
  noShapes,
  type ShapeDeed,
  type ShapesOnMap,
} from './shapes.ts';

/** Tracks and areas, drawn. */
export type ShapeLayer = {
  update(shapes: ShapesOnMap): void;
  destroy(): void;
};

/** One shape that lies on the map. */
export type ShapePaths = {
  /** From the lowest to the topmost; never none. */
  readonly paths: readonly Path[];
  /** To be called when the map rests somewhere else. */
  readonly onMove?: () => void;
};

/**
 * Draw tracks and areas below the pins; a click chooses one unless the map is being clicked for a point. Only what
 * changed is drawn anew: a step of a slider, a choice or an edit costs what it touches, and a zoom makes nothing.
 */
export function addShapeLayer(
  map: LeafletMap,
  onShape: (deed: ShapeDeed) => void,
  isPicking: () => boolean,
): ShapeLayer {
  const pane = map.createPane('shapes');
  pane.style.zIndex = '420';
  const grounds = svg({ pane: 'shapes', padding: 0.5 }).addTo(map);
  pane.querySelector('svg')?.append(hatchFill());
  // A picture of its own above the other: no area ever lies on a track, in whatever order they came.
  const ways = svg({ pane: 'shapes', padding: 0.5 }).addTo(map);
  const editor = createShapeEditor(map, onShape);
  let shown = noShapes;

  const choose = (shape: NonNullable<ShapesOnMap['chosen']>) => () => {
    if (!isPicking() && shown.tool === null) onShape({ kind: 'choose', shape });
  };
  const areas = createPile<WantedArea>(
    (a, b) => a.isChosen === b.isChosen && isSameArea(a.area, b.area),
    ({ area, isChosen }) =>
      drawArea(map, area, { renderer: grounds, isChosen, onClick: choose({ kind: 'area', id: area.id }) }),
  );
  const tracks = createPile<WantedTrack>(
    (a, b) =>
      a.captions?.join('\n') === b.captions?.join('\n') &&
      (a.captions === null) === (b.captions === null) &&
      isSameTrack(a.track, b.track),
    ({ track, captions }) =>
      drawTrack(map, track, { renderer: ways, captions, onClick: choose({ kind: 'track', id: track.id }) }),
  );
  map.on('moveend', areas.onMove);
  return {
    update(shapes) {
      if (shapes === shown) return;
      shown = shapes;
      editor.update(shapes);
      const held = editor.holds()?.id;
      const { chosen, captions } = shapes;
      areas.show(
        shapes.areas
          .filter(({ id }) => id !== held)
          .map((area) => ({ id: area.id, area, isChosen: chosen?.id === area.id })),
      );
      tracks.show(
        shapes.tracks
          .filter(({ id }) => id !== held)
          .map((track) => ({ id: track.id, track, captions: chosen?.id === track.id ? captions : null })),
      );
    },
    destroy() {
      map.off('moveend', areas.onMove);
      editor.destroy();
    },
  };
}

type WantedArea = { readonly id: string; readonly area: DrawnArea; readonly isChosen: boolean };

/** Captions: of the chosen track; `null`: of any other. */
type WantedTrack = {
  readonly id: string;
  readonly track: DrawnTrack;
  readonly captions: readonly string[] | null;
};

/** Shapes of one kind, one upon the other, that follow what is wanted. */
function createPile<Wanted extends { readonly id: string }>(
  isSame: (a: Wanted, b: Wanted) => boolean,
  draw: (wanted: Wanted) => ShapePaths,
) {
  let shown: ReadonlyMap<string, Wanted> = new Map();
  const drawn = new Map<string, ShapePaths>();
  function drop(id: string): void {
    for (const path of drawn.get(id)?.paths ?? []) path.remove();
    drawn.delete(id);
  }

  function add(shape: Wanted, below: string | null): void {
    const { paths, ...made } = draw(shape);
    drawn.set(shape.id, { paths, ...made });
    const above = below === null ? undefined : drawn.get(below)?.paths[0]?.getElement();
    for (const path of paths) {
      const element = path.getElement();
      if (element !== undefined) above?.before(element);
    }
  }

  return {
    show(wanted: readonly Wanted[]): void {
      const { gone, made } = planRedraw(shown, wanted, isSame);
      for (const id of gone) drop(id);
      for (const { shape, below } of made) add(shape, below);
      shown = new Map(wanted.map((one) => [one.id, one]));
    },
    onMove(): void {
      for (const { onMove } of drawn.values()) onMove?.();
    },
  };
}
