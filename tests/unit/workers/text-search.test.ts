import { beforeAll, describe, expect, it } from 'vitest';
import type { ArticleId } from '#core/ids.ts';
import { totalTerms } from '#core/search/batch.ts';
import type { SearchDocument } from '#core/search/index/search-document.ts';
import { describeQuery } from '#core/search/query/describe-query.ts';
import { parseQuery } from '#core/search/query/parse-query.ts';
import type { Query } from '#core/search/query/query.ts';
import { scanWords } from '#core/search/scan-words.ts';
import { naiveSearch } from '#tests/unit/core/search/naive-search.ts';
import { importSeeds } from '#tests/unit/core/search/seed-documents.ts';
import { type BatchProgress, searchBatch } from '#workers/batch-api.ts';
import { type ConcordancePart, findConcordance } from '#workers/concordance-api.ts';
import type { Job } from '#workers/rpc.ts';
import type { TextSearch } from '#workers/text-search.ts';

let seeds: SearchDocument[] = [];
beforeAll(async () => {
  seeds = await importSeeds();
});

/** The folded words of a query of one word or one run of words. */
function wordsOf({ root }: Query): readonly string[] {
  if (root?.kind === 'word') return [root.word];
  return root?.kind === 'phrase' ? root.words : [];
}

/** Where the words of a query stand one after another in a text, as they are. */
function locateExactly(query: Query, text: string) {
  const wanted = wordsOf(query);
  const scanned = scanWords(text);
  return scanned.flatMap(({ start }, from) => {
    const run = scanned.slice(from, from + wanted.length);
    const fits = wanted.length > 0 && wanted.every((word, at) => run[at]?.word === word);
    return fits ? [{ start, end: run.at(-1)?.end ?? start }] : [];
  });
}

/** A search of the starter articles that reads every one of them. */
function searchSeeds(without: readonly string[] = []): TextSearch {
  return {
    understand: ({ query: text }) => {
      const query = parseQuery(text);
      return { query, understood: describeQuery(query), aliases: [] };
    },
    find: (query) =>
      naiveSearch(query, seeds, { scan: scanWords, stem: (word) => word }, ({ by }) => by === 'lang'),
    read: async (id) => {
      const document = seeds.find((one) => one.id === id);
      return document === undefined || without.includes(id) ? null : { document, textSha256: `sha-${id}` };
    },
    locatorOf:
      ({ title, text }) =>
      (query) => ({
        title: locateExactly(query, title),
        text: locateExactly(query, text),
      }),
  };
}

function newJob<Progress>(): { job: Job<Progress>; reports: Progress[]; abort: () => void } {
  const reports: Progress[] = [];
  const { signal, abort } = (() => {
    const controller = new AbortController();
    return { signal: controller.signal, abort: () => controller.abort() };
  })();
  return { job: { signal, report: (progress) => void reports.push(progress) }, reports, abort };
}

const ask = (query: string) => ({ query, expands: false, withoutAliases: [] });

describe('a concordance', () => {
  it('has every place of the query in every text', async () => {
    const { job, reports } = newJob<ConcordancePart>();
    const end = await findConcordance(searchSeeds(), ask('mali'), job);
    const lines = reports.flatMap((part) => part.lines);
    const places = seeds.flatMap(({ id, text }) =>
      scanWords(text)
        .filter(({ word }) => word === 'mali')
        .map(({ start }) => `${id} ${start}`),
    );
    expect(places.length).toBeGreaterThan(20);
    expect(lines.map(({ source, hit }) => `${source.articleId} ${hit.start}`).sort()).toEqual(places.sort());
    expect(end).toMatchObject({ understood: 'mali', unreadable: 0, isFull: false });
    expect(end.read).toBe(end.articles);
    for (const { source, middle } of lines) {
      expect(source.textSha256).toBe(`sha-${source.articleId}`);
      expect(middle.toLowerCase()).toBe('mali');
    }
  });

  it('stops where it is full, and says so', async () => {
    const { job, reports } = newJob<ConcordancePart>();
    const end = await findConcordance(searchSeeds(), ask('mali'), job, 7);
    expect(reports.flatMap((part) => part.lines)).toHaveLength(7);
    expect(end.isFull).toBe(true);
    const all = newJob<ConcordancePart>();
    await findConcordance(searchSeeds(), ask('mali'), all.job);
    const count = all.reports.flatMap((part) => part.lines).length;
    const exact = newJob<ConcordancePart>();
    expect((await findConcordance(searchSeeds(), ask('mali'), exact.job, count)).isFull).toBe(false);
  });

  it('tells what has no line, what can’t be read, and asks nothing for nothing', async () => {
    const { job } = newJob<ConcordancePart>();
    expect(await findConcordance(searchSeeds(['000']), ask('lang:fr'), job)).toMatchObject({
      articles: 5,
      withoutLine: 4,
      unreadable: 1,
    });
    expect(await findConcordance(searchSeeds(), ask('  '), job)).toMatchObject({
      articles: 0,
      understood: '',
    });
  });

  it('reads nothing more once it is cancelled', async () => {
    const { job, reports, abort } = newJob<ConcordancePart>();
    abort();
    const end = await findConcordance(searchSeeds(), ask('mali'), job);
    expect(end.read).toBe(0);
    expect(reports.flatMap((part) => part.lines)).toEqual([]);
  });
});

describe('a batch', () => {
  const queries = ['Mali', 'Burkina-Faso', 'zyzzyva', 'Africa-Corps', '***', 'Algeria'];

  it('counts as reading every text does', async () => {
    const { job, reports } = newJob<BatchProgress>();
    const answer = await searchBatch(searchSeeds(), { queries, expands: false }, job);
    expect(answer.terms.map(({ understood }) => understood)[1]).toBe('burkina-faso');
    for (const [term, query] of queries.entries()) {
      const wanted = scanWords(query).map(({ word }) => word);
      for (const { id, text } of seeds) {
        const words = ` ${scanWords(text)
          .map(({ word }) => word)
          .join('  ')} `;
        const count = wanted.length === 0 ? 0 : words.split(` ${wanted.join('  ')} `).length - 1;
        const row = answer.rows.find(({ articleId }) => articleId === id);
        const cell = row?.cells.find((one) => one.term === term);
        expect(cell?.count ?? 0, `${query} in ${id}`).toBe(count);
        if (cell?.first)
          expect(text.slice(cell.first.start, cell.first.end)).toMatch(
            new RegExp(`^${query.slice(0, 4)}`, 'i'),
          );
      }
    }
    const totals = totalTerms(answer.rows, queries.length, (id) => id);
    expect(totals[2]).toEqual({ articles: 0, texts: 0, places: 0 });
    expect(totals[0]?.places).toBeGreaterThan(20);
    expect(answer.rows.every(({ cells }) => cells.length > 0)).toBe(true);
    expect(reports.map(({ step }) => step)).toContain('articles');
  });

  it('leaves out what can’t be read, and stops when it is full', async () => {
    const { job } = newJob<BatchProgress>();
    const answer = await searchBatch(searchSeeds(['000']), { queries: ['Mali'], expands: false }, job);
    expect(answer.unreadable).toBe(1);
    expect(answer.rows.map(({ articleId }) => articleId)).not.toContain('000' as ArticleId);
    const full = await searchBatch(searchSeeds(), { queries, expands: false }, job, 3);
    expect(full.isFull).toBe(true);
    expect(full.rows.flatMap(({ cells }) => cells).length).toBeLessThanOrEqual(3);
  });

  it('looks nothing up once it is cancelled', async () => {
    const { job, abort } = newJob<BatchProgress>();
    abort();
    expect((await searchBatch(searchSeeds(), { queries, expands: false }, job)).rows).toEqual([]);
  });
});
