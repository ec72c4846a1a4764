import type { ReadingStatus } from '#core/article.ts';
import type { Tag } from '#core/codebook/tag.ts';
import type { ArticleFact } from './article-fact.ts';
import { countFacets } from './count-facets.ts';
import { FactColumns, factStatuses } from './fact-columns.ts';
import { matchFilter, type SlotTest } from './match-filter.ts';
import { type ActorHits, type Narrowed, narrowSlots } from './narrow-slots.ts';
import { orderSlots } from './order-slots.ts';
import type { Filter } from './query.ts';
import type { Facet, Narrowing, ResultOrder } from './search-answer.ts';

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
  countFacets(narrowed: Narrowed, narrowing: readonly Narrowing[], most?: number): Facet[];
  /** See `orderSlots`. */
  order(slots: Uint32Array, order: ResultOrder, scoreOf: (slot: number) => number): Uint32Array;
};

/** Values listed of a facet; more would be typed, not looked through. */
const mostValues = 100;

/** Facts of no article yet. */
export function createArticleFacts(): ArticleFacts {
  const columns = new FactColumns();
  let tags: readonly Tag[] = [];
  let actors: readonly ActorHits[] = [];
  return {
    put: (slot, fact) => columns.put(slot, fact),
    remove: (slot) => columns.remove(slot),
    setTags: (now) => {
      tags = now;
    },
    setActors: (now) => {
      actors = now;
    },
    matches: (filter) => matchFilter(filter, columns, tags),
    statusOf: (slot) => factStatuses[columns.status[slot] ?? 0] ?? 'unread',
    narrow: (slots, narrowing) => narrowSlots(slots, narrowing, { columns, tags, actors }),
    countFacets: (narrowed, narrowing, most = mostValues) =>
      countFacets(narrowed, narrowing, { columns, tags, actors }, most),
    order: (slots, order, scoreOf) => orderSlots(slots, order, scoreOf, columns),
  };
}
