import type { ArticleId } from '#core/ids.ts';
import type { BatchCell, BatchRow } from '#core/search/batch.ts';
import type { Query } from '#core/search/query/query.ts';
import type { Job } from './rpc.ts';
import { letOthersPass, type TextSearch } from './text-search.ts';

/** Terms to be searched in one go. */
export type BatchAsk = {
  /** Each in the query language. */
  readonly queries: readonly string[];
  /** Whether other spellings of names are searched too. */
  readonly expands: boolean;
};

/** How far a batch is: first terms are looked up, then the articles they found are read. */
export type BatchProgress = {
  readonly step: 'terms' | 'articles';
  readonly done: number;
  readonly total: number;
};

/** How a term was understood. */
export type UnderstoodTerm = {
  /** In the query language; '' when nothing in it can be searched. */
  readonly understood: string;
  /** Other spellings that were searched too. */
  readonly spellings: readonly string[];
};

/** What a batch found. */
export type BatchAnswer = {
  /** One for each query. */
  readonly terms: readonly UnderstoodTerm[];
  /** The articles with at least one of them. */
  readonly rows: readonly BatchRow[];
  /** Articles whose texts can't be read: they are not among the rows. */
  readonly unreadable: number;
  /** Whether there are more pairs of an article and a term than `batchLimit`: the articles left out are not read. */
  readonly isFull: boolean;
};

/** Cells of the matrix at most. */
export const batchLimit = 500_000;

const articlesAtOnce = 16;
const termsAtOnce = 20;

/** Search many terms: how often each article has which. Ends early when the job is cancelled. */
export async function searchBatch(
  search: TextSearch,
  { queries, expands }: BatchAsk,
  job: Job<BatchProgress>,
  limit = batchLimit,
): Promise<BatchAnswer> {
  const asked = queries.map((query) => search.understand({ query, expands, withoutAliases: [] }));
  const wanted = new Map<ArticleId, number[]>();
  for (const [term, { query }] of asked.entries()) {
    if (job.signal.aborted) break;
    if (query.root !== null) {
      for (const id of search.find(query)) {
        const terms = wanted.get(id);
        if (terms === undefined) wanted.set(id, [term]);
        else terms.push(term);
      }
    }
    if (term % termsAtOnce === 0) {
      job.report({ step: 'terms', done: term, total: asked.length });
      await letOthersPass();
    }
  }
  const read = await readRows(
    search,
    { wanted: [...wanted], queries: asked.map(({ query }) => query), limit },
    job,
  );
  const terms = asked.map(({ understood, aliases }) => ({
    understood,
    spellings: aliases.flatMap(({ also }) => also),
  }));
  return { terms, ...read };
}

type Reading = {
  /** Each article with its terms, in order. */
  readonly wanted: readonly (readonly [ArticleId, readonly number[]])[];
  readonly queries: readonly Query[];
  readonly limit: number;
};

async function readRows(
  search: TextSearch,
  { wanted, queries, limit }: Reading,
  job: Job<BatchProgress>,
): Promise<Pick<BatchAnswer, 'rows' | 'unreadable' | 'isFull'>> {
  const rows: BatchRow[] = [];
  let unreadable = 0;
  let count = 0;
  for (let from = 0; from < wanted.length && !job.signal.aborted; from += articlesAtOnce) {
    job.report({ step: 'articles', done: from, total: wanted.length });
    const some = wanted.slice(from, from + articlesAtOnce);
    const found = await Promise.all(some.map(([id]) => search.read(id)));
    for (const [at, [articleId, terms]] of some.entries()) {
      const one = found[at] ?? null;
      if (count + terms.length > limit) return { rows, unreadable, isFull: true };
      if (one === null) {
        unreadable++;
        continue;
      }
      const locate = search.locatorOf(one.document);
      const cells = terms.map((term): BatchCell => {
        const query = queries[term];
        const places = query === undefined ? [] : locate(query).text;
        return { term, count: places.length, first: places[0] ?? null };
      });
      rows.push({ articleId, cells });
      count += cells.length;
    }
    await letOthersPass();
  }
  return { rows, unreadable, isFull: false };
}
