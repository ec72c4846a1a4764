import type { Article, Language, ReadingStatus } from '#core/article.ts';
import type { TagId } from '#core/ids.ts';
import { fold } from '#core/text/fold.ts';

/** An article with what the list shows of its highlights. */
export type ListedArticle = {
  readonly article: Article;
  readonly highlightCount: number;
  /** The tags of its highlights, the most used first. */
  readonly tagIds: readonly TagId[];
};

export type SortKey = 'imported' | 'title' | 'source' | 'date' | 'language' | 'status' | 'highlights';

export type Sorting = { readonly key: SortKey; readonly descending: boolean };

/** What the list is narrowed to; `null` or empty: not by that. */
export type ArticleFilter = {
  readonly text: string;
  readonly status: ReadingStatus | 'flagged' | null;
  readonly language: Language | null;
  /** A publisher or carrier, as printed. */
  readonly source: string | null;
  readonly tagId: TagId | null;
  readonly date: 'stated' | 'none' | null;
};

export const noFilter: ArticleFilter = {
  text: '',
  status: null,
  language: null,
  source: null,
  tagId: null,
  date: null,
};

/** The articles that pass `filter`, sorted; a tie goes to the newest import. */
export function arrangeArticles(
  articles: readonly ListedArticle[],
  filter: ArticleFilter,
  sorting: Sorting,
): ListedArticle[] {
  const words = fold(filter.text)
    .split(/\s+/)
    .filter((word) => word !== '');
  const turn = sorting.descending ? -1 : 1;
  return articles
    .filter((listed) => passes(listed, filter, words))
    .sort((a, b) => turn * compare(a, b, sorting.key) || newestFirst(a.article, b.article));
}

/** Every publisher and carrier that is stated, once, in order. */
export function listSources(articles: readonly ListedArticle[]): string[] {
  const sources = articles.flatMap(({ article }) => sourcesOf(article));
  return [...new Set(sources)].sort((a, b) => a.localeCompare(b));
}

function passes(
  { article, tagIds }: ListedArticle,
  filter: ArticleFilter,
  words: readonly string[],
): boolean {
  const { status, language, source, tagId, date } = filter;
  if (status === 'flagged' ? !article.flagged : status !== null && article.status !== status) return false;
  if (language !== null && article.language.value !== language) return false;
  if (source !== null && !sourcesOf(article).includes(source)) return false;
  if (tagId !== null && !tagIds.includes(tagId)) return false;
  if (date !== null && (article.publishedAt === null) !== (date === 'none')) return false;
  if (words.length === 0) return true;
  const folded = fold(`${article.title.value} ${sourcesOf(article).join(' ')} ${article.originalName}`);
  return words.every((word) => folded.includes(word));
}

function sourcesOf({ publisher, carrier }: Article): string[] {
  return [publisher, carrier].flatMap((field) => (field === null ? [] : [field.value]));
}

function compare(a: ListedArticle, b: ListedArticle, key: SortKey): number {
  switch (key) {
    case 'imported':
      return a.article.importedAt.localeCompare(b.article.importedAt);
    case 'title':
      return fold(a.article.title.value).localeCompare(fold(b.article.title.value));
    case 'source':
      return (sourcesOf(a.article)[0] ?? '\uffff').localeCompare(sourcesOf(b.article)[0] ?? '\uffff');
    case 'date':
      return (a.article.publishedAt?.value.iso ?? '').localeCompare(b.article.publishedAt?.value.iso ?? '');
    case 'language':
      return a.article.language.value.localeCompare(b.article.language.value);
    case 'status':
      return statusOrder[a.article.status] - statusOrder[b.article.status];
    case 'highlights':
      return a.highlightCount - b.highlightCount;
  }
}

const statusOrder: Record<ReadingStatus, number> = { unread: 0, reading: 1, read: 2 };

function newestFirst(a: Article, b: Article): number {
  return b.importedAt.localeCompare(a.importedAt) || b.id.localeCompare(a.id);
}
