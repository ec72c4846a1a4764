import type { Event } from '#core/events/event.ts';
import { type Change, creation, replacement } from '#core/history/change.ts';
import { sameRecord } from '#core/history/same-record.ts';

/** What taking events of a collection will do. */
export type CollectionPlan = {
  readonly changes: readonly Change[];
  readonly added: number;
  /** Known, and otherwise in this export than in the one they came from. */
  readonly updated: number;
  /** Known, and nothing new in them. */
  readonly same: number;
  /** Known and edited here since: they stay as they are. Their titles. */
  readonly edited: readonly string[];
  /** Events the analyst made, which this file was written from: they stay as they are. */
  readonly own: number;
};

/**
 * Most events of one import. They are one edit, written whole or not at all, and the window stands still while it is
 * handed over: for 8 s at this number and for more than 30 s at three times it, on two cores.
 */
export const mostTaken = 50_000;

/**
 * Plan to take events of a collection. Those that came before are known by their id there, also within an event they
 * were merged into, and never doubled; what the analyst edited is never overwritten.
 */
export function planCollectionImport(events: readonly Event[], ours: readonly Event[]): CollectionPlan {
  const byId = new Map(ours.map((event) => [event.id, event]));
  const byOrigin = new Map(ours.flatMap((event) => (event.origin ? [[originKey(event), event]] : [])));
  const changes: Change[] = [];
  const edited: string[] = [];
  let [added, updated, same, own] = [0, 0, 0, 0];
  for (const event of events) {
    const known = byId.get(event.id) ?? byOrigin.get(originKey(event));
    // An own event that went out has its own id in the file.
    const isOwn = event.origin !== undefined && byId.has(event.origin.id as Event['id']);
    if (isOwn) own += 1;
    else if (known === undefined) {
      changes.push(creation('events', event));
      added += 1;
    } else if (isUnchanged(known, event)) same += 1;
    else if (isEdited(known)) edited.push(known.title);
    else {
      const { notSameAs } = known;
      const after = {
        ...event,
        id: known.id,
        createdAt: known.createdAt,
        ...(notSameAs ? { notSameAs } : {}),
      };
      changes.push(replacement('events', known, after));
      updated += 1;
    }
  }
  return { changes, added, updated, same, edited, own };
}

function originKey({ origin }: Event): string {
  return `${origin?.collection} ${origin?.id}`;
}

/** Whether there is nothing new: an event says what its row says, or it was edited and the row is as it was. */
function isUnchanged(known: Event, event: Event): boolean {
  return (
    sameRecord(bare(known), bare(event)) ||
    (isEdited(known) && sameRecord(known.origin?.columns, event.origin?.columns))
  );
}

function bare({ createdAt, updatedAt, analystId, notSameAs, origin, id, ...rest }: Event): object {
  return { ...rest, columns: origin?.columns ?? null };
}

/** Whether the analyst changed an event since its row was read. */
function isEdited({ origin, updatedAt }: Event): boolean {
  return origin === undefined || updatedAt > origin.readAt;
}
