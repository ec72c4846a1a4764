import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleId } from '#core/ids.ts';
import { type BatchRow, cellOf, sortByTotal, totalArticle, totalTerms } from '#core/search/batch.ts';

const termCount = 9;

/** Rows with a cell for every term whose number is not `null`. */
const matrix = fc
  .array(fc.array(fc.option(fc.nat(5)), { minLength: termCount, maxLength: termCount }), { maxLength: 20 })
  .map((counts) => ({
    counts,
    rows: counts.map(
      (row, at): BatchRow => ({
        articleId: String(at) as ArticleId,
        cells: row.flatMap((count, term) => (count === null ? [] : [{ term, count, first: null }])),
      }),
    ),
  }));

describe('a matrix of terms', () => {
  it('adds up as its whole table does', () => {
    fc.assert(
      fc.property(matrix, ({ counts, rows }) => {
        const totals = totalTerms(rows, termCount, (id) => id);
        expect(totals).toHaveLength(termCount);
        for (let term = 0; term < termCount; term++) {
          const column = counts.map((row) => row[term] ?? null).filter((count) => count !== null);
          expect(totals[term]?.articles).toBe(column.length);
          expect(totals[term]?.places).toBe(column.reduce((sum, count) => sum + count, 0));
        }
        for (const [at, row] of rows.entries()) {
          for (let term = 0; term < termCount; term++)
            expect(cellOf(row, term)?.count ?? null).toBe(counts[at]?.[term] ?? null);
        }
      }),
    );
  });

  it('counts articles of the same text once, with the places of the one that has most', () => {
    const row = (articleId: string, count: number) => {
      return { articleId: articleId as ArticleId, cells: [{ term: 0, count, first: null }] };
    };
    const rows = [row('a', 3), row('b', 5), row('c', 1)];
    const [total] = totalTerms(rows, 1, (id) => (id === 'b' ? ('a' as ArticleId) : id));
    expect(total).toEqual({ articles: 3, texts: 2, places: 6 });
  });

  it('puts articles with the most terms first', () => {
    fc.assert(
      fc.property(matrix, ({ rows }) => {
        const sorted = sortByTotal(rows);
        expect(new Set(sorted)).toEqual(new Set(rows));
        for (const [at, row] of sorted.entries()) {
          const before = sorted[at - 1];
          if (before === undefined) continue;
          const [a, b] = [totalArticle(before), totalArticle(row)];
          expect(a.terms > b.terms || (a.terms === b.terms && a.places >= b.places)).toBe(true);
        }
      }),
    );
  });
});
