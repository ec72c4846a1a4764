import type { Narrowing } from './narrowing.ts';
import type { PictureItem, Stretch } from './picture-item.ts';
import { shapeHolds } from './shape-holds.ts';

/** What is left of the items, and how many of the rest a time leaves undecided. */
export type NarrowedItems = {
  /** In the order given. */
  readonly inside: readonly PictureItem[];
  /** Pass all but the days, of which nobody says whether they fit: no time is stated for them. */
  readonly undated: readonly PictureItem[];
};

/**
 * Narrow items down to those that all of it lets through: one of the kinds, one of the tags, one of the actors, one of
 * the sources, one of the reliabilities, a day in the days, a place in the shape. A stretch of days fits when it may
 * have been on one of the days; an open end reaches for ever. What has no
 * located place lies in no shape. One pass.
 */
export function narrowItems(items: readonly PictureItem[], narrowing: Narrowing): NarrowedItems {
  const lets = letThrough(narrowing);
  const { from, until } = narrowing;
  const everyDay = from === null && until === null;
  const inside: PictureItem[] = [];
  const undated: PictureItem[] = [];
  for (const item of items) {
    if (!lets(item)) continue;
    const time = timeOf(item, narrowing.timeOf);
    if (everyDay || (time !== null && touches(time, from, until))) inside.push(item);
    else if (time === null) undated.push(item);
  }
  return { inside, undated };
}

/** The records of which no item is left: a track is hidden only when none of its waypoints is. Each once, in order. */
export function hiddenRecords(items: readonly PictureItem[], narrowing: Narrowing): string[] {
  const shown = new Set(narrowItems(items, narrowing).inside.map(({ recordId }) => recordId));
  return [...new Set(items.map(({ recordId }) => recordId))].filter((id) => !shown.has(id));
}

/**
 * The days an item is judged by; `null`: nobody says. An article happened when it was published. That something was
 * published “2016 or later”, as the program worked out, is no time: it would fit every day since.
 */
export function timeOf(item: PictureItem, by: Narrowing['timeOf']): Stretch | null {
  if (by === 'event' && item.kind !== 'article') return item.when;
  const { published } = item;
  const isBound = published?.basis === 'inferred' && (published.from === null || published.until === null);
  return isBound ? null : published;
}

/** Everything but the days; what is not narrowed costs nothing. */
function letThrough({
  kinds,
  tagIds,
  actorIds,
  sources,
  reliabilities,
  shape,
}: Narrowing): (item: PictureItem) => boolean {
  const checks: ((item: PictureItem) => boolean)[] = [];
  const among = <Value>(wanted: readonly Value[], of: (item: PictureItem) => readonly Value[]) => {
    if (wanted.length === 0) return;
    const set = new Set(wanted);
    checks.push((item) => of(item).some((value) => set.has(value)));
  };
  among(kinds, ({ kind }) => [kind]);
  among(tagIds, (item) => item.tagIds);
  among(actorIds, (item) => item.actorIds);
  among(sources, ({ source }) => [source]);
  among(reliabilities, ({ grade }) => (grade === null ? [] : [grade.reliability]));
  if (shape !== null)
    checks.push(
      ({ place }) =>
        place !== null &&
        place.lat !== null &&
        place.lon !== null &&
        shapeHolds(shape, { lat: place.lat, lon: place.lon }),
    );
  return (item) => checks.every((check) => check(item));
}

function touches({ from, until }: Stretch, first: string | null, last: string | null): boolean {
  return (
    (last === null || from === null || from <= last) && (first === null || until === null || until >= first)
  );
}
