import type { Tag } from '#core/codebook/tag.ts';
import { tagPath, tagPathText, tagsById } from '#core/codebook/tag-tree.ts';
import type { TagId } from '#core/ids.ts';
import { addShared, type ValueCounts } from './count-shared.ts';
import { type FactColumns, factFlag, factLanguages, factStatuses, type ListColumn } from './fact-columns.ts';
import type { ActorHits, Known, Narrowed } from './narrow-slots.ts';
import type { Facet, FacetName, FacetValue, Narrowing } from './search-answer.ts';
import { countCommon, type SlotSet, slotSetOf } from './slot-set.ts';
import { yearOf } from './stated-period.ts';
import { gatherTexts, type TextNumbers } from './text-numbers.ts';

/** Facets in the order the screen shows them. */
export const facetNames = [
  'source',
  'publisher',
  'language',
  'tag',
  'status',
  'actor',
  'place',
  'year',
] as const satisfies readonly FacetName[];

/** What is asked of the facets of a result. */
export type FacetAsk = {
  readonly narrowing: readonly Narrowing[];
  /** `null`: no two articles have the same text. */
  readonly texts: TextNumbers | null;
  /** Values listed of a facet; more would be typed, not looked through. */
  readonly most?: number;
};

const usualMost = 100;

/**
 * How many texts of a result have each value of each facet, an article counted once with all others of the same text:
 * the narrowing of the other facets counted in, its own
 * not, so that what else could be chosen is seen. The most frequent `most` values of a facet, years in their order, and
 * all that are chosen, even those that nothing has.
 */
export function countFacets(
  narrowed: Narrowed,
  { narrowing, texts, most = usualMost }: FacetAsk,
  known: Known,
): Facet[] {
  const label = labels(known);
  const reach = reachOf(known);
  // Of an article that was indexed a moment ago nothing may be known yet.
  const left = knownOf(narrowed.slots, known.columns);
  return facetNames.map((name) => {
    const slots = joined(left, narrowed.leftOutBy.get(name));
    const chosen = new Set(narrowing.filter(({ facet }) => facet === name).flatMap((each) => each.values));
    const { alone, shared } = partShared(slots, texts);
    const tallied = tally(name, alone, { known, reach });
    const all = shared.length === 0 ? tallied : addShared(tallied, name, shared, { known, reach });
    return shorten(name, all, { chosen, label, most });
  });
}

function knownOf(slots: Uint32Array, { flags }: FactColumns): Uint32Array {
  let unknown = 0;
  for (const slot of slots) if ((flags[slot] ?? 0) === 0) unknown += 1;
  return unknown === 0 ? slots : slots.filter((slot) => (flags[slot] ?? 0) !== 0);
}

/** The slots whose texts nobody else in the result has, and those that have the same, together. */
function partShared(
  slots: Uint32Array,
  texts: TextNumbers | null,
): { readonly alone: Uint32Array; readonly shared: readonly (readonly number[])[] } {
  if (texts === null) return { alone: slots, shared: [] };
  const isNumbered = (slot: number) => (texts[slot] ?? 0) !== 0;
  const shared = gatherTexts(slots.filter(isNumbered), texts);
  return { alone: slots.filter((slot) => !isNumbered(slot)), shared };
}

function joined(slots: Uint32Array, others: Uint32Array | undefined): Uint32Array {
  if (others === undefined || others.length === 0) return slots;
  const all = new Uint32Array(slots.length + others.length);
  all.set(slots);
  all.set(others, slots.length);
  return all;
}

type LabelOf = (name: FacetName, value: string) => string;

function labels({ columns, tags, actors }: Known): LabelOf {
  const byId = tagsById(tags);
  const names = new Map(actors.map(({ entry, name }) => [entry, name]));
  return (name, value) => {
    if (name === 'tag') return tagPathText(value as TagId, byId);
    if (name === 'actor') return names.get(value) ?? value;
    if (name !== 'place') return value;
    return columns.places.values[columns.places.numberOf(value)]?.name ?? value;
  };
}

/** What was counted: a value by its number, with what it is called looked up only when it is shown. */
type Tally = ValueCounts & {
  readonly valueAt: (number: number) => string;
};

/** For each tag that is used: the numbers of the tags an article with it has, those above it too. */
type Reach = readonly (readonly number[])[];

function reachOf({ columns, tags }: Known): Reach {
  const byId = tagsById(tags);
  const places = new Map(tags.map(({ id }, index) => [id, index]));
  return columns.tags.values.map((id) => tagPath(id, byId).flatMap((tag) => places.get(tag.id) ?? []));
}

function tally(
  name: FacetName,
  slots: Uint32Array,
  { known, reach }: { readonly known: Known; readonly reach: Reach },
): Tally {
  const { columns, tags, actors, anyActor } = known;
  switch (name) {
    case 'source':
      return { ...tallySources(slots, columns), valueAt: (number) => columns.sources.values[number] ?? '' };
    case 'publisher': {
      const counts = tallyColumn(slots, columns.publisher, columns.sources.values.length + 1);
      const none = counts[0] ?? 0;
      return { counts: counts.subarray(1), none, valueAt: (number) => columns.sources.values[number] ?? '' };
    }
    case 'language': {
      const counts = tallyColumn(slots, columns.language, factLanguages.length);
      return { counts, none: 0, valueAt: (number) => factLanguages[number] ?? '' };
    }
    case 'tag':
      return tallyTags(slots, columns, { tags, reach });
    case 'status':
      return tallyStatuses(slots, columns);
    case 'actor':
      return tallyActors(slots, actors, anyActor);
    case 'place':
      return tallyPlaces(slots, columns);
    case 'year':
      return tallyYears(slots, columns);
  }
}

function tallyColumn(slots: Uint32Array, column: Uint8Array | Uint32Array, size: number): Uint32Array {
  const counts = new Uint32Array(size);
  for (const slot of slots) {
    const value = column[slot] ?? 0;
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

function tallySources(slots: Uint32Array, { sourceLists, sources }: FactColumns) {
  const { counts, none } = tallyLists(slots, sourceLists, sources.values.length);
  return { counts, none };
}

function tallyPlaces(slots: Uint32Array, { placeLists, places }: FactColumns): Tally {
  const listed = tallyLists(slots, placeLists, places.values.length * 2);
  const suggested = new Uint32Array(places.values.length);
  const counts = new Uint32Array(places.values.length);
  for (let number = 0; number < counts.length; number++) {
    suggested[number] = listed.counts[number * 2 + 1] ?? 0;
    counts[number] = (listed.counts[number * 2] ?? 0) + (suggested[number] ?? 0);
  }
  return { counts, suggested, none: listed.none, valueAt: (number) => places.values[number]?.id ?? '' };
}

/** How often each number is in the lists, and how many lists are empty. */
function tallyLists(slots: Uint32Array, lists: ListColumn, size: number) {
  const counts = new Uint32Array(size);
  const { pool } = lists;
  let none = 0;
  for (const slot of slots) {
    const start = lists.startOf(slot);
    const end = start + lists.lengthOf(slot);
    if (start === end) none += 1;
    for (let at = start; at < end; at++) countOne(counts, pool[at] ?? 0);
  }
  return { counts, none };
}

/** An article with a tag has all tags above it too, each once. */
function tallyTags(
  slots: Uint32Array,
  { tagLists }: FactColumns,
  { tags, reach }: { readonly tags: readonly Tag[]; readonly reach: Reach },
): Tally {
  const counts = new Uint32Array(tags.length);
  const countedFor = new Int32Array(tags.length).fill(-1);
  const { pool } = tagLists;
  let none = 0;
  for (const slot of slots) {
    const start = tagLists.startOf(slot);
    let isTagged = false;
    for (let at = start; at < start + tagLists.lengthOf(slot); at++) {
      for (const tag of reach[pool[at] ?? 0] ?? []) {
        isTagged = true;
        if (countedFor[tag] === slot) continue;
        countedFor[tag] = slot;
        countOne(counts, tag);
      }
    }
    if (!isTagged) none += 1;
  }
  return { counts, none, valueAt: (number) => tags[number]?.id ?? '' };
}

function tallyStatuses(slots: Uint32Array, { status, flags }: FactColumns): Tally {
  const counts = new Uint32Array(factStatuses.length + 1);
  for (const slot of slots) {
    countOne(counts, status[slot] ?? 0);
    if (((flags[slot] ?? 0) & factFlag.flagged) !== 0) countOne(counts, factStatuses.length);
  }
  return { counts, none: 0, valueAt: (number) => [...factStatuses, 'flagged'][number] ?? '' };
}

function tallyActors(slots: Uint32Array, actors: readonly ActorHits[], anyActor: SlotSet): Tally {
  const found = slotSetOf(slots);
  const counts = actors.map((actor) => (slots.length === 0 ? 0 : countCommon(found, actor.slots)));
  // Nobody has accepted any: a spelling occurs, that is all.
  return {
    counts: Uint32Array.from(counts),
    suggested: Uint32Array.from(counts),
    none: actors.length === 0 || slots.length === 0 ? 0 : slots.length - countCommon(found, anyActor),
    valueAt: (number) => actors[number]?.entry ?? '',
  };
}

function tallyYears(slots: Uint32Array, { dateFrom }: FactColumns): Tally {
  const counts = new Uint32Array(10_000);
  let none = 0;
  for (const slot of slots) {
    const date = dateFrom[slot] ?? -1;
    if (date < 0) none += 1;
    else countOne(counts, yearOf(date));
  }
  return { counts, none, valueAt: (number) => String(number).padStart(4, '0') };
}

function countOne(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

type Shortening = { readonly chosen: ReadonlySet<string>; readonly label: LabelOf; readonly most: number };

function shorten(name: FacetName, tallied: Tally, { chosen, label, most }: Shortening): Facet {
  const { counts, suggested, none, valueAt } = tallied;
  const ranked = rank(counts);
  const frequent = ranked.subarray(0, name === 'year' ? ranked.length : most);
  // One that was chosen stays, so that it can be given up: it may be too rare for the list, or had by nothing.
  const rare = [...ranked.subarray(frequent.length)].filter((number) => chosen.has(valueAt(number)));
  const valued = (number: number): FacetValue => {
    const value = valueAt(number);
    return {
      value,
      label: label(name, value),
      count: counts[number] ?? 0,
      suggested: suggested?.[number] ?? 0,
    };
  };
  const bare = (value: string, count: number): FacetValue => {
    return { value, label: label(name, value), count, suggested: 0 };
  };
  const inOrder = name === 'year' ? [...frequent].sort((a, b) => a - b) : [...frequent];
  const values = [...inOrder, ...rare].map(valued);
  if (none > 0) values.push(bare('', none));
  const there = new Set(values.map(({ value }) => value));
  for (const value of chosen) if (!there.has(value)) values.push(bare(value, 0));
  return { name, values, rare: ranked.length - frequent.length - rare.length };
}

/** The numbers that were counted at all, the most frequent first; ties in the order of the numbers. */
function rank(counts: Uint32Array): Uint32Array {
  const room = 2 ** 24;
  const packed = new Float64Array(counts.length);
  let length = 0;
  for (let number = 0; number < counts.length; number++) {
    const count = counts[number] ?? 0;
    if (count === 0) continue;
    packed[length] = (2 ** 29 - 1 - count) * room + number;
    length += 1;
  }
  return Uint32Array.from(packed.subarray(0, length).sort(), (key) => key % room);
}
