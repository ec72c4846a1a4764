import type { ReadingStatus } from '#core/article.ts';
import type { Tag } from '#core/codebook/tag.ts';
import type { ArticleId } from '#core/ids.ts';
import type { Filter } from '#core/search/query/query.ts';
import type { ArticleFact } from './article-fact.ts';
import { countFacets, type FacetAsk } from './count-facets.ts';
import { FactColumns, factStatuses } from './fact-columns.ts';
import { matchFilter, type SlotTest } from './match-filter.ts';
import { type ActorHits, type Known, type Narrowed, narrowSlots } from './narrow-slots.ts';
import { type OrderedSlots, type Ordering, orderSlots } from './order-slots.ts';
import type { Facet, Narrowing } from './search-answer.ts';
import { joinSets } from './slot-set.ts';
import { numberTexts, type TextNumbers } from './text-numbers.ts';

/** What is known of the articles of an index, by their slots: what results are filtered, narrowed, counted, sorted by. */
export type ArticleFacts = {
  /** Take in what is known of an article, in the place of what was. */
  put(slot: number, fact: ArticleFact): void;
  remove(slot: number): void;
  /** Take in the codebook; whenever it changes. */
  setTags(tags: readonly Tag[]): void;
  /** Take in which articles name which actor; whenever index or registry change. */
  setActors(actors: readonly ActorHits[]): void;
  /** Whether an article has what a filter of a query asks for; an article nothing is known of has nothing. */
  matches(filter: Filter): SlotTest;
  statusOf(slot: number): ReadingStatus;
  /** What is left of a result by the values that were chosen. */
  narrow(slots: Uint32Array, narrowing: readonly Narrowing[]): Narrowed;
  /** See `countFacets`. */
  countFacets(narrowed: Narrowed, asked: FacetAsk): Facet[];
  /** See `numberTexts`. */
  numberTexts(slotOf: (id: ArticleId) => number): TextNumbers | null;
  /** The slots in their order (see `packKeys`), the first of them at once. */
  order(slots: Uint32Array, ordering: Ordering): OrderedSlots;
};

/** Facts of no article yet. */
export function createArticleFacts(): ArticleFacts {
  const columns = new FactColumns();
  let known: Known = { columns, tags: [], actors: [], anyActor: joinSets([]) };
  return {
    put: (slot, fact) => columns.put(slot, fact),
    remove: (slot) => columns.remove(slot),
    setTags: (tags) => {
      known = { ...known, tags };
    },
    setActors: (actors) => {
      known = { ...known, actors, anyActor: joinSets(actors.map(({ slots }) => slots)) };
    },
    matches: (filter) => matchFilter(filter, columns, known.tags),
    statusOf: (slot) => factStatuses[columns.status[slot] ?? 0] ?? 'unread',
    narrow: (slots, narrowing) => narrowSlots(slots, narrowing, known),
    countFacets: (narrowed, asked) => countFacets(narrowed, asked, known),
    numberTexts: (slotOf) => numberTexts(columns, slotOf),
    order: (slots, ordering) => orderSlots(slots, ordering, columns),
  };
}
