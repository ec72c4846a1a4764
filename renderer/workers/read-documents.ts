import type { Article } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import { fingerprintOf, type SearchDocument } from '#core/search/index/search-document.ts';
import type { Database } from '#storage/database.ts';
import { readText } from '#storage/texts.ts';

/** Articles as the index takes them in. */
export type ReadDocuments = {
  readonly documents: readonly SearchDocument[];
  /** Those whose texts the working copy lacks: they are among the documents with their titles alone. */
  readonly lacking: readonly ArticleId[];
};

/** What an article without its text has for a fingerprint: none other has it, so the text is asked for again. */
const withoutText = 0;

/** Read articles with their texts; those that are gone are left out. */
export async function readDocuments(db: Database, ids: readonly ArticleId[]): Promise<ReadDocuments> {
  return db.transaction('r', db.articles, db.texts, async () => {
    const articles = (await db.articles.bulkGet([...ids])).filter((article) => article !== undefined);
    const documents = await Promise.all(articles.map((article) => readDocument(db, article)));
    const lacking = documents.filter(({ fingerprint }) => fingerprint === withoutText).map(({ id }) => id);
    return { documents, lacking };
  });
}

async function readDocument(db: Database, article: Article): Promise<SearchDocument> {
  const { id, title, textSha256, textLength, noise, language } = article;
  const text = await readText(db, textSha256, textLength);
  return {
    id,
    title: title.value,
    text: text ?? '',
    noise,
    language: language.value,
    fingerprint: text === null ? withoutText : fingerprintOf(article),
  };
}
