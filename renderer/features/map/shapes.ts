import type { LatLon } from '#core/geo/distance.ts';
import type { AreaId, TrackId } from '#core/ids.ts';
import type { Corner } from '#core/tracks/edit-areas.ts';
import type { ReshapedPoint } from '#core/tracks/edit-tracks.ts';
import type { AreaKind } from '#core/tracks/track.ts';
import type { ChosenShape } from '#state/workspace.ts';

/** A waypoint with what stands beside it while its track is chosen. */
export type DrawnWaypoint = LatLon & { readonly caption: string; readonly isDated: boolean };

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
  readonly name: string;
  readonly title: string;
};

/** How shapes are drawn or changed with the mouse: pull corners, move the whole, or draw a new area. */
export type ShapeTool = 'reshape' | 'move' | 'polygon' | 'rectangle';

/** The tracks and areas of a map. */
export type ShapesOnMap = {
  readonly tracks: readonly DrawnTrack[];
  readonly areas: readonly DrawnArea[];
  readonly chosen: ChosenShape | null;
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
    }
  | { readonly kind: 'draw-area'; readonly ring: readonly Corner[] };

/** A map without tracks and areas. */
export const noShapes: ShapesOnMap = { tracks: [], areas: [], chosen: null, tool: null };
