import { type Change, removal, replacement } from '#core/history/change.ts';
import { sameRecord } from '#core/history/same-record.ts';
import type { Dating } from '#core/time/dating.ts';
import { isSamePassage } from './edit-events.ts';
import {
  type Deaths,
  type Event,
  type EventActor,
  type EventPlace,
  maxEventActors,
  maxEventNote,
  maxEventPassages,
  maxEventPlaces,
  maxToldApart,
} from './event.ts';

/**
 * What came of merging two events; `two-origins` when both come from other collections, `too-large` when together they
 * hold more than one event may.
 */
export type Merging =
  | { readonly ok: true; readonly event: Event; readonly changes: Change[] }
  | { readonly ok: false; readonly problem: MergeProblem };

export type MergeProblem = 'two-origins' | 'too-large';

/**
 * Make one event of two: `kept` has the word where both say something, takes from `other` what it lacks, and rests on
 * the passages of both. Of their dates the more exact one stays, of their announcements the first, of their deaths the lowest and the highest.
 */
export function mergeEvents(kept: Event, other: Event, now: string): Merging {
  if (haveTwoOrigins(kept, other)) return { ok: false, problem: 'two-origins' };
  const event: Event = {
    ...kept,
    title: kept.title || other.title,
    dating: surerDating(kept.dating, other.dating),
    ...firstAnnounced(kept, other),
    places: [...kept.places, ...other.places.filter((place) => !kept.places.some(isSamePlace(place)))],
    actors: [...kept.actors, ...other.actors.filter((actor) => !kept.actors.some(isSameActor(actor)))],
    subType: kept.subType ?? other.subType,
    deaths: joinDeaths(kept.deaths, other.deaths),
    note: joinNotes(kept, other),
    passages: [
      ...kept.passages,
      ...other.passages.filter((passage) => !kept.passages.some((one) => isSamePassage(one, passage))),
    ],
    ...joinOrigins(kept, other),
    updatedAt: now,
  };
  const isTooLarge =
    event.passages.length > maxEventPassages ||
    event.places.length > maxEventPlaces ||
    event.actors.length > maxEventActors ||
    event.note.length > maxEventNote;
  if (isTooLarge) return { ok: false, problem: 'too-large' };
  return { ok: true, event, changes: [replacement('events', kept, event), removal('events', other)] };
}

/**
 * Whether both events come from other collections. They stay two: an event has one origin, and without the other its
 * row would be read again as a new event, and what is ACLED's would no longer be known as such.
 */
export function haveTwoOrigins(a: Event, b: Event): boolean {
  return a.origin !== undefined && b.origin !== undefined;
}

function firstAnnounced(kept: Event, other: Event): Pick<Event, 'announcedOn'> {
  const [first] = [kept, other].flatMap(({ announcedOn }) => announcedOn ?? []).sort();
  return first === undefined ? {} : { announcedOn: first };
}

function isSamePlace({ place }: EventPlace): (other: EventPlace) => boolean {
  return (other) => other.place.id === place.id;
}

function isSameActor({ actorId }: EventActor): (other: EventActor) => boolean {
  return (other) => other.actorId === actorId;
}

/** The date with fewer days; of equals the one that is printed before one that is worked out. */
function surerDating(kept: Dating, other: Dating): Dating {
  const [own, others] = [exactness(kept), exactness(other)];
  if (own !== others) return own < others ? kept : other;
  return kept.basis === 'inferred' && other.basis === 'stated' && sameDays(kept, other) ? other : kept;
}

/** Lower is more exact. */
function exactness({ from, until, precision }: Dating): number {
  if (from === null && until === null) return 9;
  if (from === null || until === null) return 8;
  return precision ?? 4;
}

function sameDays(a: Dating, b: Dating): boolean {
  return a.from === b.from && a.until === b.until;
}

function joinDeaths(kept: Deaths | null, other: Deaths | null): Deaths | null {
  if (kept === null || other === null) return kept ?? other;
  const figures = [kept, other].flatMap(({ low, best, high }) => [low, best, high]).filter(isFigure);
  if (figures.length === 0) return kept;
  const isOneFigure = kept.low === null && kept.high === null && sameRecord(kept, other);
  if (isOneFigure) return kept;
  return { low: Math.min(...figures), best: kept.best ?? other.best, high: Math.max(...figures) };
}

function isFigure(figure: number | null): figure is number {
  return figure !== null;
}

/** A title that gives way is kept in the note: nothing that was written is lost. */
function joinNotes(kept: Event, other: Event): string {
  const isOtherTitle = kept.title !== '' && other.title !== '' && kept.title !== other.title;
  return [kept.note, isOtherTitle ? other.title : '', other.note === kept.note ? '' : other.note]
    .filter((part) => part !== '')
    .join('\n\n');
}

function joinOrigins(kept: Event, other: Event): Pick<Event, 'origin' | 'notSameAs'> {
  const origin = kept.origin ?? other.origin;
  const apart = [...new Set([...(kept.notSameAs ?? []), ...(other.notSameAs ?? [])])]
    .filter((id) => id !== kept.id && id !== other.id)
    .slice(0, maxToldApart);
  return {
    ...(origin === undefined ? {} : { origin }),
    ...(apart.length === 0 ? {} : { notSameAs: apart }),
  };
}
