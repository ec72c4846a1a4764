import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  coefficientOf,
  countCoOccurrences,
  passagesTogether,
  type Sharing,
} from '#core/analysis/co-occurrence.ts';
import { listPassages } from '#core/analysis/passages.ts';
import { countTagMatrix, type Grid, passagesOfCell } from '#core/analysis/tag-matrix.ts';
import type { TagScope } from '#core/analysis/tag-reach.ts';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { Article } from '#core/article.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { withDescendants } from '#core/codebook/tag-tree.ts';
import type { ArticleId, HighlightId, TagId } from '#core/ids.ts';

const text =
  'Armed men came at dawn. They burned\ntwo trucks and left.\nNobody was told why, the mayor said\nlater.';
const paragraphStarts = () => [0, 36, 57, 93];
const paragraphOf = (offset: number) => paragraphStarts().filter((start) => start <= offset).length - 1;

// a ── b ── c, and d apart.
const tags: Tag[] = [
  ['a', null],
  ['b', 'a'],
  ['c', 'b'],
  ['d', null],
].map(([id, parentId], order) => ({
  id: id as TagId,
  parentId: parentId as TagId | null,
  name: String(id),
  description: '',
  color: 'red',
  order,
}));
const dates = [null, '2024', '2024-09', '2024-09-17', '2025-01-02'];
const articles = dates.map((iso, index) => {
  const value = { iso, precision: 'day', printed: iso };
  return {
    id: `article ${index}` as ArticleId,
    title: { value: `Title ${index}` },
    publishedAt: iso === null ? null : { value },
    // Only what is counted by; the rest of an article has no part in it.
  } as unknown as Article;
});

const anyHighlights = fc
  .array(
    fc.record({
      article: fc.integer({ min: 0, max: articles.length - 1 }),
      start: fc.integer({ min: 0, max: text.length - 2 }),
      length: fc.integer({ min: 1, max: 40 }),
      tagIds: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'gone'), { maxLength: 3 }),
      version: fc.constantFrom('new', 'new', 'old'),
    }),
    { maxLength: 14 },
  )
  .map((made) =>
    made.map(({ article, start, length, tagIds, version }, index): Highlight => {
      const end = Math.min(text.length, start + length);
      return {
        id: `h${String(index).padStart(2, '0')}` as HighlightId,
        anchor: {
          articleId: `article ${article}` as ArticleId,
          textSha256: version,
          start,
          end,
          exact: text.slice(start, end),
          prefix: '',
          suffix: '',
        },
        tagIds: tagIds as TagId[],
        note: '',
        grade: { reliability: 'F', credibility: 6 },
        createdAt: '',
        updatedAt: '',
      };
    }),
  );
const anyScope = fc.constantFrom<TagScope>('own', 'whole');

const has = (highlight: Highlight, id: TagId, scope: TagScope) =>
  highlight.tagIds.some((own) => (scope === 'own' ? own === id : withDescendants(id, tags).has(own)));
const inOrder = (highlights: readonly Highlight[]) =>
  listPassages(highlights, articles, tags).map(({ highlight }) => highlight.id);
const at = (grid: Grid, row: number, column: number) => grid.values[row * grid.width + column] ?? Number.NaN;

describe('countTagMatrix', () => {
  it('counts what a look at every highlight counts, and opens it (property)', () => {
    fc.assert(
      fc.property(anyHighlights, anyScope, fc.constantFrom('article', 'month'), (highlights, scope, by) => {
        const passages = listPassages(highlights, articles, tags);
        const matrix = countTagMatrix(passages, tags, { by, scope, unit: 'highlights' });
        const used = tags.filter(({ id }) => highlights.some((one) => has(one, id, scope)));
        expect(matrix.rows.map(({ tag }) => tag.id)).toEqual(used.map(({ id }) => id));
        let sum = 0;
        for (const [row, { tag }] of matrix.rows.entries())
          for (const [index, column] of matrix.columns.entries()) {
            const expected = highlights.filter((one) => {
              const article = articles.find(({ id }) => id === one.anchor.articleId);
              const month = article?.publishedAt?.value.iso.slice(0, 7) ?? null;
              const isThere =
                column.by === 'article' ? one.anchor.articleId === column.articleId : month === column.month;
              return isThere && has(one, tag.id, scope);
            });
            expect(at(matrix.grid, row, index)).toBe(expected.length);
            sum += expected.length;
            const opened = passagesOfCell(passages, { tagId: tag.id, column, scope }, tags);
            expect(opened).toEqual(inOrder(expected));
          }
        // No passage lies outside of the columns.
        const all = tags.flatMap(({ id }) => highlights.filter((one) => has(one, id, scope)));
        expect(sum).toBe(all.length);
      }),
    );
  });

  it('fills the empty months between two, and puts the year and no date where they belong', () => {
    const made = dates.map((_, index) => ({ article: index }));
    const passages = listPassages(
      made.map(({ article }, index) => sampleHighlight(index, article, ['a'])),
      articles,
      tags,
    );
    const { columns } = countTagMatrix(passages, tags, { by: 'month', scope: 'own', unit: 'highlights' });
    expect(columns.map((column) => column.by === 'month' && column.month)).toEqual([
      '2024',
      '2024-09',
      '2024-10',
      '2024-11',
      '2024-12',
      '2025-01',
      null,
    ]);
  });

  it('has one column for articles of the same text, and counts what is marked alike in both once', () => {
    const group = articles[0]?.id ?? ('' as ArticleId);
    const sameText = { group, basis: 'derived', reason: 'near', likeId: group, likeness: 0.9 } as const;
    const copies = articles.map((article, index) => (index === 1 ? { ...article, sameText } : article));
    const passages = listPassages(
      [
        { ...sampleHighlight(0, 0, ['a']), anchor: anchorOf(0, 0, 14) },
        { ...sampleHighlight(1, 1, ['a', 'd']), anchor: anchorOf(1, 0, 14) },
        { ...sampleHighlight(2, 1, ['a']), anchor: anchorOf(1, 24, 34) },
        { ...sampleHighlight(3, 2, ['a']), anchor: anchorOf(2, 0, 14) },
      ],
      copies,
      tags,
    );
    const { grid, rows, columns } = countTagMatrix(passages, tags, {
      by: 'article',
      scope: 'own',
      unit: 'highlights',
    });
    expect(columns).toMatchObject([
      { text: group, articles: 2 },
      { articleId: articles[2]?.id, articles: 1 },
    ]);
    expect(rows.map(({ tag }, row) => [tag.id, at(grid, row, 0), at(grid, row, 1)])).toEqual([
      ['a', 2, 1],
      ['d', 1, 0],
    ]);
  });

  it('counts a word once however often it is marked with the tag', () => {
    const passages = listPassages(
      [
        { ...sampleHighlight(0, 0, ['a']), anchor: anchorOf(0, 0, 14) },
        { ...sampleHighlight(1, 0, ['a', 'd']), anchor: anchorOf(0, 6, 22) },
        { ...sampleHighlight(2, 0, ['a']), anchor: anchorOf(0, 6, 9) },
      ],
      articles,
      tags,
    );
    const { grid, rows } = countTagMatrix(passages, tags, { by: 'article', scope: 'own', unit: 'words' });
    // Armed men came at dawn: five words, the last four of them as d too.
    expect(rows.map(({ tag }, row) => [tag.id, at(grid, row, 0)])).toEqual([
      ['a', 5],
      ['d', 4],
    ]);
  });
});

describe('countCoOccurrences', () => {
  const anySharing = fc.constantFrom<Sharing>('highlight', 'overlap', 'paragraph', 'article');

  it('counts what a look at every pair counts, and opens it (property)', () => {
    fc.assert(
      fc.property(anyHighlights, anyScope, anySharing, (highlights, scope, sharing) => {
        const passages = listPassages(highlights, articles, tags);
        const choice = { sharing, scope, paragraphStarts };
        const { tags: rows, counts, coefficients } = countCoOccurrences(passages, tags, choice);
        for (const [row, { tag: one }] of rows.entries())
          for (const [column, { tag: other }] of rows.entries()) {
            const expected = countByHand(highlights, [one.id, other.id], { sharing, scope });
            expect(at(counts, row, column)).toBe(expected.count);
            expect(passagesTogether(passages, [one.id, other.id], { ...choice, tags })).toEqual(
              inOrder(highlights.filter((highlight) => expected.shown.has(highlight))),
            );
            if (row !== column)
              expect(at(coefficients, row, column)).toEqual(
                coefficientOf(expected.count, at(counts, row, row), at(counts, column, column)),
              );
          }
      }),
    );
  });

  it('gives Jaccard’s coefficient where units are counted', () => {
    // Of 10 units with either, 4 have both: 7 with the one, 7 with the other.
    expect(coefficientOf(4, 7, 7)).toBeCloseTo(0.4, 10);
    expect(coefficientOf(0, 3, 2)).toBe(0);
    expect(coefficientOf(3, 3, 3)).toBe(1);
    expect(coefficientOf(0, 0, 0)).toBeNaN();
    expect(coefficientOf(9, 2, 3)).toBeNaN();
  });
});

type ByHand = { readonly sharing: Sharing; readonly scope: TagScope };

/** Every unit, or every pair of highlights, looked at for itself. */
function countByHand(highlights: readonly Highlight[], [one, other]: readonly [TagId, TagId], how: ByHand) {
  const { sharing, scope } = how;
  const shown = new Set<Highlight>();
  let count = 0;
  const meet = (together: readonly Highlight[]) => {
    const firsts = together.filter((highlight) => has(highlight, one, scope));
    const seconds = together.filter((highlight) => has(highlight, other, scope));
    if (firsts.length === 0 || seconds.length === 0) return;
    count += 1;
    for (const highlight of [...firsts, ...seconds]) shown.add(highlight);
  };
  if (sharing === 'highlight' || sharing === 'overlap') for (const highlight of highlights) meet([highlight]);
  if (sharing === 'overlap') {
    for (const [index, a] of highlights.entries())
      for (const b of highlights.slice(index + 1)) {
        const isNear =
          a.anchor.articleId === b.anchor.articleId && a.anchor.textSha256 === b.anchor.textSha256;
        if (!isNear || a.anchor.start >= b.anchor.end || b.anchor.start >= a.anchor.end) continue;
        const meets =
          (has(a, one, scope) && has(b, other, scope)) || (has(b, one, scope) && has(a, other, scope));
        if (!meets) continue;
        // The diagonal counts highlights.
        if (one !== other) count += 1;
        for (const highlight of [a, b])
          if (has(highlight, one, scope) || has(highlight, other, scope)) shown.add(highlight);
      }
  }
  if (sharing === 'article')
    for (const { id } of articles) meet(highlights.filter(({ anchor }) => anchor.articleId === id));
  if (sharing === 'paragraph')
    for (const { id } of articles)
      for (const version of ['new', 'old'])
        for (const paragraph of paragraphStarts().keys())
          meet(
            highlights.filter(
              ({ anchor }) =>
                anchor.articleId === id &&
                anchor.textSha256 === version &&
                paragraphOf(anchor.start) <= paragraph &&
                paragraphOf(anchor.end - 1) >= paragraph,
            ),
          );
  return { count, shown };
}

function anchorOf(article: number, start: number, end: number): Highlight['anchor'] {
  return {
    articleId: `article ${article}` as ArticleId,
    textSha256: 'new',
    start,
    end,
    exact: text.slice(start, end),
    prefix: '',
    suffix: '',
  };
}

function sampleHighlight(index: number, article: number, tagIds: readonly string[]): Highlight {
  return {
    id: `h${index}` as HighlightId,
    anchor: anchorOf(article, 0, 5),
    tagIds: tagIds as TagId[],
    note: '',
    grade: { reliability: 'F', credibility: 6 },
    createdAt: '',
    updatedAt: '',
  };
}
