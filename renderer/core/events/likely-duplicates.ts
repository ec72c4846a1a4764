import { distanceKm } from '#core/geo/distance.ts';
import { addDays } from '#core/time/calendar.ts';
import type { Dating } from '#core/time/dating.ts';
import type { Event } from './event.ts';
import { typeOf } from './event-types.ts';

/** Two events that may be one, told by two sources. */
export type LikelyPair = {
  /** The one that was made first. */
  readonly first: Event;
  readonly second: Event;
  /** Why, for the screen to word. */
  readonly reasons: readonly LikelyReason[];
};

export type LikelyReason =
  | 'same-day'
  | 'days-overlap'
  | 'same-place'
  | 'near'
  | 'same-type'
  | 'type-open'
  | 'shared-actor';

/** Points this close are taken for one place: a town and its edge. */
const nearKm = 10;

/** How far an event of one printed day may have been from it, by its time precision. */
const slackDays = { 1: 0, 2: 3, 3: 15 } as const;

/**
 * Pairs of events that may be the same: their days overlap as far as they are known, they share a place, and their
 * types are no contradiction. Only proposed: nothing is merged by the program, and an event without a day or a place
 * is never proposed, nor are two of one collection such as ACLED's. The surest pairs first.
 */
export function likelyDuplicates(events: readonly Event[]): LikelyPair[] {
  const dated = events
    .flatMap((event) => {
      const days = possibleDays(event.dating);
      return days === null || event.places.length === 0 ? [] : [{ event, ...days }];
    })
    .sort((a, b) => compare(a.from, b.from));
  const pairs: LikelyPair[] = [];
  // Only those still going on when the next begins can overlap it.
  const open = new Map<string, typeof dated>();
  for (const one of dated) {
    const own = collectorOf(one.event);
    for (const [collector, others] of open) {
      if (collector !== '' && collector === own) continue;
      const still = others.filter(({ until }) => until >= one.from);
      open.set(collector, still);
      for (const other of still) pairs.push(...pairOf(other.event, one.event));
    }
    const siblings = open.get(own);
    if (siblings === undefined) open.set(own, [one]);
    else siblings.push(one);
  }
  return pairs.sort(
    (a, b) => weigh(b) - weigh(a) || compare(a.first.id, b.first.id) || compare(a.second.id, b.second.id),
  );
}

/** Whoever collects events tells its own apart: two of ACLED's, or of one file, are never one. Empty: the analyst's. */
function collectorOf({ origin }: Event): string {
  if (origin === undefined) return '';
  const { collection, fileName } = origin;
  return collection === 'acled' || collection === 'ucdp' ? collection : `${collection} ${fileName}`;
}

function pairOf(a: Event, b: Event): LikelyPair[] {
  if (a.notSameAs?.includes(b.id) || b.notSameAs?.includes(a.id)) return [];
  const where = placeReason(a, b);
  const what = typeReason(a, b);
  if (where === null || what === null) return [];
  const who = a.actors.some(({ actorId }) => b.actors.some((other) => other.actorId === actorId));
  const isFirst = compare(a.createdAt, b.createdAt) <= 0;
  return [
    {
      first: isFirst ? a : b,
      second: isFirst ? b : a,
      reasons: [dayReason(a.dating, b.dating), where, what, ...(who ? (['shared-actor'] as const) : [])],
    },
  ];
}

/** `null` when a day is missing at an end: then nothing tells whether it is the same. */
function possibleDays({ from, until, precision }: Dating): { from: string; until: string } | null {
  if (from === null || until === null) return null;
  const slack = from === until && precision !== null ? slackDays[precision] : 0;
  return { from: addDays(from, -slack), until: addDays(until, slack) };
}

function dayReason(a: Dating, b: Dating): LikelyReason {
  const isOneDay = a.from === a.until && b.from === b.until && a.from === b.from;
  return isOneDay ? 'same-day' : 'days-overlap';
}

function placeReason(a: Event, b: Event): LikelyReason | null {
  const both = a.places.flatMap(({ place }) => b.places.map(({ place: other }) => [place, other] as const));
  if (both.some(([place, other]) => place.id === other.id)) return 'same-place';
  const isNear = both.some(([{ lat, lon, ...place }, other]) => {
    if (lat === null || lon === null || other.lat === null || other.lon === null) return false;
    if (place.precision === 'area' || other.precision === 'area') return false;
    return distanceKm({ lat, lon }, { lat: other.lat, lon: other.lon }) <= nearKm;
  });
  return isNear ? 'near' : null;
}

function typeReason(a: Event, b: Event): LikelyReason | null {
  if (a.subType === null || b.subType === null) return 'type-open';
  return typeOf(a.subType) === typeOf(b.subType) ? 'same-type' : null;
}

const weights: Readonly<Record<LikelyReason, number>> = {
  'same-day': 3,
  'days-overlap': 1,
  'same-place': 3,
  near: 1,
  'same-type': 2,
  'type-open': 0,
  'shared-actor': 1,
};

function weigh({ reasons }: LikelyPair): number {
  return reasons.reduce((sum, reason) => sum + weights[reason], 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
