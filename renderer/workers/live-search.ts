import type { AnalystId, ArticleId } from '#core/ids.ts';
import { createSearchIndex, type SearchIndex } from '#core/search/index/create-search-index.ts';
import { createLocator, locate } from '#core/search/locate.ts';
import { expandQuery } from '#core/search/names/alias-expansion.ts';
import type { AliasRegistry } from '#core/search/names/alias-registry.ts';
import { describeQuery } from '#core/search/query/describe-query.ts';
import { parseQuery } from '#core/search/query/parse-query.ts';
import type { Query } from '#core/search/query/query.ts';
import type { OrderedSlots } from '#core/search/results/order-slots.ts';
import type { Facet, ResultRow, SearchAsk } from '#core/search/results/search-answer.ts';
import { snippets } from '#core/search/results/snippets.ts';
import type { Database } from '#storage/database.ts';
import { ActorKeeper } from './actor-keeper.ts';
import { ArticleReader } from './article-reader.ts';
import { FactKeeper } from './fact-keeper.ts';
import { LiveIndex } from './live-index.ts';
import type { ResultArticles } from './result-session.ts';
import type { Builder } from './segment-keeper.ts';
import type { PlaceAsk, ReadArticle, TextSearch, UnderstoodQuery } from './text-search.ts';

type Parts = {
  readonly db: Database;
  readonly analystId: AnalystId;
  readonly builder: Builder;
  readonly idleMs: number;
  /** `null`: there are no other spellings of names. */
  readonly registry: AliasRegistry | null;
};

type SliceableArticles = ResultArticles & { slice(from: number, to: number): ArticleId[] };

/** What a question finds, in its order. */
export type FoundArticles = UnderstoodQuery & {
  readonly articles: SliceableArticles;
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
  /** `null`: no actor is known. */
  readonly actors: ActorKeeper | null;
  readonly #registry: AliasRegistry | null;

  constructor({ db, analystId, builder, idleMs, registry }: Parts) {
    this.db = db;
    this.#registry = registry;
    this.reader = new ArticleReader(db);
    this.keeper = new FactKeeper({ db, analystId, index: this.index });
    const { facts } = this.keeper;
    this.actors = registry === null ? null : new ActorKeeper({ index: this.index, registry, facts });
    const onTaken = () => this.keeper.place();
    this.live = new LiveIndex({ db, index: this.index, builder, idleMs, onTaken });
  }

  understand(ask: PlaceAsk & { readonly isTyping?: boolean }): UnderstoodQuery {
    const parsed = parseQuery(ask.query, { isTyping: ask.isTyping ?? false });
    const { query, chips } =
      this.#registry === null ? { query: parsed, chips: [] } : expandQuery(parsed, this.#registry, ask);
    return { query, understood: describeQuery(parsed), aliases: chips };
  }

  find(query: Query): readonly ArticleId[] {
    const { facts } = this.keeper;
    const { slots, scoreOf } = this.index.find(query, facts.matches);
    const articles = this.#articlesOf(facts.order(slots, 'relevance', scoreOf));
    return articles.slice(0, articles.length);
  }

  /** What a question finds, narrowed, counted and put in order as it asks. */
  findAll(ask: SearchAsk): FoundArticles {
    const understood = this.understand(ask);
    const { facts, isRead } = this.keeper;
    const { slots, scoreOf } = this.index.find(understood.query, facts.matches);
    const narrowed = facts.narrow(slots, ask.narrowing);
    return {
      ...understood,
      articles: this.#articlesOf(facts.order(narrowed.slots, ask.order, scoreOf)),
      facets: isRead ? facts.countFacets(narrowed, ask.narrowing) : null,
    };
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

  #articlesOf(ordered: OrderedSlots): SliceableArticles {
    const slice = (from: number, to: number) =>
      [...ordered.slice(from, to)].flatMap((slot) => this.index.idAt(slot) ?? []);
    return {
      length: ordered.length,
      slice,
      at: (row) => slice(row, row + 1)[0],
      indexOf: (id) => ordered.slice(0, ordered.length).indexOf(this.index.slotOf(id)),
    };
  }
}
