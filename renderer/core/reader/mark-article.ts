import type { Article, ReadingStatus } from '#core/article.ts';
import { type Change, replacement } from '#core/history/change.ts';

/** Say how far the reading of an article has come. */
export function setReadingStatus(article: Article, status: ReadingStatus): Change[] {
  return article.status === status ? [] : [replacement('articles', article, { ...article, status })];
}

/** Put a flag on an article, or take it off. */
export function setFlagged(article: Article, flagged: boolean): Change[] {
  return article.flagged === flagged ? [] : [replacement('articles', article, { ...article, flagged })];
}
