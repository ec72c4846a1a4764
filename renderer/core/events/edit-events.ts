import type { Anchor } from '#core/annotations/highlight.ts';
import { type Change, creation, removal, replacement } from '#core/history/change.ts';
import { sameRecord } from '#core/history/same-record.ts';
import type { AnalystId, EventId } from '#core/ids.ts';
import { undated } from '#core/time/dating.ts';
import { isDay } from './enter-dating.ts';
import {
  type Event,
  maxEventNote,
  maxEventPassages,
  maxEventTitle,
  maxLinkedLength,
  maxToldApart,
} from './event.ts';

/** Who makes an event, under which id and when. */
export type EventMaker = { readonly id: EventId; readonly analystId: AnalystId; readonly now: string };

/** An event of which nothing is known yet. */
export function newEvent({ id, analystId, now }: EventMaker): Event {
  return {
    id,
    title: '',
    dating: undated,
    places: [],
    actors: [],
    subType: null,
    deaths: null,
    note: '',
    passages: [],
    analystId,
    createdAt: now,
    updatedAt: now,
  };
}

/**
 * Keep `event` in the place of `stored`, which is `null` as long as nothing is. Throws when its words are longer than
 * an event may hold.
 */
export function keepEvent(stored: Event | null, event: Event, now: string): Change[] {
  if (event.title.length > maxEventTitle)
    throw new RangeError(`a title of ${event.title.length} units is too long`);
  if (event.note.length > maxEventNote)
    throw new RangeError(`a note of ${event.note.length} units is too long`);
  const kept = { ...event, title: event.title.toWellFormed(), note: event.note.toWellFormed() };
  if (stored === null) return [creation('events', { ...kept, updatedAt: now })];
  const unchanged = sameRecord({ ...stored, updatedAt: '' }, { ...kept, updatedAt: '' });
  return unchanged ? [] : [replacement('events', stored, { ...kept, updatedAt: now })];
}

/** What came of linking a passage. */
export type Linking =
  | { readonly ok: true; readonly event: Event }
  | { readonly ok: false; readonly problem: 'too-long' | 'too-many' };

/** The event resting on one more passage; one it has already is not linked twice. */
export function linkPassage(event: Event, passage: Anchor): Linking {
  if (event.passages.some((one) => isSamePassage(one, passage))) return { ok: true, event };
  if (passage.exact.length > maxLinkedLength) return { ok: false, problem: 'too-long' };
  if (event.passages.length >= maxEventPassages) return { ok: false, problem: 'too-many' };
  return { ok: true, event: { ...event, passages: [...event.passages, passage] } };
}

/** The event without a passage. */
export function unlinkPassage(event: Event, passage: Anchor): Event {
  return { ...event, passages: event.passages.filter((one) => !isSamePassage(one, passage)) };
}

/** Whether two anchors mean the same stretch of the same article. */
export function isSamePassage(a: Anchor, b: Anchor): boolean {
  return a.articleId === b.articleId && a.start === b.start && a.end === b.end;
}

/** Take events away. */
export function deleteEvents(events: readonly Event[]): Change[] {
  return events.map((event) => removal('events', event));
}

/** Say that two events are not the same; none is proposed for the other any more. */
export function tellApart(a: Event, b: Event, now: string): Change[] {
  const told = a.notSameAs ?? [];
  if (a.id === b.id || told.includes(b.id) || told.length >= maxToldApart) return [];
  return [replacement('events', a, { ...a, notSameAs: [...told, b.id], updatedAt: now })];
}

/** An event with the day it was first made known; what is no day takes that away. Nothing is kept by this alone. */
export function announceOn(event: Event, day: string): Event {
  const { announcedOn: _, ...others } = event;
  return isDay(day) ? { ...others, announcedOn: day } : others;
}
