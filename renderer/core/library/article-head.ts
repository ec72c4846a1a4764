import type { Article } from '#core/article.ts';

/** What a list needs of an article: a small part of it, so that all of a large library fit into memory. */
export type ArticleHead = Pick<
  Article,
  | 'id'
  | 'importedAt'
  | 'originalName'
  | 'title'
  | 'publisher'
  | 'carrier'
  | 'publishedAt'
  | 'inferredDate'
  | 'language'
  | 'status'
  | 'statusAt'
  | 'flagged'
  | 'sameText'
>;

/** The head of an article. */
export function headOf(article: Article): ArticleHead {
  const { id, importedAt, originalName, title, publisher, carrier, publishedAt, language } = article;
  const { status, statusAt, flagged, sameText, inferredDate } = article;
  return {
    id,
    importedAt,
    originalName,
    title,
    publisher,
    carrier,
    publishedAt,
    language,
    status,
    flagged,
    ...(inferredDate === undefined ? {} : { inferredDate }),
    ...(statusAt === undefined ? {} : { statusAt }),
    ...(sameText === undefined ? {} : { sameText }),
  };
}
