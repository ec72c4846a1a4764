import { beforeAll, describe, expect, it } from 'vitest';
import type { ArticleId } from '#core/ids.ts';
import { type ConcordanceLine, concordanceLines } from '#core/search/concordance.ts';
import type { SearchDocument } from '#core/search/index/search-document.ts';
import {
  type ConcordanceShelf,
  countNeighbours,
  type NeighbourPlace,
  narrowConcordance,
  neighbourAt,
  sortConcordance,
} from '#core/search/order-concordance.ts';
import { scanWords } from '#core/search/scan-words.ts';
import { importSeeds } from './seed-documents.ts';

const dates = ['2024-09-24', null, '2024-10', '2023-01-02', '2024-09-24'];

describe('the order of a concordance', () => {
  let seeds: SearchDocument[] = [];
  let lines: ConcordanceLine[] = [];
  let shelf: ConcordanceShelf = new Map();

  beforeAll(async () => {
    seeds = await importSeeds();
    shelf = new Map(seeds.map(({ id, title }, at) => [id, { title, date: dates[at] ?? null }]));
    lines = seeds.flatMap(({ id, text }, rank) => {
      const hits = scanWords(text).filter(({ word }) => ['the', 'of', 'in', 'mali'].includes(word));
      return concordanceLines({ articleId: id, textSha256: '', rank }, text, hits);
    });
  });

  /** The words of an article, and which of them the hit of a line is. */
  function placeOf({ source, hit }: ConcordanceLine): { words: string[]; at: number } {
    const scanned = scanWords(seeds.find(({ id }) => id === source.articleId)?.text ?? '');
    return {
      words: scanned.map(({ word }) => word),
      at: scanned.findIndex(({ start }) => start === hit.start),
    };
  }

  it('goes by the words on one side, one after another', () => {
    for (const [order, step] of [
      ['before', -1],
      ['after', 1],
    ] as const) {
      const sorted = sortConcordance(lines, order, shelf);
      expect(new Set(sorted)).toEqual(new Set(lines));
      const keys = sorted.map((line) => {
        const { words, at } = placeOf(line);
        return [1, 2, 3].map((far) => words[at + far * step] ?? '');
      });
      for (const [index, key] of keys.entries()) {
        const before = keys[index - 1] ?? ['', '', ''];
        const differs = key.findIndex((word, at) => word !== before[at]);
        if (differs !== -1) expect((before[differs] ?? '') < (key[differs] ?? '')).toBe(true);
      }
    }
  });

  it('keeps lines that are alike as they were found', () => {
    const shuffled = [...lines].reverse();
    expect(sortConcordance(shuffled, 'found', shelf)).toEqual(lines);
    const byHit = sortConcordance(shuffled, 'hit', shelf);
    const expected = ['in', 'mali', 'of', 'the'].flatMap((word) =>
      lines.filter((line) => line.words === word),
    );
    expect(byHit).toEqual(expected);
  });

  it('goes by date either way, with undated articles last', () => {
    const idsOf = (order: 'newest' | 'oldest') => [
      ...new Set(sortConcordance(lines, order, shelf).map(({ source }) => source.articleId)),
    ];
    expect(idsOf('oldest')).toEqual(['003', '000', '004', '002', '001']);
    expect(idsOf('newest')).toEqual(['002', '000', '004', '003', '001']);
  });

  it('goes by the titles of the articles', () => {
    const titles = sortConcordance(lines, 'article', shelf).map(
      ({ source }) => shelf.get(source.articleId)?.title,
    );
    const expected = [...seeds].map(({ title }) => title).sort((a, b) => a.localeCompare(b, 'en'));
    expect([...new Set(titles)]).toEqual(expected);
  });

  it('counts neighbours as counting them one by one does', () => {
    for (const place of [-3, -2, -1, 1, 2, 3] as const) {
      const counted = countNeighbours(lines, place);
      const naive: Record<string, number> = {};
      for (const line of lines) {
        const { words, at } = placeOf(line);
        const word = words[at + place];
        if (word !== undefined) naive[word] = (naive[word] ?? 0) + 1;
      }
      expect(Object.fromEntries(counted.map(({ word, count }) => [word, count]))).toEqual(naive);
      expect(counted.map(({ count }) => count)).toEqual(Object.values(naive).sort((a, b) => b - a));
    }
    expect(countNeighbours(lines, 0)[0]?.word).toBe('the');
  });

  it('keeps the lines that have every chosen word', () => {
    const choices = [
      { place: 0 as NeighbourPlace, word: 'of' },
      { place: 1 as NeighbourPlace, word: 'the' },
    ];
    const kept = narrowConcordance(lines, choices);
    expect(kept.length).toBeGreaterThan(3);
    expect(kept).toEqual(lines.filter((line) => line.words === 'of' && neighbourAt(line, 1) === 'the'));
    expect(narrowConcordance(lines, [])).toEqual(lines);
  });

  it('has nothing to say of what is not there', () => {
    const [line] = concordanceLines(
      { articleId: 'x' as ArticleId, textSha256: '', rank: 0 },
      'alone',
      scanWords('alone'),
    );
    if (line === undefined) throw new Error('no line');
    expect(neighbourAt(line, -1)).toBeUndefined();
    expect(countNeighbours([line], 1)).toEqual([]);
    expect(sortConcordance([line], 'oldest', new Map())).toEqual([line]);
  });
});
