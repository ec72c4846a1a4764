import { describe, expect, it } from 'vitest';
import type { Article, Field, StatedDate } from '#core/article.ts';
import type { TagId } from '#core/ids.ts';
import { arrangeArticles, type ListedArticle, listSources, noFilter } from '#core/library/list-articles.ts';
import { layOutMonths } from '#core/library/months.ts';
import { makeArticle } from '#tests/unit/storage/make-records.ts';

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
    ['t'],
  ),
  make('d', { title: stated('Kidal'), publishedAt: dated('2024-01', 'month'), language: stated('fr') }, 1),
];

describe('arrangeArticles', () => {
  it.each([
    ['imported', true, 'bdca'],
    ['title', false, 'cbda'],
    ['date', false, 'bcda'],
    ['status', true, 'abdc'],
    ['highlights', true, 'cadb'],
  ] as const)('sorts by %s, a tie by the newest import', (key, descending, order) => {
    expect(ids(arrangeArticles(articles, noFilter, { key, descending }))).toBe(order);
  });

  it.each([
    [{ text: 'menaka' }, 'a'],
    [{ text: 'le monde' }, 'b'],
    [{ text: 'c.txt' }, 'c'],
    [{ status: 'flagged' }, 'b'],
    [{ status: 'read' }, 'a'],
    [{ language: 'fr' }, 'd'],
    [{ source: 'TheWorldNews' }, 'c'],
    [{ tagId: 't' as TagId }, 'c'],
    [{ date: 'none' }, 'b'],
    [{ date: 'stated', text: 'gao' }, ''],
  ] as const)('narrows by %o', (part, expected) => {
    const sorting = { key: 'title', descending: false } as const;

    expect(ids(arrangeArticles(articles, { ...noFilter, ...part }, sorting))).toBe(expected);
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
): ListedArticle {
  const article = { ...makeArticle(id, id, 1), ...part };
  return { article, highlightCount, tagIds: tagIds as TagId[] };
}

function ids(list: readonly ListedArticle[]): string {
  return list.map(({ article }) => article.id).join('');
}
