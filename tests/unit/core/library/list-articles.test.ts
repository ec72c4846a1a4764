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
