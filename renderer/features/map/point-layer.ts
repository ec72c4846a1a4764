import type { Map as LeafletMap } from 'leaflet';
import type { PlaceId } from '#core/ids.ts';
import { membersOf, ofKinds, showOnly } from '#core/picture/cluster-spots.ts';
import { gatherSpots, type Spots } from '#core/picture/gather-spots.ts';
import type { MapPoint, PointKind } from '#core/picture/map-point.ts';
import type { PictureItem } from '#core/picture/picture-item.ts';
import { addHeatLayer } from './heat-layer.ts';
import { type Held, rememberClusters } from './point-clusters.ts';
import { createPointPicture, type Drawn } from './point-picture.ts';
import { followPointer, type PointListeners } from './point-pointer.ts';
import { addPointSheet } from './point-sheet.ts';

/** What of the work is drawn as symbols and as heat. */
export type PointData = {
  /** Everything located, shown or not: a new array is put in order anew, which takes a while for many. */
  readonly all: readonly MapPoint[];
  /** What the narrowing leaves. */
  readonly items: readonly PictureItem[];
  /** The kinds the analyst wants to see. */
  readonly chosen: ReadonlySet<PointKind>;
  /** Those of them drawn here: places and events that are few are pins. */
  readonly drawn: ReadonlySet<PointKind>;
  /** Whether all that is chosen warms the map instead of being drawn here. */
  readonly isHeat: boolean;
  /** The places where pins stand: symbols of theirs are drawn beside them. */
  readonly pinned: ReadonlySet<PlaceId>;
};

const none: ReadonlySet<PointKind> = new Set();

/** No points at all. */
export const noPoints: PointData = {
  all: [],
  items: [],
  chosen: none,
  drawn: none,
  isHeat: false,
  pinned: new Set(),
};

/** Where a name must not be written, and which place's name may stand beside it. */
export type PointSpot = {
  readonly id: string;
  readonly lat: number;
  readonly lon: number;
  readonly radius: number;
};

/** The points of the work on the map. */
export type PointLayer = {
  update(data: PointData, isPicking: boolean): void;
  restyle(): void;
  /** What is drawn in the view, for names to keep clear of. */
  spots(): readonly PointSpot[];
  /** Everything shown in the view, as symbol, pin or heat. */
  inView(): MapPoint[];
  destroy(): void;
};

/** Draw points by kind and precision, many as counted piles; `onDrawn` is called when other symbols are drawn, not when the view moves. */
export function addPointLayer(
  map: LeafletMap,
  listeners: PointListeners & { readonly onDrawn: () => void },
): PointLayer {
  const heat = addHeatLayer(map);
  const sheet = addPointSheet(map, 'points', 440);
  const picture = createPointPicture(sheet);
  let data = noPoints;
  let held = hold(noPoints, gatherSpots([]));
  let isPicking = false;
  let frame = 0;
  const clusters = rememberClusters(map);

  const pointsOf = (drawn: Drawn): readonly MapPoint[] =>
    drawn.point === null
      ? membersOf(held.spots, held.drawn, clusters.now(held), drawn.cluster)
      : [drawn.point];
  const pointer = followPointer(map, { sheet, picture, pointsOf, draw, isOff: () => isPicking, listeners });

  function draw(): void {
    cancelAnimationFrame(frame);
    picture.draw(map, { held, clusters: clusters.now(held), pinned: data.pinned });
    heat.draw(held, data.isHeat);
    pointer.leave();
  }
  const drawSoon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      draw();
      listeners.onDrawn();
    });
  };
  const follow = () => {
    if (sheet.isOutgrown()) drawSoon();
  };
  // Symbols move along with the map: they can wait until its base has been drawn, which takes a picture's time itself.
  const drawNext = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(draw);
    });
  };
  map.on('zoomend resize', draw);
  map.on('moveend', drawNext);
  map.on('move', follow);

  return {
    update(next, picking) {
      isPicking = picking;
      if (next === data) return;
      held = hold(next, next.all === data.all ? held.spots : gatherSpots(next.all));
      data = next;
      clusters.forget();
      picture.fold();
      drawSoon();
    },
    restyle() {
      picture.restyle();
      drawSoon();
    },
    spots: () => picture.drawn().map((drawn) => spotOf(map, held.spots, drawn)),
    inView() {
      const bounds = map.getBounds();
      return held.spots.points.filter(
        ({ lat, lon }, number) => held.chosen[number] === 1 && bounds.contains([lat, lon]),
      );
    },
    destroy() {
      cancelAnimationFrame(frame);
      map.off('zoomend resize', draw);
      map.off('moveend', drawNext);
      map.off('move', follow);
      pointer.destroy();
      sheet.destroy();
      heat.destroy();
    },
  };
}

function hold({ items, chosen, drawn, isHeat }: PointData, spots: Spots): Held {
  const shown = showOnly(spots, items, chosen);
  return { spots, chosen: shown, drawn: ofKinds(spots, shown, isHeat ? none : drawn) };
}

/** Only a place that is drawn where it lies may have its name beside it. */
function spotOf(map: LeafletMap, { points, first }: Spots, drawn: Drawn): PointSpot {
  const { lat, lng } = map.containerPointToLatLng([drawn.x, drawn.y]);
  const id = drawn.isBeside ? '' : (points[first[drawn.spot] ?? 0]?.placeId ?? '');
  return { id, lat, lon: lng, radius: drawn.radius };
}
