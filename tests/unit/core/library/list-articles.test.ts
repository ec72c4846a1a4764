import { describe, expect, it } from 'vitest';
import type { Article, Field, StatedDate } from '#core/article.ts';
import type { TagId } from '#core/ids.ts';
import {
  type ArticleFilter,
  arrangeArticles,
  isNarrowed,
  type ListedArticle,
  listSources,
  noFilter,
  type Sorting,
} from '#core/library/list-articles.ts';
import { layOutMonths } from '#core/library/months.ts';
import { makeArticle, makeTag } from '#tests/unit/storage/make-records.ts';

const stated = <Value>(value: Value): Field<Value> => ({
  value,
  basis: 'stated',
  evidence: null,
  reason: 'meta',
});
const dated = (iso: string, precision: StatedDate['precision'] = 'day') =>
  stated({ iso, precision, printed: iso });

const articles = [
  make('a', { title: stated('Ménaka attaquée'), publishedAt: dated('2024-03-05'), status: 'read' }, 3),
  make(
    'b',
    { title: stated('Gao'), publisher: stated('Le Monde'), flagged: true, importedAt: '2026-02-01' },
    0,
  ),
  make(
    'c',
    { title: stated('Ansongo'), carrier: stated('TheWorldNews'), publishedAt: dated('2023', 'year') },
    9,
    ['below'],
  ),
  make('d', { title: stated('Kidal'), publishedAt: dated('2024-01', 'month'), language: stated('fr') }, 1, [
    'gone',
    's',
  ]),
];

const tags = new Map(
  [makeTag('s'), makeTag('t'), { ...makeTag('below'), parentId: 't' as TagId }].map((tag) => [tag.id, tag]),
);
const arrange = (filter: Partial<ArticleFilter>, sorting: Sorting) =>
  ids(arrangeArticles(articles, { filter: { ...noFilter, ...filter }, sorting, tags }));

describe('arrangeArticles', () => {
  it.each([
    ['imported', true, 'bdca'],
    ['title', false, 'cbda'],
    // What has no date, source or tag comes last, whichever way.
    ['date', false, 'cdab'],
    ['date', true, 'adcb'],
    ['source', false, 'bcda'],
    ['source', true, 'cbda'],
    ['tags', false, 'cdba'],
    ['language', false, 'bcad'],
    ['status', true, 'abdc'],
    ['highlights', true, 'cadb'],
  ] as const)('sorts by %s, a tie by the newest import', (key, descending, order) => {
    expect(arrange({}, { key, descending })).toBe(order);
  });

  it.each([
    [{ text: 'menaka' }, 'a'],
    [{ text: 'le monde' }, 'b'],
    [{ text: 'c.txt' }, 'c'],
    [{ status: 'flagged' }, 'b'],
    [{ status: 'read' }, 'a'],
    [{ language: 'fr' }, 'd'],
    [{ source: 'TheWorldNews' }, 'c'],
    [{ tagId: 'below' as TagId }, 'c'],
    [{ tagId: 't' as TagId }, 'c'],
    [{ tagId: 's' as TagId }, 'd'],
    [{ date: 'none' }, 'b'],
    [{ date: 'stated', text: 'gao' }, ''],
  ] as const)('narrows by %o', (part, expected) => {
    const sorting = { key: 'title', descending: false } as const;

    expect(arrange(part, sorting)).toBe(expected);
    expect(isNarrowed({ ...noFilter, ...part })).toBe(true);
  });
});

it('lists every source once', () => {
  expect(listSources([...articles, ...articles])).toEqual(['Le Monde', 'TheWorldNews']);
});

describe('layOutMonths', () => {
  it('gives every month from first to last and keeps apart what has none', () => {
    const { months, yearOnly, undated } = layOutMonths(articles.map(({ article }) => article));

    expect(months.map(({ year, month, articles: inMonth }) => [year, month, inMonth.length])).toEqual([
      [2024, 1, 1],
      [2024, 2, 0],
      [2024, 3, 1],
    ]);
    expect(yearOnly.map(({ id }) => id)).toEqual(['c']);
    expect(undated.map(({ id }) => id)).toEqual(['b']);
  });

  it('leaves out long stretches of empty months, saying how many', () => {
    const list = ['0024-05-01', '2023-01-01', '2024-02-01', '2024-02'].map(
      (iso, at) => make(String(at), { publishedAt: dated(iso) }, 0).article,
    );
    const { months } = layOutMonths(list);

    expect(months).toHaveLength(15);
    expect(months.map(({ skippedBefore }) => skippedBefore).filter((skipped) => skipped > 0)).toEqual([
      (2023 - 24) * 12 - 5,
    ]);
    expect(months.at(-1)?.articles.map(({ id }) => id)).toEqual(['3', '2']);
  });

  it('crosses the turn of a year', () => {
    const list = ['2023-12-31', '2024-01-01'].map(
      (iso, at) => make(String(at), { publishedAt: dated(iso) }, 0).article,
    );

    expect(layOutMonths(list).months.map(({ year, month }) => `${year}-${month}`)).toEqual([
      '2023-12',
      '2024-1',
    ]);
  });
});

function make(
  id: string,
  part: Partial<Article>,
  highlightCount: number,
  tagIds: string[] = [],
): ListedArticle & { readonly article: Article } {
  const article = { ...makeArticle(id, id, 1), ...part };
  return { article, status: article.status, highlightCount, tagIds: tagIds as TagId[] };
}

function ids(list: readonly ListedArticle[]): string {
  return list.map(({ article }) => article.id).join('');
}
