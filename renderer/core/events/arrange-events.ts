import type { ArticleId, PlaceId } from '#core/ids.ts';
import type { Event, EventOrigin } from './event.ts';
import { type EventType, typeOf } from './event-types.ts';
import { eventTest } from './match-event.ts';

/** What a list of events is narrowed to. */
export type EventFilter = {
  /** A query of the search language, of its title, note, type, places, actors and passages. */
  readonly text: string;
  /** `null`: any type; `open`: those that are not coded. */
  readonly type: EventType | 'open' | null;
  /** Those the analyst made, or those of a collection; `null`: both. */
  readonly from: 'own' | EventOrigin['collection'] | null;
  readonly placeId: PlaceId | null;
  readonly articleId: ArticleId | null;
};

/** Nothing is left out. */
export const everyEvent: EventFilter = { text: '', type: null, from: null, placeId: null, articleId: null };

/** The events that pass, by their first day, the newest first; undated ones stand at the end, by when they were made. */
export function arrangeEvents(events: readonly Event[], filter: EventFilter): Event[] {
  const hasWords = eventTest(filter.text);
  return events
    .filter((event) => passes(event, filter) && (hasWords === null || hasWords(event)))
    .sort(compareEvents);
}

function passes(event: Event, { type, from, placeId, articleId }: EventFilter): boolean {
  const own = event.subType === null ? 'open' : typeOf(event.subType);
  if (type !== null && own !== type) return false;
  if (from !== null && from !== (event.origin?.collection ?? 'own')) return false;
  if (placeId !== null && !event.places.some(({ place }) => place.id === placeId)) return false;
  return articleId === null || event.passages.some((one) => one.articleId === articleId);
}

/** The newest day first; undated ones last. */
function compareEvents(a: Event, b: Event): number {
  const [left, right] = [dayOf(a), dayOf(b)];
  if (left === null || right === null)
    return Number(left === null) - Number(right === null) || compare(b.createdAt, a.createdAt);
  return compare(right, left) || compare(b.createdAt, a.createdAt);
}

function dayOf({ dating }: Event): string | null {
  return dating.from ?? dating.until;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
