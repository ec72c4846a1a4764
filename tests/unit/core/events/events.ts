import { newEvent } from '#core/events/edit-events.ts';
import type { Event } from '#core/events/event.ts';
import type { Place } from '#core/geo/place.ts';
import type { ActorId, AnalystId, ArticleId, EventId, PlaceId } from '#core/ids.ts';
import type { Dating } from '#core/time/dating.ts';

/** An event for tests; `id` is also its title and orders it in time. */
export function event(id: string, fields: Partial<Event> = {}): Event {
  const maker = { id: id as EventId, analystId: 'a-1' as AnalystId, now: '2024-10-01T08:00:00.000Z' };
  return { ...newEvent(maker), title: id, ...fields };
}

/** A dating of certain days. */
export function days(from: string | null, until = from, precision: Dating['precision'] = 1): Dating {
  return { from, until, precision, basis: 'stated', printed: '', reasons: [] };
}

/** A town; of one name always the same. */
export function town(name: string, lat: number | null = 12.65, lon: number | null = -8): Place {
  const precision = lat === null ? 'unknown' : 'exact';
  return {
    id: `g:${name}` as PlaceId,
    name,
    aliases: [],
    country: 'ML',
    type: 'P',
    lat,
    lon,
    precision,
    source: 'test',
    note: '',
  };
}

/** A passage of an article. */
export function passage(articleId: string, start: number, exact: string) {
  const end = start + exact.length;
  return {
    articleId: articleId as ArticleId,
    textSha256: 'a'.repeat(64),
    start,
    end,
    exact,
    prefix: '',
    suffix: '',
  };
}

/** Somebody who took part. */
export function takesPart(id: string, role: Event['actors'][number]['role'] = 'side-1') {
  return { actorId: id as ActorId, name: id, role };
}
