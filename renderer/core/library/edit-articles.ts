import type {
  Article,
  Field,
  InferredDate,
  Language,
  ReadingStatus,
  StatedDate,
  Translation,
} from '#core/article.ts';
import { type Change, replacement } from '#core/history/change.ts';
import type { ArticleId } from '#core/ids.ts';
import { shownStatus } from './shown-status.ts';

/** A status set by hand: at what time (ISO 8601 UTC), and when the analyst had last read in which article. */
export type SetStatus = {
  readonly status: ReadingStatus;
  readonly at: string;
  readonly lastRead: ReadonlyMap<ArticleId, string>;
};

/** Set how far the analyst is with articles; those that are there already are left alone. */
export function setStatus(articles: readonly Article[], { status, at, lastRead }: SetStatus): Change[] {
  const isThere = (article: Article) =>
    article.status === status && shownStatus(article, lastRead.get(article.id)) === status;
  return articles
    .filter((article) => !isThere(article))
    .map((article) => replacement('articles', article, { ...article, status, statusAt: at }));
}

/** Flag articles, or take the flag away. */
export function setFlag(articles: readonly Article[], flagged: boolean): Change[] {
  return articles
    .filter((article) => article.flagged !== flagged)
    .map((article) => replacement('articles', article, { ...article, flagged }));
}

/** The fields of an article's header that the analyst may correct. */
export type Correction =
  | { readonly field: 'title'; readonly value: string }
  | { readonly field: 'publisher' | 'carrier' | 'byline'; readonly value: string }
  | { readonly field: 'language'; readonly value: Language }
  /** `null`: no date is stated. */
  | { readonly field: 'publishedAt'; readonly value: StatedDate | null }
  | { readonly field: 'address'; readonly value: string }
  /** `null`: it is no translation. */
  | { readonly field: 'translation'; readonly value: Translation | null };

/** Put the analyst's word in the place of what import found. An emptied name means "not stated"; a title stays. */
export function correctArticle(article: Article, correction: Correction): Change[] {
  const corrected = corrections(article, correction);
  return corrected === null ? [] : [replacement('articles', article, corrected)];
}

/**
 * The most exact date that holds the whole of a range: `2024-03` for the 5th to the 9th of March. `null` when an end is
 * open, or when the ends have not even the year in common.
 */
export function dateOfRange({ from, until }: InferredDate): StatedDate | null {
  if (from === null || until === null) return null;
  const form = dateForms.find(
    ({ length }) => until.length >= length && from.startsWith(until.slice(0, length)),
  );
  const iso = form && until.slice(0, form.length);
  return iso === undefined ? null : { iso, precision: form?.precision ?? 'year', printed: iso };
}

/**
 * Take the date the program suggests over as the analyst's own. Nothing when a date is known already, or when the
 * suggestion is no one date.
 */
export function takeOverDate(article: Article): Change[] {
  const { publishedAt, inferredDate } = article;
  const value = inferredDate === undefined ? null : dateOfRange(inferredDate.value);
  if (publishedAt !== null || value === null) return [];
  const field = { value, basis: 'analyst', evidence: null, reason: 'inferred' } as const;
  return [replacement('articles', article, { ...article, publishedAt: field })];
}

function corrections(article: Article, correction: Correction): Article | null {
  const { field, value } = correction;
  switch (field) {
    case 'language':
      return value === article.language.value ? null : { ...article, language: byHand(value) };
    case 'publishedAt':
      if (value?.iso === article.publishedAt?.value.iso) return null;
      return { ...article, publishedAt: value === null ? null : byHand(value) };
    case 'translation':
      return withTranslation(article, value);
    case 'address':
      return withAddress(article, tidy(value));
    case 'title':
      return tidy(value) === '' ? null : withName(article, field, tidy(value));
    default:
      return withName(article, field, tidy(value));
  }
}

function tidy(text: string): string {
  return text.normalize('NFC').trim();
}

function withName(
  article: Article,
  field: 'title' | 'publisher' | 'carrier' | 'byline',
  text: string,
): Article | null {
  if (text === (article[field]?.value ?? '')) return null;
  return { ...article, [field]: text === '' ? null : byHand(text) };
}

function withAddress(article: Article, text: string): Article | null {
  const { address, ...rest } = article;
  if (text === (address?.value ?? '')) return null;
  return text === '' ? rest : { ...rest, address: byHand(text) };
}

function withTranslation(article: Article, value: Translation | null): Article | null {
  const { translation, ...rest } = article;
  const old = translation?.value;
  if (old?.by === value?.by && old?.from === value?.from) return null;
  return value === null ? rest : { ...rest, translation: byHand(value) };
}

function byHand<Value>(value: Value): Field<Value> {
  return { value, basis: 'analyst', evidence: null, reason: 'analyst' };
}

const dateForms = [
  { precision: 'minute', length: 16, form: /^\d{4}-\d\d-\d\dT\d\d:\d\d$/ },
  { precision: 'day', length: 10, form: /^\d{4}-\d\d-\d\d$/ },
  { precision: 'month', length: 7, form: /^\d{4}-\d\d$/ },
  { precision: 'year', length: 4, form: /^\d{4}$/ },
] as const;

/**
 * Read a date as the analyst types it, `2024`, `2024-09`, `2024-09-24` or `2024-09-24T02:56`; `null` when it is none
 * of these or no such day exists. What is not typed is not filled in.
 */
export function readDate(text: string): StatedDate | null {
  const iso = text.trim().replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d)$/, '$1T$2');
  const found = dateForms.find(({ form }) => form.test(iso));
  if (found === undefined) return null;
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  const calendar = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1));
  const exists = calendar.getUTCMonth() === (month ?? 1) - 1 && calendar.getUTCDate() === (day ?? 1);
  const [hour, minute] = iso.slice(11).split(':').map(Number);
  const hasTime = (hour ?? 0) < 24 && (minute ?? 0) < 60;
  return exists && hasTime ? { iso, precision: found.precision, printed: text.trim() } : null;
}
