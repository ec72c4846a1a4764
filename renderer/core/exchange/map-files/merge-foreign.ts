import type { Event } from '#core/events/event.ts';
import { maxPlaceAliases, type Place } from '#core/geo/place.ts';
import { maxPlaceNote } from '#core/geo/place-edits.ts';
import type { Tables } from '#core/history/change.ts';
import { sameRecord } from '#core/history/same-record.ts';
import { reshapeArea } from '#core/tracks/edit-areas.ts';
import type { Area, Track } from '#core/tracks/track.ts';
import type { MapFeature, MapRecord, MapTable } from './map-feature.ts';

/**
 * What another program's file means for a record that was made of it before: nothing new, a record that takes what is
 * new, or something that is the analyst's to decide.
 */
export type Merging =
  | { readonly outcome: 'same' }
  | { readonly outcome: 'changed'; readonly after: Tables[MapTable] }
  | { readonly outcome: 'kept'; readonly code: 'edited-here' | 'place-full' }
  /** Nobody can tell who changed it: it stays unless the analyst takes `after`. */
  | { readonly outcome: 'open'; readonly ours: Place; readonly after: Place };

/**
 * Bring what a feature of another program says by now into the record that was made of it. Only what such a file can
 * hold is taken from it; what the analyst has edited since stays theirs. `ours` is of the same table as `made`.
 */
export function mergeForeign(ours: Tables[MapTable], made: MapRecord, feature: MapFeature): Merging {
  // A name the import made up says nothing, and tells the row the feature happened to stand in.
  const isNamed = feature.name.trim() !== '';
  switch (made.table) {
    case 'events':
      return mergeEvent(ours as Event, made.record, isNamed);
    case 'tracks':
      return mergeTrack(ours as Track, made.record, isNamed);
    case 'areas':
      return mergeArea(ours as Area, made.record, isNamed);
    case 'places':
      return mergePlace(ours as Place, made.record, isNamed);
    case 'highlights':
      return { outcome: 'same' };
  }
}

function mergeEvent(ours: Event, made: Event, isNamed: boolean): Merging {
  const isSame =
    (!isNamed || ours.title === made.title) &&
    hasNote(ours, made) &&
    sameRecord(ours.dating, made.dating) &&
    sameRecord(pointsOfEvent(ours), pointsOfEvent(made)) &&
    sameRecord(ours.origin?.columns ?? {}, made.origin?.columns ?? {});
  if (isSame) return { outcome: 'same' };
  const { origin, updatedAt } = ours;
  // A place that was corrected here leaves its event's times as they were.
  const isCorrected = ours.places.some(({ place }) => place.original !== undefined);
  if (origin === undefined || updatedAt > origin.readAt || isCorrected) return edited;
  const { title, note, dating, places } = made;
  const read = { note, dating, places, updatedAt: made.updatedAt, origin: made.origin ?? origin };
  return { outcome: 'changed', after: { ...ours, ...read, ...(isNamed ? { title } : {}) } };
}

function mergeTrack(ours: Track, made: Track, isNamed: boolean): Merging {
  const isSame =
    (!isNamed || ours.name === made.name) &&
    hasNote(ours, made) &&
    sameRecord(ours.waypoints.map(pointInTime), made.waypoints.map(pointInTime));
  if (isSame) return { outcome: 'same' };
  if (isTouched(ours)) return edited;
  const { name, note, waypoints } = made;
  return { outcome: 'changed', after: { ...ours, note, waypoints, ...(isNamed ? { name } : {}) } };
}

function mergeArea(ours: Area, made: Area, isNamed: boolean): Merging {
  const isSame =
    (!isNamed || ours.name === made.name) &&
    hasNote(ours, made) &&
    sameRecord(ours.rings, made.rings) &&
    sameRecord(ours.dating, made.dating);
  if (isSame) return { outcome: 'same' };
  if (isTouched(ours)) return edited;
  const { name, note, rings, dating } = made;
  return {
    outcome: 'changed',
    after: { ...reshapeArea(ours, rings), note, dating, ...(isNamed ? { name } : {}) },
  };
}

/** A place has no times that could tell who changed it, the analyst or the file. What it was called stays an alias. */
function mergePlace(ours: Place, made: Place, isNamed: boolean): Merging {
  const { lat, lon, precision, source } = made;
  const { name } = isNamed ? made : ours;
  const isThere = ours.lat === lat && ours.lon === lon;
  if (ours.name === name && isThere && hasNote(ours, made)) return { outcome: 'same' };
  const names = [ours.name, ...ours.aliases].filter((one) => one !== name);
  const aliases = ours.name === name ? ours.aliases : [...new Set(names)];
  const note = hasNote(ours, made) ? ours.note : joinNotes(ours.note, made.note);
  // What one place can't hold is not cut off: a name or half of what was written would be gone unseen.
  const isFull = aliases.length > maxPlaceAliases || (note !== ours.note && note.length > maxPlaceNote);
  if (isFull) return { outcome: 'kept', code: 'place-full' };
  const moved = isThere ? {} : { lat, lon, precision, source };
  return { outcome: 'open', ours, after: { ...ours, name, aliases, note, ...moved } };
}

/** What was written here first. */
function joinNotes(own: string, theirs: string): string {
  return [own, theirs].filter((note) => note !== '').join('\n');
}

const edited: Merging = { outcome: 'kept', code: 'edited-here' };

type Noted = { readonly note: string };

/** Whether a note says all that the file's says; the analyst may have written on. */
function hasNote(ours: Noted, made: Noted): boolean {
  return ours.note.includes(made.note);
}

/** Where the file placed an event, whatever was corrected here since. */
function pointsOfEvent({ places }: Event): unknown {
  return places.map(({ place }) => {
    const { name, lat, lon } = place.original ?? place;
    return [name, lat, lon];
  });
}

function pointInTime({ lat, lon, dating }: Track['waypoints'][number]): unknown {
  return [lat, lon, dating];
}

/** What a file changes leaves the times of a track or an area alone, so that they tell of the analyst's edits. */
function isTouched({ createdAt, updatedAt }: Track | Area): boolean {
  return updatedAt > createdAt;
}
