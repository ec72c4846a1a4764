import type { Article } from '#core/article.ts';

/** The articles of one month, by their stated dates. */
export type MonthOfArticles = {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly articles: readonly Article[];
};

/** Articles laid out by their stated dates. */
export type Months = {
  /** Every month from the first to the last that has an article, in order, empty ones included. */
  readonly months: readonly MonthOfArticles[];
  /** Those of which only a year is stated, oldest first: they belong to no month. */
  readonly yearOnly: readonly Article[];
  /** Those without a stated date. None is guessed. */
  readonly undated: readonly Article[];
};

/** Lay articles out by month. */
export function layOutMonths(articles: readonly Article[]): Months {
  const undated = articles.filter((article) => article.publishedAt === null);
  const yearOnly = articles.filter((article) => article.publishedAt?.value.precision === 'year').sort(byDate);
  const byMonth = new Map<number, Article[]>();
  for (const article of [...articles].sort(byDate)) {
    const date = article.publishedAt?.value;
    if (date === undefined || date.precision === 'year') continue;
    const at = Number(date.iso.slice(0, 4)) * 12 + Number(date.iso.slice(5, 7)) - 1;
    byMonth.set(at, [...(byMonth.get(at) ?? []), article]);
  }
  if (byMonth.size === 0) return { months: [], yearOnly, undated };
  const first = Math.min(...byMonth.keys());
  const last = Math.max(...byMonth.keys());
  const months = Array.from({ length: last - first + 1 }, (_, index) => {
    const at = first + index;
    return { year: Math.floor(at / 12), month: (at % 12) + 1, articles: byMonth.get(at) ?? [] };
  });
  return { months, yearOnly, undated };
}

function byDate(a: Article, b: Article): number {
  return (a.publishedAt?.value.iso ?? '').localeCompare(b.publishedAt?.value.iso ?? '');
}
