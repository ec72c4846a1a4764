import type { Event } from '#core/events/event.ts';
import type { Mention } from '#core/geo/mention.ts';
import type { Place } from '#core/geo/place.ts';
import { changePlace } from '#core/geo/place-edits.ts';
import { type Change, replacement } from '#core/history/change.ts';

/**
 * The changes of a plan with the accepted mentions and the events of its places brought along, so that map and passages
 * agree. No record is changed twice: events of the plan are changed on.
 */
export function followPlaces(
  changes: readonly Change[],
  ours: { readonly mentions: readonly Mention[]; readonly events: readonly Event[] },
): Change[] {
  const moves = changes.flatMap((change) =>
    change.table === 'places' && change.after !== null
      ? [{ before: change.before, after: change.after }]
      : [],
  );
  const moved = new Set<string>(moves.map(({ after }) => after.id));
  const planned = changes.flatMap(({ table, after }) =>
    table === 'events' && after !== null ? [after as Event] : [],
  );
  const newest = new Map([...ours.events, ...planned].map((event) => [event.id, event]));
  const events = groupByPlace([...newest.values()], ({ places }) => places.map(({ place }) => place), moved);
  const mentions = groupByPlace(ours.mentions, ({ place }) => [place], moved);
  const followed: Change[] = [];
  for (const { before, after } of moves) {
    // An event of several places may have followed another one already.
    const own = (events.get(after.id) ?? []).map((event) => newest.get(event.id) ?? event);
    for (const change of changePlace(before, after, {
      mentions: mentions.get(after.id) ?? [],
      events: own,
    })) {
      if (change.table === 'mentions') followed.push(change);
      if (change.table === 'events' && change.after !== null) newest.set(change.id, change.after);
    }
  }
  const isPlanned = new Set(planned.map(({ id }) => id));
  const others = ours.events.flatMap((event) => {
    const after = newest.get(event.id) ?? event;
    return isPlanned.has(event.id) || after === event ? [] : [replacement('events', event, after)];
  });
  const carriedOn = changes.map((change) =>
    change.table === 'events' && change.after !== null
      ? { ...change, after: newest.get(change.id) ?? change.after }
      : change,
  );
  return [...carriedOn, ...followed, ...others];
}

function groupByPlace<One>(
  all: readonly One[],
  placesOf: (one: One) => readonly Place[],
  wanted: ReadonlySet<string>,
): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    for (const id of new Set(placesOf(one).map((place) => place.id as string))) {
      if (!wanted.has(id)) continue;
      const group = groups.get(id);
      if (group === undefined) groups.set(id, [one]);
      else group.push(one);
    }
  }
  return groups;
}
