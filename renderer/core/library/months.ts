import type { Article } from '#core/article.ts';

/** The articles of one month, by their stated dates. */
export type MonthOfArticles = {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** Oldest first; one of which only the month is stated before those with days. */
  readonly articles: readonly Article[];
  /** How many empty months are left out between the month before and this one. */
  readonly skippedBefore: number;
};

/** Articles laid out by their stated dates. */
export type Months = {
  /** The months from the first to the last that has an article, in order; long stretches of empty ones left out. */
  readonly months: readonly MonthOfArticles[];
  /** Those of which only a year is stated, oldest first: they belong to no month. */
  readonly yearOnly: readonly Article[];
  /** Those without a stated date. None is guessed. */
  readonly undated: readonly Article[];
};

/** Empty months in a row that are still drawn; a date of another century must not push all others out of sight. */
const mostEmpty = 12;

/** Lay articles out by month. */
export function layOutMonths(articles: readonly Article[]): Months {
  const sorted = [...articles].sort(byDate);
  const byMonth = new Map<number, Article[]>();
  for (const article of sorted) {
    const date = article.publishedAt?.value;
    if (date === undefined || date.precision === 'year') continue;
    const at = Number(date.iso.slice(0, 4)) * 12 + Number(date.iso.slice(5, 7)) - 1;
    const inMonth = byMonth.get(at);
    if (inMonth === undefined) byMonth.set(at, [article]);
    else inMonth.push(article);
  }
  return {
    months: fillMonths(byMonth),
    yearOnly: sorted.filter((article) => article.publishedAt?.value.precision === 'year'),
    undated: articles.filter((article) => article.publishedAt === null),
  };
}

/** The months of `byMonth`, which is in order, with the empty ones between. */
function fillMonths(byMonth: ReadonlyMap<number, readonly Article[]>): MonthOfArticles[] {
  const months: MonthOfArticles[] = [];
  let next: number | null = null;
  for (const [at, inMonth] of byMonth) {
    const empty: number = next === null ? 0 : at - next;
    const isLong = empty > mostEmpty;
    if (!isLong) for (let month = at - empty; month < at; month++) months.push(monthOf(month, [], 0));
    months.push(monthOf(at, inMonth, isLong ? empty : 0));
    next = at + 1;
  }
  return months;
}

function monthOf(at: number, articles: readonly Article[], skippedBefore: number): MonthOfArticles {
  return { year: Math.floor(at / 12), month: (at % 12) + 1, articles, skippedBefore };
}

function byDate(a: Article, b: Article): number {
  const [first, second] = [a.publishedAt?.value.iso ?? '', b.publishedAt?.value.iso ?? ''];
  return first < second ? -1 : Number(first > second);
}
