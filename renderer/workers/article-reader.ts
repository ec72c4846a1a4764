import type { ArticleId } from '#core/ids.ts';
import { fingerprintOf } from '#core/search/index/search-document.ts';
import type { Database } from '#storage/database.ts';
import { readText } from '#storage/texts.ts';
import type { ReadArticle } from './text-search.ts';

/** In UTF-16 units of text: enough for what is on the screen and what is stepped through. */
const mostRemembered = 4_000_000;

/** Reads articles with their texts, and remembers those read last. */
export class ArticleReader {
  readonly #db: Database;
  /** The one read longest ago comes first. */
  readonly #read = new Map<ArticleId, ReadArticle>();
  #length = 0;
  /** Counts what was forgotten, so that what was read before is not remembered after. */
  #forgotten = 0;

  constructor(db: Database) {
    this.#db = db;
  }

  /** `null`: gone, or its text can't be read. */
  async read(id: ArticleId): Promise<ReadArticle | null> {
    const known = this.#read.get(id);
    if (known !== undefined) {
      this.#read.delete(id);
      this.#read.set(id, known);
      return known;
    }
    const forgotten = this.#forgotten;
    const article = await this.#db.articles.get(id);
    if (article === undefined) return null;
    const { title, textSha256, textLength, noise, language } = article;
    const text = await readText(this.#db, textSha256, textLength);
    if (text === null) return null;
    const fingerprint = fingerprintOf(article);
    const document = { id, title: title.value, text, noise, language: language.value, fingerprint };
    const read = { document, textSha256 };
    if (forgotten === this.#forgotten) this.#remember(id, read);
    return read;
  }

  /** Articles that changed: what was read of them is out of date. */
  forget(ids: readonly ArticleId[]): void {
    this.#forgotten += 1;
    for (const id of ids) this.#drop(id);
  }

  #remember(id: ArticleId, read: ReadArticle): void {
    this.#drop(id);
    this.#read.set(id, read);
    this.#length += read.document.text.length;
    for (const oldest of this.#read.keys()) {
      if (this.#length <= mostRemembered) return;
      this.#drop(oldest);
    }
  }

  #drop(id: ArticleId): void {
    const known = this.#read.get(id);
    if (known === undefined) return;
    this.#read.delete(id);
    this.#length -= known.document.text.length;
  }
}
