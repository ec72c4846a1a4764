import type { AnalystId, ArticleId } from '#core/ids.ts';
import { createSearchIndex, type SearchIndex } from '#core/search/index/create-search-index.ts';
import { createLocator, locate } from '#core/search/locate.ts';
import { expandQuery } from '#core/search/names/alias-expansion.ts';
import { describeQuery } from '#core/search/query/describe-query.ts';
import { parseQuery } from '#core/search/query/parse-query.ts';
import type { Query } from '#core/search/query/query.ts';
import type { OrderedSlots } from '#core/search/results/order-slots.ts';
import type { Facet, ResultRow, SearchAsk } from '#core/search/results/search-answer.ts';
import { snippets } from '#core/search/results/snippets.ts';
import { gatherTexts, type TextNumbers } from '#core/search/results/text-numbers.ts';
import type { Database } from '#storage/database.ts';
import { ActorKeeper } from './actor-keeper.ts';
import { ArticleReader } from './article-reader.ts';
import { FactKeeper } from './fact-keeper.ts';
import type { KnownNames } from './known-names.ts';
import { LiveIndex } from './live-index.ts';
import type { ResultArticles } from './result-session.ts';
import type { Builder } from './segment-keeper.ts';
import type { PlaceAsk, ReadArticle, TextSearch, UnderstoodQuery } from './text-search.ts';

type Parts = {
  readonly db: Database;
  readonly analystId: AnalystId;
  readonly builder: Builder;
  readonly idleMs: number;
  readonly names: KnownNames;
};

type SliceableArticles = ResultArticles & { slice(from: number, to: number): ArticleId[] };

/** What a question finds, in its order. */
export type FoundArticles = UnderstoodQuery & {
  /** One for each text. */
  readonly articles: SliceableArticles;
  /** How many there are with those that have the same text as one of `articles`. */
  readonly articleCount: number;
  /** The others of what was found that have the same text. */
  readonly carriersOf: (id: ArticleId) => readonly ArticleId[];
  /** `null` while what is known of the articles is being read. */
  readonly facets: readonly Facet[] | null;
};

/** Keyword-in-context lines of a row. */
const linesShown = 3;

/** All that questions are answered from: the index, the texts, and what is known of the articles. */
export class LiveSearch implements TextSearch {
  readonly db: Database;
  readonly index: SearchIndex = createSearchIndex();
  readonly live: LiveIndex;
  readonly keeper: FactKeeper;
  readonly reader: ArticleReader;
  readonly actors: ActorKeeper;
  readonly names: KnownNames;

  constructor({ db, analystId, builder, idleMs, names }: Parts) {
    this.db = db;
    this.names = names;
    this.reader = new ArticleReader(db);
    this.keeper = new FactKeeper({ db, analystId, index: this.index });
    const { facts } = this.keeper;
    this.actors = new ActorKeeper({ index: this.index, names, facts });
    const onTaken = () => this.keeper.place();
    this.live = new LiveIndex({ db, index: this.index, builder, idleMs, onTaken });
  }

  understand(ask: PlaceAsk & { readonly isTyping?: boolean }): UnderstoodQuery {
    const parsed = parseQuery(ask.query, { isTyping: ask.isTyping ?? false });
    const { registry } = this.names;
    const { query, chips } =
      registry === null ? { query: parsed, chips: [] } : expandQuery(parsed, registry, ask);
    return { query, understood: describeQuery(parsed), aliases: chips };
  }

  find(query: Query): readonly ArticleId[] {
    const { facts } = this.keeper;
    const { slots, scoreOf } = this.index.find(query, facts.matches);
    const ordered = facts.order(slots, { order: 'relevance', scoreOf, texts: null });
    return this.#idsAt(ordered.slice(0, ordered.length));
  }

  /** What a question finds, narrowed, counted and put in order as it asks; each text once. */
  findAll(ask: SearchAsk): FoundArticles {
    const understood = this.understand(ask);
    const { facts, isRead } = this.keeper;
    const { slots, scoreOf } = this.index.find(understood.query, facts.matches);
    const { narrowing, order } = ask;
    const narrowed = facts.narrow(slots, narrowing);
    const texts = this.#numberTexts();
    const shared = sharedTexts(narrowed.slots, texts);
    return {
      ...understood,
      articles: this.#articlesOf(facts.order(narrowed.slots, { order, scoreOf, texts }), shared),
      articleCount: narrowed.slots.length,
      carriersOf: (id) => {
        const slot = this.index.slotOf(id);
        return this.#idsAt((shared.get(slot) ?? []).filter((other) => other !== slot));
      },
      facets: isRead ? facts.countFacets(narrowed, { narrowing, texts }) : null,
    };
  }

  /** Every article a question finds, in its order, those of the same text together. */
  findTexts(ask: SearchAsk): ArticleId[][] {
    const { query } = this.understand(ask);
    const { facts } = this.keeper;
    const { slots, scoreOf } = this.index.find(query, facts.matches);
    const narrowed = facts.narrow(slots, ask.narrowing);
    const ordered = facts.order(narrowed.slots, { order: ask.order, scoreOf, texts: null });
    const texts = gatherTexts(ordered.slice(0, ordered.length), this.#numberTexts());
    return texts.map((text) => this.#idsAt(text)).filter(({ length }) => length > 0);
  }

  read(articleId: ArticleId): Promise<ReadArticle | null> {
    return this.reader.read(articleId);
  }

  locatorOf(document: ReadArticle['document']) {
    return createLocator(document);
  }

  /** An article as it is listed for a query. One that is gone, or whose text can't be read, has no places. */
  async rowOf(query: Query, articleId: ArticleId): Promise<ResultRow> {
    const status = this.keeper.facts.statusOf(this.index.slotOf(articleId));
    const read = await this.reader.read(articleId);
    if (read === null) return { articleId, status, positions: [], titlePositions: [], lines: [] };
    const { text, title } = locate(query, read.document);
    const lines = snippets(read.document.text, text, linesShown);
    return { articleId, status, positions: text, titlePositions: title, lines };
  }

  #numberTexts(): TextNumbers | null {
    return this.keeper.facts.numberTexts((id) => this.index.slotOf(id));
  }

  #idsAt(slots: Iterable<number>): ArticleId[] {
    return [...slots].flatMap((slot) => this.index.idAt(slot) ?? []);
  }

  #articlesOf(ordered: OrderedSlots, shared: ReadonlyMap<number, readonly number[]>): SliceableArticles {
    const slice = (from: number, to: number) => this.#idsAt(ordered.slice(from, to));
    return {
      length: ordered.length,
      slice,
      at: (row) => slice(row, row + 1)[0],
      // An article that is not listed itself stands where its text is.
      indexOf: (id) => {
        const slot = this.index.slotOf(id);
        const text = shared.get(slot) ?? [slot];
        return ordered.slice(0, ordered.length).findIndex((listed) => text.includes(listed));
      },
    };
  }
}

/** By each slot whose text others of the result have: all that have it. */
function sharedTexts(slots: Uint32Array, texts: TextNumbers | null): ReadonlyMap<number, readonly number[]> {
  const shared = new Map<number, readonly number[]>();
  if (texts === null) return shared;
  const numbered = slots.filter((slot) => (texts[slot] ?? 0) !== 0);
  for (const text of gatherTexts(numbered, texts)) for (const slot of text) shared.set(slot, text);
  return shared;
}
