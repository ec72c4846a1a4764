import { factFlag, factStatuses, type ListColumn } from './fact-columns.ts';
import type { Known } from './narrow-slots.ts';
import type { FacetName } from './search-answer.ts';
import { hasSlot } from './slot-set.ts';
import { yearOf } from './stated-period.ts';

/** Counts of the values of a facet, by their numbers. */
export type ValueCounts = {
  readonly counts: Uint32Array;
  /** Left out where nothing is suggested. */
  readonly suggested?: Uint32Array;
  /** How many have no value. */
  readonly none: number;
};

/**
 * Count texts that several articles have on top of `tallied`: each once for every value one of its articles has, and
 * once as having none when one of them has none. A place is suggested when it is in all articles that have it.
 */
export function addShared<Counts extends ValueCounts>(
  tallied: Counts,
  name: FacetName,
  texts: readonly (readonly number[])[],
  { known, reach }: { readonly known: Known; readonly reach: readonly (readonly number[])[] },
): Counts {
  const valuesOf = listValues(name, known, reach);
  const { counts, suggested } = tallied;
  const { columns } = known;
  const countedFor = new Int32Array(counts.length).fill(-1);
  let { none } = tallied;
  for (const [at, slots] of texts.entries()) {
    const lists = slots.map(valuesOf);
    if (lists.some(({ length }) => length === 0)) none += 1;
    for (const value of lists.flat()) {
      if (countedFor[value] === at) continue;
      countedFor[value] = at;
      counts[value] = (counts[value] ?? 0) + 1;
      if (suggested === undefined) continue;
      const isSuggested =
        name !== 'place' || !slots.some((slot) => isAccepted(columns.placeLists, slot, value));
      suggested[value] = (suggested[value] ?? 0) + Number(isSuggested);
    }
  }
  return { ...tallied, none };
}

/** Answers the numbers of the values of an article, each once or more. */
function listValues(
  name: FacetName,
  { columns, actors }: Known,
  reach: readonly (readonly number[])[],
): (slot: number) => readonly number[] {
  switch (name) {
    case 'source':
      return (slot) => numbersOf(columns.sourceLists, slot);
    case 'publisher':
      return (slot) => {
        const publisher = columns.publisher[slot] ?? 0;
        return publisher === 0 ? [] : [publisher - 1];
      };
    case 'language':
      return (slot) => [columns.language[slot] ?? 0];
    case 'tag':
      return (slot) => numbersOf(columns.tagLists, slot).flatMap((tag) => reach[tag] ?? []);
    case 'status':
      return (slot) => {
        const status = columns.status[slot] ?? 0;
        const isFlagged = ((columns.flags[slot] ?? 0) & factFlag.flagged) !== 0;
        return isFlagged ? [status, factStatuses.length] : [status];
      };
    case 'actor':
      return (slot) => actors.flatMap((actor, at) => (hasSlot(actor.slots, slot) ? [at] : []));
    case 'place':
      return (slot) => numbersOf(columns.placeLists, slot).map((number) => number >>> 1);
    case 'year':
      return (slot) => {
        const date = columns.dateFrom[slot] ?? -1;
        return date < 0 ? [] : [yearOf(date)];
      };
  }
}

function numbersOf(lists: ListColumn, slot: number): number[] {
  const start = lists.startOf(slot);
  return [...lists.pool.subarray(start, start + lists.lengthOf(slot))];
}

function isAccepted(lists: ListColumn, slot: number, place: number): boolean {
  return numbersOf(lists, slot).includes(place * 2);
}
