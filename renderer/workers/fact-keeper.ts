import type { AnalystId, ArticleId } from '#core/ids.ts';
import type { SearchIndex } from '#core/search/index/create-search-index.ts';
import type { ArticleFact } from '#core/search/results/article-fact.ts';
import { type ArticleFacts, createArticleFacts } from '#core/search/results/article-facts.ts';
import { readAllFacts, readFacts } from '#storage/article-facts.ts';
import type { Database } from '#storage/database.ts';
import { listTags } from '#storage/tags.ts';

type Parts = {
  readonly db: Database;
  readonly analystId: AnalystId;
  readonly index: SearchIndex;
};

/** Facts of more articles are read with those of all: by pages that is sooner done than one by one. */
const mostAlone = 5_000;

/** Keeps what is known of the articles level with their records, by the slots they have in the index. */
export class FactKeeper {
  readonly facts: ArticleFacts = createArticleFacts();
  readonly #parts: Parts;
  /** Of articles that the index has no slot for yet. */
  readonly #waiting = new Map<ArticleId, ArticleFact>();
  /** Told of while all are read, which may read what was before. */
  readonly #told = new Set<ArticleId>();
  #isRead = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Whether the facts of all articles are here. */
  get isRead(): boolean {
    return this.#isRead;
  }

  async readAll(): Promise<void> {
    const { db, analystId } = this.#parts;
    this.facts.setTags(await listTags(db));
    for await (const page of readAllFacts(db, analystId))
      for (const { articleId, fact } of page) if (!this.#told.has(articleId)) this.#put(articleId, fact);
    this.#isRead = true;
    this.#told.clear();
  }

  /** Read anew what is known of articles whose records changed. */
  async note(ids: readonly ArticleId[]): Promise<void> {
    if (!this.#isRead) for (const id of ids) this.#told.add(id);
    const { db, analystId } = this.#parts;
    if (ids.length <= mostAlone) {
      for (const { articleId, fact } of await readFacts(db, analystId, ids)) this.#put(articleId, fact);
      return;
    }
    const wanted = new Set(ids);
    for await (const page of readAllFacts(db, analystId))
      for (const { articleId, fact } of page) if (wanted.has(articleId)) this.#put(articleId, fact);
  }

  /** Read the codebook anew. */
  async noteTags(): Promise<void> {
    this.facts.setTags(await listTags(this.#parts.db));
  }

  remove(ids: readonly ArticleId[]): void {
    for (const id of ids) {
      if (!this.#isRead) this.#told.add(id);
      this.#waiting.delete(id);
      const slot = this.#parts.index.slotOf(id);
      if (slot !== -1) this.facts.remove(slot);
    }
  }

  /** The index has taken articles in: give those that waited for a slot what is known of them. */
  place(): void {
    for (const [id, fact] of this.#waiting) {
      if (this.#parts.index.slotOf(id) === -1) continue;
      this.#waiting.delete(id);
      this.#put(id, fact);
    }
  }

  #put(id: ArticleId, fact: ArticleFact): void {
    const slot = this.#parts.index.slotOf(id);
    if (slot === -1) this.#waiting.set(id, fact);
    else this.facts.put(slot, fact);
  }
}
