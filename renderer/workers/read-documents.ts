import type { Article } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import { fingerprintOf, type SearchDocument } from '#core/search/index/search-document.ts';
import type { Database } from '#storage/database.ts';
import { readMany } from '#storage/read-many.ts';
import { readTexts } from '#storage/texts.ts';

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
  return db.transaction('r', db.articles, db.textBlocks, async () => {
    const articles = (await readMany(db.articles, ids)).filter((article) => article !== undefined);
    const texts = await readTexts(
      db,
      articles.map(({ textSha256, textLength }) => ({ sha256: textSha256, length: textLength })),
    );
    const documents = articles.map((article, at) => toDocument(article, texts[at] ?? null));
    const lacking = documents.filter(({ fingerprint }) => fingerprint === withoutText).map(({ id }) => id);
    return { documents, lacking };
  });
}

function toDocument(article: Article, text: string | null): SearchDocument {
  const { id, title, noise, language } = article;
  return {
    id,
    title: title.value,
    text: text ?? '',
    noise,
    language: language.value,
    fingerprint: text === null ? withoutText : fingerprintOf(article),
  };
}
