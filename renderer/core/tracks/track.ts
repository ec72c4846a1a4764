import type { Anchor } from '#core/annotations/highlight.ts';
import type { ActorId, AnalystId, AreaId, PlaceId, TrackId } from '#core/ids.ts';
import type { Dating } from '#core/time/dating.ts';

/** How exactly a point stands for where somebody was: there, thereabouts, or somewhere in that area. */
export const waypointPrecisions = ['exact', 'near', 'area'] as const;

export type WaypointPrecision = (typeof waypointPrecisions)[number];

/** A point of a movement: where, and when somebody was there as far as it is known. */
export type Waypoint = {
  /** Degrees, WGS 84. */
  readonly lat: number;
  readonly lon: number;
  /** The place's name; empty: a point the analyst set. */
  readonly name: string;
  readonly dating: Dating;
  /** Left out: nobody said, and it is taken for no more than near. */
  readonly precision?: WaypointPrecision;
  /** The place it was taken from, whose point it has stood on since; left out: none, or it was moved away from it. */
  readonly placeId?: PlaceId;
};

/** A movement of somebody from place to place. The line between two waypoints is drawn, not known. */
export type Track = {
  readonly id: TrackId;
  readonly name: string;
  readonly actorIds: readonly ActorId[];
  /** In the order of the way. */
  readonly waypoints: readonly Waypoint[];
  /** How far off the line the way may have been; `null`: nobody says. */
  readonly uncertaintyKm: number | null;
  readonly note: string;
  readonly passages: readonly Anchor[];
  readonly analystId?: AnalystId;
  readonly createdAt: string;
  readonly updatedAt: string;
};

/** What an area says of the ground. */
export const areaKinds = ['control', 'influence', 'interest', 'other'] as const;

export type AreaKind = (typeof areaKinds)[number];

/** All points within so far of a middle, on the globe. */
export type Circle = {
  /** Degrees, WGS 84. */
  readonly lat: number;
  readonly lon: number;
  readonly radiusKm: number;
};

/** A part of the map of which something is said for a time. */
export type Area = {
  readonly id: AreaId;
  readonly name: string;
  readonly kind: AreaKind;
  readonly actorIds: readonly ActorId[];
  /** Rings of [longitude, latitude] in degrees, WGS 84, without the repeated last point; first the outer one, then holes. */
  readonly rings: readonly (readonly (readonly [number, number])[])[];
  /** What the outer ring is drawn of; left out: its corners are all there is to it. */
  readonly circle?: Circle;
  /** Since when and until when it is said to hold. */
  readonly dating: Dating;
  readonly note: string;
  readonly passages: readonly Anchor[];
  readonly analystId?: AnalystId;
  readonly createdAt: string;
  readonly updatedAt: string;
};

/** Most waypoints of a track, points of an area and passages of either: each is one stored value. */
export const maxWaypoints = 100;
export const maxAreaPoints = 1_000;
export const maxTrackPassages = 10;

/** The largest circle, which reaches across the Sahel; larger ones would cross the poles or the date line. */
export const maxRadiusKm = 2_000;

/** Most text of a name and of a note of either, in UTF-16 units. */
export const maxTrackName = 300;
export const maxTrackNote = 4_000;

/** How exactly a waypoint is known: near, where nobody said. */
export function precisionOf({ precision }: Pick<Waypoint, 'precision'>): WaypointPrecision {
  return precision ?? 'near';
}
