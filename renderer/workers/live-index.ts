import type { Article } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import type { SearchIndex } from '#core/search/index/create-search-index.ts';
import { fingerprintOf } from '#core/search/index/search-document.ts';
import type { IndexTrouble } from '#core/search/log-trouble.ts';
import type { Database } from '#storage/database.ts';
import { readMany } from '#storage/read-many.ts';
import { readDocuments } from './read-documents.ts';
import { type Builder, SegmentKeeper } from './segment-keeper.ts';

/** How many articles are in the index, of how many; of none when what was kept has been loaded. */
export type IndexProgress = { readonly done: number; readonly total: number };

/** What came of opening the index or telling it of edits. */
export type Indexed = {
  /** Articles that are found by their titles alone, since the working copy lacks their texts. */
  readonly lacking: readonly ArticleId[];
  /** Each is told once. */
  readonly troubles: readonly IndexTrouble[];
};

type Report = (progress: IndexProgress) => void;

type Parts = {
  readonly db: Database;
  readonly index: SearchIndex;
  readonly builder: Builder;
  /** After so long without an edit what is only in memory goes to the disk. */
  readonly idleMs: number;
  /** Called whenever the index has taken articles in. */
  readonly onTaken: () => void;
};

/** So many articles are indexed at once in this worker; more by the index worker. */
const mostHere = 16;
/** In UTF-16 units; longer texts are indexed by the index worker. */
const longestHere = 150_000;
/** Articles of a segment the index worker builds. */
const batch = 1_000;
/** Questions wait no longer than this for what is kept; later they are answered from what is there. */
const loadLimitMs = 3_000;
/** Article records compared at once. */
const pageSize = 500;

/** Keeps an index level with the articles of a working copy, with the help of the index worker. */
export class LiveIndex {
  readonly #parts: Parts;
  readonly #keeper: SegmentKeeper;
  /** To be indexed by the index worker. */
  readonly #pending = new Set<ArticleId>();
  /** How often an article was told of, to know what came while it was being indexed. */
  readonly #told = new Map<ArticleId, { readonly times: number; readonly isGone: boolean }>();
  /** Resolves when what is kept is here, or took too long: before that an answer would say that nothing is found. */
  readonly loaded: Promise<void>;
  #endLoading: () => void = () => undefined;
  #filling: Promise<readonly ArticleId[]> | null = null;
  #adding: Promise<unknown> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#keeper = new SegmentKeeper(parts.index, parts.builder);
    this.loaded = new Promise((resolve) => {
      this.#endLoading = resolve;
    });
  }

  /** Load what is kept, then index what lacks. What is loaded is searched meanwhile. */
  async open(report: Report): Promise<Indexed> {
    const longest = setTimeout(this.#endLoading, loadLimitMs);
    await this.#keeper.load(this.#parts.db.name).finally(this.#endLoading);
    clearTimeout(longest);
    this.#parts.onTaken();
    report({ done: 0, total: 0 });
    await this.#compare();
    return this.#answer(await this.#filled(report));
  }

  /** Take in articles that were made or changed, and forget those removed. Answers when all are in. */
  async note(
    {
      articles,
      removed,
    }: { readonly articles: readonly ArticleId[]; readonly removed: readonly ArticleId[] },
    report: Report,
  ): Promise<Indexed> {
    this.#tell(removed, true);
    this.#tell(articles, false);
    for (const id of removed) this.#pending.delete(id);
    if (removed.length > 0) this.#parts.index.remove(removed);
    const changed = await this.#changedAmong(articles);
    if (changed.length <= mostHere) {
      const lacking = await this.#addHere(changed);
      if (lacking !== null) return this.#answer(lacking);
    }
    for (const id of changed) this.#pending.add(id);
    const lacking = new Set(await this.#filled(report));
    return this.#answer(changed.filter((id) => lacking.has(id)));
  }

  /** Finish what is under way, and bring all to the disk. */
  async settle(): Promise<void> {
    await this.#adding;
    await this.#filling;
    await this.#keeper.keepAll();
  }

  /** Those whose entry in the index is not as it should be: that one was read or flagged leaves it as it is. */
  async #changedAmong(ids: readonly ArticleId[]): Promise<ArticleId[]> {
    const { db, index } = this.#parts;
    const changed: ArticleId[] = [];
    for (let from = 0; from < ids.length; from += pageSize) {
      const articles = await readMany(db.articles, ids.slice(from, from + pageSize));
      for (const article of articles)
        if (article !== undefined && index.fingerprintOf(article.id) !== fingerprintOf(article))
          changed.push(article.id);
    }
    return changed;
  }

  #answer(lacking: readonly ArticleId[]): Indexed {
    this.#rest();
    return { lacking, troubles: this.#keeper.takeTroubles() };
  }

  #rest(): void {
    // What fails in tidying up fails again when something has to be indexed, and is told then.
    const pass = () => undefined;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#keeper.keepAll().catch(pass), this.#parts.idleMs);
    void this.#keeper.tidy(false).catch(pass);
  }

  /** Index a few articles here, after those before; answers those without a text, or `null` when they are too long. */
  #addHere(ids: readonly ArticleId[]): Promise<readonly ArticleId[] | null> {
    const added = this.#adding.then(async () => {
      const before = this.#timesOf(ids);
      const { documents, lacking } = await readDocuments(this.#parts.db, ids);
      if (documents.reduce((length, { text }) => length + text.length, 0) > longestHere) return null;
      const current = documents.filter(({ id }) => this.#isAsBefore(before, id));
      if (current.length > 0) this.#parts.index.add(current);
      this.#parts.onTaken();
      return lacking;
    });
    this.#adding = added.catch(() => undefined);
    return added;
  }

  /** Index what is pending; whoever asks while that is being done waits with the others. */
  #filled(report: Report): Promise<readonly ArticleId[]> {
    this.#filling ??= this.#fill(report).finally(() => {
      this.#filling = null;
    });
    return this.#filling;
  }

  async #fill(report: Report): Promise<readonly ArticleId[]> {
    const lacking: ArticleId[] = [];
    let done = 0;
    while (this.#pending.size > 0) {
      report({ done, total: done + this.#pending.size });
      const ids = [...this.#pending].slice(0, batch);
      lacking.push(...(await this.#addThere(ids)));
      done += ids.length;
      if (this.#pending.size > 0) await this.#keeper.tidy(false);
    }
    return lacking;
  }

  /** Have the index worker index a batch of what is pending; answers those without a text. */
  async #addThere(ids: readonly ArticleId[]): Promise<readonly ArticleId[]> {
    for (const id of ids) this.#pending.delete(id);
    const before = this.#timesOf(ids);
    const { lacking, ...made } = await this.#parts.builder.call('build', { ids });
    this.#keeper.attach(made);
    this.#parts.onTaken();
    for (const id of ids) {
      if (this.#isAsBefore(before, id)) continue;
      if (this.#told.get(id)?.isGone) this.#parts.index.remove([id]);
      else this.#pending.add(id);
    }
    return lacking;
  }

  /** Find what the index lacks, or has of another version, or has of an article that is gone. */
  async #compare(): Promise<void> {
    const { db, index } = this.#parts;
    const there = new Set<ArticleId>();
    for await (const page of readPages(db)) {
      for (const article of page) {
        there.add(article.id);
        const isOld = index.fingerprintOf(article.id) !== fingerprintOf(article);
        if (isOld && !this.#told.get(article.id)?.isGone) this.#pending.add(article.id);
      }
    }
    const gone: ArticleId[] = [];
    for (let slot = 0; slot < index.slotCount; slot++) {
      const id = index.idAt(slot);
      // What was told of meanwhile may be newer than the records read here, and older than a segment from the disk.
      const isGone = id !== null && (this.#told.get(id)?.isGone ?? !there.has(id));
      if (isGone) gone.push(id);
    }
    if (gone.length > 0) index.remove(gone);
  }

  #tell(ids: readonly ArticleId[], isGone: boolean): void {
    for (const id of ids) this.#told.set(id, { times: (this.#told.get(id)?.times ?? 0) + 1, isGone });
  }

  #timesOf(ids: readonly ArticleId[]): ReadonlyMap<ArticleId, number> {
    return new Map(ids.map((id) => [id, this.#told.get(id)?.times ?? 0]));
  }

  #isAsBefore(before: ReadonlyMap<ArticleId, number>, id: ArticleId): boolean {
    return (this.#told.get(id)?.times ?? 0) === before.get(id);
  }
}

/** All articles, a page at a time. */
async function* readPages(db: Database): AsyncGenerator<Article[]> {
  let after = '';
  for (;;) {
    const page = await db.articles.where('id').above(after).limit(pageSize).toArray();
    yield page;
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    after = last.id;
  }
}
