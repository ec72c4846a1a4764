import type { LatLon } from '#core/geo/distance.ts';
import type { AreaId, TrackId } from '#core/ids.ts';
import type { Corner } from '#core/tracks/edit-areas.ts';
import type { ReshapedPoint } from '#core/tracks/edit-tracks.ts';
import type { AreaKind, Circle, WaypointPrecision } from '#core/tracks/track.ts';
import type { ChosenShape } from '#state/workspace.ts';

/** A waypoint as the map shows it. */
export type DrawnWaypoint = LatLon & { readonly isDated: boolean; readonly precision: WaypointPrecision };

/** A track as the map shows it. */
export type DrawnTrack = {
  readonly id: TrackId;
  readonly waypoints: readonly DrawnWaypoint[];
  readonly uncertaintyKm: number | null;
  /** Shown beside the pointer. */
  readonly title: string;
};

/** An area as the map shows it. */
export type DrawnArea = {
  readonly id: AreaId;
  readonly kind: AreaKind;
  readonly rings: readonly (readonly Corner[])[];
  /** `null`: it is none. */
  readonly circle: Circle | null;
  readonly name: string;
  /** Shown beside the pointer where the area is too small for its name. */
  readonly title: string;
};

/** How shapes are drawn or changed with the mouse: pull corners, move the whole, draw a new area, or cut a hole. */
export type ShapeTool = 'reshape' | 'move' | DrawnOutline | 'hole';

/** The outlines an area can be drawn with. */
export type DrawnOutline = 'polygon' | 'rectangle' | 'circle';

/** The tracks and areas of a map. */
export type ShapesOnMap = {
  readonly tracks: readonly DrawnTrack[];
  readonly areas: readonly DrawnArea[];
  readonly chosen: ChosenShape | null;
  /** What stands beside the waypoints of the chosen track, one each. */
  readonly captions: readonly string[];
  /** In the analyst's hand; `null`: none. */
  readonly tool: ShapeTool | null;
};

/** What the analyst did with tracks and areas on the map. */
export type ShapeDeed =
  | { readonly kind: 'choose'; readonly shape: ChosenShape }
  | { readonly kind: 'reshape-track'; readonly id: TrackId; readonly points: readonly ReshapedPoint[] }
  | {
      readonly kind: 'reshape-area';
      readonly id: AreaId;
      readonly rings: readonly (readonly Corner[])[];
      readonly isMoved: boolean;
      /** What it is a circle of by now; left out: of nothing. */
      readonly circle?: Circle;
    }
  | { readonly kind: 'draw-area'; readonly ring: readonly Corner[] }
  | { readonly kind: 'draw-circle'; readonly circle: Circle }
  | { readonly kind: 'cut-hole'; readonly id: AreaId; readonly ring: readonly Corner[] };

/** A map without tracks and areas. */
export const noShapes: ShapesOnMap = { tracks: [], areas: [], chosen: null, captions: [], tool: null };

/** Whether two tracks are drawn alike. */
export function isSameTrack(a: DrawnTrack, b: DrawnTrack): boolean {
  return (
    a === b ||
    (a.title === b.title &&
      a.uncertaintyKm === b.uncertaintyKm &&
      isSameList(a.waypoints, b.waypoints, isSamePoint))
  );
}

/** Whether two areas are drawn alike. */
export function isSameArea(a: DrawnArea, b: DrawnArea): boolean {
  return (
    a === b ||
    (a.kind === b.kind &&
      a.name === b.name &&
      a.title === b.title &&
      isSameList(a.rings, b.rings, isSameRing))
  );
}

function isSamePoint(a: DrawnWaypoint, b: DrawnWaypoint): boolean {
  return a.lat === b.lat && a.lon === b.lon && a.isDated === b.isDated && a.precision === b.precision;
}

function isSameRing(a: readonly Corner[], b: readonly Corner[]): boolean {
  return isSameList(a, b, ([x, y], [u, v]) => x === u && y === v);
}

function isSameList<Value>(
  a: readonly Value[],
  b: readonly Value[],
  isSame: (a: Value, b: Value) => boolean,
): boolean {
  return (
    a.length === b.length &&
    a.every((value, at) => {
      const other = b[at];
      return other !== undefined && isSame(value, other);
    })
  );
}
