import type { Event } from '#core/events/event.ts';
import type { EventId } from '#core/ids.ts';
import type { Database } from './database.ts';

/** All events, in no order that matters. */
export function listEvents(db: Database): Promise<Event[]> {
  return db.events.toArray();
}

/** One event; `null` when there is none with this id. */
export async function findEvent(db: Database, id: EventId): Promise<Event | null> {
  return (await db.events.get(id)) ?? null;
}
