import type { Tag } from '#core/codebook/tag.ts';
import { withDescendants } from '#core/codebook/tag-tree.ts';
import type { TagId } from '#core/ids.ts';
import { type FactColumns, factFlag, factLanguages, factStatuses, type ListColumn } from './fact-columns.ts';
import type { SlotTest } from './match-filter.ts';
import type { FacetName, Narrowing } from './search-answer.ts';
import { hasSlot, joinSets, type SlotSet } from './slot-set.ts';
import { yearOf } from './stated-period.ts';

/** An entry of the registry of names with the articles in which one of its spellings occurs. */
export type ActorHits = { readonly entry: string; readonly name: string; readonly slots: SlotSet };

/** All that is known of the articles. */
export type Known = {
  readonly columns: FactColumns;
  readonly tags: readonly Tag[];
  readonly actors: readonly ActorHits[];
  /** The articles that name any of them. */
  readonly anyActor: SlotSet;
};

/** A result after it was narrowed. */
export type Narrowed = {
  /** What is left, in the order it was given. */
  readonly slots: Uint32Array;
  /** By facet: what is left out by its narrowing alone. */
  readonly leftOutBy: ReadonlyMap<FacetName, Uint32Array>;
};

/** Take out of a result what the chosen values leave out, and note what a single facet is the reason for. */
export function narrowSlots(slots: Uint32Array, narrowing: readonly Narrowing[], known: Known): Narrowed {
  const active = narrowing.filter(({ values }) => values.length > 0);
  if (active.length === 0) return { slots, leftOutBy: new Map() };
  const tests = active.map(({ facet, values }) => ({ facet, fits: facetTest(facet, values, known) }));
  const kept = new SlotList(slots.length);
  const leftOut = new Map(tests.map(({ facet }) => [facet, new SlotList(slots.length)]));
  for (const slot of slots) {
    const missed = tests.filter(({ fits }) => !fits(slot));
    const [first] = missed;
    if (first === undefined) kept.push(slot);
    else if (missed.length === 1) leftOut.get(first.facet)?.push(slot);
  }
  return {
    slots: kept.read(),
    leftOutBy: new Map([...leftOut].map(([facet, list]) => [facet, list.read()])),
  };
}

/** Whether an article has one of the chosen values of a facet; '' is "none". */
export function facetTest(facet: FacetName, values: readonly string[], known: Known): SlotTest {
  const test = testFor(facet, new Set(values), known);
  return (slot) => known.columns.isKnown(slot) && test(slot);
}

function testFor(facet: FacetName, values: ReadonlySet<string>, known: Known): SlotTest {
  const { columns } = known;
  switch (facet) {
    case 'source':
      return listTest(columns.sourceLists, marked(columns.sources.values, values), values);
    case 'publisher': {
      const wanted = ['', ...columns.sources.values].map((name) => values.has(name));
      return (slot) => wanted[columns.publisher[slot] ?? 0] === true;
    }
    case 'language': {
      const wanted = factLanguages.map((language) => values.has(language));
      return (slot) => wanted[columns.language[slot] ?? 0] === true;
    }
    case 'tag':
      return tagTest(values, known);
    case 'status': {
      const wanted = factStatuses.map((status) => values.has(status));
      const flagged = values.has('flagged') ? factFlag.flagged : 0;
      return (slot) =>
        wanted[columns.status[slot] ?? 0] === true || ((columns.flags[slot] ?? 0) & flagged) !== 0;
    }
    case 'actor':
      return actorTest(values, known);
    case 'place': {
      const wanted = marked(
        columns.places.values.map(({ id }) => id),
        values,
      );
      // The lowest bit of what is listed says that the place is only suggested.
      return listTest(
        columns.placeLists,
        wanted.flatMap((is) => [is, is]),
        values,
      );
    }
    case 'year': {
      const wanted = new Set([...values].filter((value) => value !== '').map(Number));
      return (slot) => {
        const date = columns.dateFrom[slot] ?? -1;
        return date < 0 ? values.has('') : wanted.has(yearOf(date));
      };
    }
  }
}

function marked(all: readonly string[], values: ReadonlySet<string>): boolean[] {
  return all.map((each) => values.has(each));
}

function listTest(lists: ListColumn, wanted: readonly boolean[], values: ReadonlySet<string>): SlotTest {
  const takesNone = values.has('');
  return (slot) => {
    const length = lists.lengthOf(slot);
    if (length === 0) return takesNone;
    const start = lists.startOf(slot);
    const { pool } = lists;
    for (let at = start; at < start + length; at++) if (wanted[pool[at] ?? 0] === true) return true;
    return false;
  };
}

function tagTest(values: ReadonlySet<string>, { columns, tags }: Known): SlotTest {
  const reached = new Set<string>();
  for (const value of values) for (const id of withDescendants(value as TagId, tags)) reached.add(id);
  // A tag that is gone from the codebook is none.
  const there = new Set<TagId>(tags.map(({ id }) => id));
  const kinds = columns.tags.values.map((id) => ({ isThere: there.has(id), isWanted: reached.has(id) }));
  const takesNone = values.has('');
  const { tagLists } = columns;
  return (slot) => {
    const start = tagLists.startOf(slot);
    const { pool } = tagLists;
    let hasAny = false;
    for (let at = start; at < start + tagLists.lengthOf(slot); at++) {
      const kind = kinds[pool[at] ?? 0];
      if (kind?.isThere !== true) continue;
      if (kind.isWanted) return true;
      hasAny = true;
    }
    return takesNone && !hasAny;
  };
}

function actorTest(values: ReadonlySet<string>, { actors, anyActor }: Known): SlotTest {
  const wanted = joinSets(actors.filter(({ entry }) => values.has(entry)).map(({ slots }) => slots));
  if (!values.has('')) return (slot) => hasSlot(wanted, slot);
  return (slot) => hasSlot(wanted, slot) || !hasSlot(anyActor, slot);
}

/** Slots gathered one by one. */
class SlotList {
  readonly #slots: Uint32Array;
  #length = 0;

  constructor(most: number) {
    this.#slots = new Uint32Array(most);
  }

  push(slot: number): void {
    this.#slots[this.#length] = slot;
    this.#length += 1;
  }

  read(): Uint32Array {
    return this.#slots.slice(0, this.#length);
  }
}
