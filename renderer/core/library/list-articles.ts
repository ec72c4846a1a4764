import type { Language, ReadingStatus } from '#core/article.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { withDescendants } from '#core/codebook/tag-tree.ts';
import type { TagId } from '#core/ids.ts';
import { fold } from '#core/text/fold.ts';
import type { ArticleHead } from './article-head.ts';

/** An article with what the list shows of its highlights. */
export type ListedArticle = {
  readonly article: ArticleHead;
  /** What the analyst set, or `reading` when an unread article was read in. */
  readonly status: ReadingStatus;
  readonly highlightCount: number;
  /** The tags of its highlights, the most used first. */
  readonly tagIds: readonly TagId[];
};

export type SortKey =
  | 'imported'
  | 'title'
  | 'source'
  | 'date'
  | 'language'
  | 'status'
  | 'tags'
  | 'highlights';

export type Sorting = { readonly key: SortKey; readonly descending: boolean };

/** What the list is narrowed to; `null` or empty: not by that. */
export type ArticleFilter = {
  readonly text: string;
  readonly status: ReadingStatus | 'flagged' | null;
  readonly language: Language | null;
  /** A publisher or carrier, as printed. */
  readonly source: string | null;
  /** Also found by the tags below it. */
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

/** How a list of articles is narrowed and sorted. */
export type Arrangement = {
  readonly filter: ArticleFilter;
  readonly sorting: Sorting;
  readonly tags: ReadonlyMap<TagId, Tag>;
};

/** Whether a filter leaves anything out. */
export function isNarrowed({ text, status, language, source, tagId, date }: ArticleFilter): boolean {
  return text.trim() !== '' || [status, language, source, tagId, date].some((value) => value !== null);
}

/**
 * The articles that pass the filter, sorted. Those without a value of the sorted column come last either way; a tie
 * goes to the newest import.
 */
export function arrangeArticles(
  articles: readonly ListedArticle[],
  arrangement: Arrangement,
): ListedArticle[] {
  const { filter, sorting, tags } = arrangement;
  const words = fold(filter.text)
    .split(/\s+/)
    .filter((word) => word !== '');
  const within = filter.tagId === null ? null : withDescendants(filter.tagId, [...tags.values()]);
  const turn = sorting.descending ? -1 : 1;
  return articles
    .filter((listed) => passes(listed, filter, words, within))
    .map((listed) => ({ listed, value: sortValue(listed, sorting.key, tags) }))
    .sort((a, b) => compare(a.value, b.value, turn) || newestFirst(a.listed.article, b.listed.article))
    .map(({ listed }) => listed);
}

/** Every publisher and carrier that is stated, once, in order. */
export function listSources(articles: readonly ListedArticle[]): string[] {
  const sources = new Set<string>();
  for (const { article } of articles) {
    if (article.publisher !== null) sources.add(article.publisher.value);
    if (article.carrier !== null) sources.add(article.carrier.value);
  }
  return [...sources].sort(collator.compare);
}

function passes(
  { article, status: shown, tagIds }: ListedArticle,
  { status, language, source, date }: ArticleFilter,
  words: readonly string[],
  within: ReadonlySet<TagId> | null,
): boolean {
  if (status === 'flagged' ? !article.flagged : status !== null && shown !== status) return false;
  if (language !== null && article.language.value !== language) return false;
  if (source !== null && !sourcesOf(article).includes(source)) return false;
  if (within !== null && !tagIds.some((id) => within.has(id))) return false;
  if (date !== null && (article.publishedAt === null) !== (date === 'none')) return false;
  if (words.length === 0) return true;
  const folded = fold(`${article.title.value} ${sourcesOf(article).join(' ')} ${article.originalName}`);
  return words.every((word) => folded.includes(word));
}

function sourcesOf({ publisher, carrier }: ArticleHead): string[] {
  return [publisher, carrier].flatMap((field) => (field === null ? [] : [field.value]));
}

/** What a list is sorted by; `null` when the article has no such value. */
type SortValue = string | number | null;

const statusOrder: Record<ReadingStatus, number> = { unread: 0, reading: 1, read: 2 };

function sortValue(
  { article, status, highlightCount, tagIds }: ListedArticle,
  key: SortKey,
  tags: ReadonlyMap<TagId, Tag>,
): SortValue {
  switch (key) {
    case 'imported':
      return timeOf(article.importedAt);
    case 'title':
      return article.title.value;
    case 'source':
      return sourcesOf(article)[0] ?? null;
    case 'date':
      return article.publishedAt === null ? null : dateNumber(article.publishedAt.value.iso);
    case 'language':
      return article.language.value;
    case 'status':
      return statusOrder[status];
    case 'tags':
      return tagIds.map((id) => tags.get(id)?.name).find((name) => name !== undefined) ?? null;
    case 'highlights':
      return highlightCount;
  }
}

/** `2024-09` as 202409000000: before every day of that month. */
function dateNumber(iso: string): number {
  return Number(iso.replaceAll(/\D/g, '').padEnd(12, '0'));
}

// The same order whatever language the screen is in: accents and case aside, numbers by their value.
const collator = new Intl.Collator(['en', 'fr'], {
  sensitivity: 'base',
  numeric: true,
  ignorePunctuation: true,
});

function compare(a: SortValue, b: SortValue, turn: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === 'number' && typeof b === 'number') return turn * (a - b);
  return turn * collator.compare(String(a), String(b));
}

function newestFirst(a: ArticleHead, b: ArticleHead): number {
  const later = a.importedAt === b.importedAt ? 0 : timeOf(b.importedAt) - timeOf(a.importedAt);
  return later || (a.id < b.id ? 1 : -1);
}

let [lastIso, lastTime] = ['', Number.NaN];

/** The moment a time stands for. All articles of a part of an import have the same one, and come one after another. */
function timeOf(iso: string): number {
  if (iso !== lastIso) [lastIso, lastTime] = [iso, Date.parse(iso)];
  return lastTime;
}
