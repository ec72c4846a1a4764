import type { Anchor } from '#core/annotations/highlight.ts';
import type { Place } from '#core/geo/place.ts';
import type { ActorId, AnalystId, EventId } from '#core/ids.ts';
import type { Dating } from '#core/time/dating.ts';
import type { SubEventType } from './event-types.ts';

/**
 * ACLED's geo precision: 1 a named town, 2 near a town or a small part of a region, 3 a larger region; `null`: not
 * judged yet.
 */
export type GeoPrecision = 1 | 2 | 3 | null;

/** Where an event was: the place as it was known when it was linked, so that the record stays true. */
export type EventPlace = { readonly place: Place; readonly geoPrecision: GeoPrecision };

/**
 * On which side somebody took part. The sides are ACLED's Actor 1 and Actor 2, which do not mean attacker and attacked;
 * `with-1` and `with-2` stood beside them.
 */
export const eventRoles = ['side-1', 'side-2', 'with-1', 'with-2', 'other'] as const;

export type EventRole = (typeof eventRoles)[number];

export type EventActor = {
  readonly actorId: ActorId;
  /** The name as it was known when it was linked. */
  readonly name: string;
  readonly role: EventRole;
};

/** Deaths as reported, not verified. `null`: nobody gives a figure. */
export type Deaths = {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
};

/** The row of another collection an event came from, kept as it was and apart from what the analyst made. */
export type EventOrigin = {
  readonly collection: 'acled' | 'ucdp' | 'geojson' | 'csv';
  /** Its id there. */
  readonly id: string;
  readonly fileName: string;
  /** When it was read (ISO 8601 UTC). */
  readonly readAt: string;
  /** The row's columns that have no field here, as printed. */
  readonly columns: Readonly<Record<string, string>>;
};

/** Something that happened: what, when, where, who, and the passages that say so. */
export type Event = {
  readonly id: EventId;
  readonly title: string;
  readonly dating: Dating;
  /** The day on which it was first made known, `2022-11-30`; absent: when its passages were published tells. */
  readonly announcedOn?: string;
  readonly places: readonly EventPlace[];
  readonly actors: readonly EventActor[];
  /** `null`: not coded. */
  readonly subType: SubEventType | null;
  readonly deaths: Deaths | null;
  readonly note: string;
  /** What it rests on, in the order it was linked. */
  readonly passages: readonly Anchor[];
  /** Absent: made by the analyst. */
  readonly origin?: EventOrigin;
  /** Events the analyst said are others than this one, however alike; absent: none. */
  readonly notSameAs?: readonly EventId[];
  readonly analystId?: AnalystId;
  readonly createdAt: string;
  readonly updatedAt: string;
};

/** Most passages one event may rest on, places it may have, actors that may take part: it is one stored value. */
export const maxEventPassages = 20;
export const maxEventPlaces = 20;
export const maxEventActors = 40;

/** Most events one event may be told apart from. */
export const maxToldApart = 200;

/** Most text of a title and of a note, in UTF-16 units. */
export const maxEventTitle = 300;
export const maxEventNote = 4_000;

/** Most text of one passage that an event, a track, an area or a relation rests on, in UTF-16 units. */
export const maxLinkedLength = 1_000;
