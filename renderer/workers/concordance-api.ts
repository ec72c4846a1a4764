import { type ConcordanceLine, concordanceLines } from '#core/search/concordance.ts';
import type { SearchAnswer } from '#core/search/results/search-answer.ts';
import type { Job } from './rpc.ts';
import { letOthersPass, type PlaceAsk, type TextSearch } from './text-search.ts';

/** Some lines of a concordance, and how far it is. */
export type ConcordancePart = {
  /** Articles looked through, and how many there are. */
  readonly done: number;
  readonly total: number;
  /** The lines since the part before, in order. */
  readonly lines: readonly ConcordanceLine[];
};

/** What is known once every line has been reported. */
export type ConcordanceEnd = Pick<SearchAnswer, 'understood' | 'aliases' | 'isCut'> & {
  /** Articles that were found. */
  readonly articles: number;
  /** Articles that were looked through: fewer when there are more lines than are listed. */
  readonly read: number;
  /** Articles found by their title, or by something else than words: without a line. */
  readonly withoutLine: number;
  /** Articles whose texts can't be read. */
  readonly unreadable: number;
  /** Whether there are more lines than `concordanceLimit`. */
  readonly isFull: boolean;
};

/** Lines in a concordance at most; more would be scrolled past, not read. */
export const concordanceLimit = 20_000;

/** Articles between two reports, and between two looks at whether the answer is still wanted. */
const articlesAtOnce = 16;

/** Every place of a query, reported in parts; ends early when the job is cancelled. */
export async function findConcordance(
  search: TextSearch,
  ask: PlaceAsk,
  job: Job<ConcordancePart>,
  limit = concordanceLimit,
): Promise<ConcordanceEnd> {
  const { query, understood, aliases } = search.understand(ask);
  const articles = query.root === null ? [] : search.find(query);
  const total = articles.length;
  let [count, read, withoutLine, unreadable] = [0, 0, 0, 0];
  let isFull = false;
  job.report({ done: 0, total, lines: [] });
  while (read < total && !isFull && !job.signal.aborted) {
    const some = articles.slice(read, read + articlesAtOnce);
    const found = await Promise.all(some.map((articleId) => search.read(articleId)));
    const lines: ConcordanceLine[] = [];
    for (const [at, one] of found.entries()) {
      if (one === null) unreadable++;
      else {
        const { document, textSha256 } = one;
        const source = { articleId: document.id, textSha256, rank: read + at };
        const places = search.locatorOf(document)(query).text;
        const room = limit - count - lines.length;
        if (places.length === 0) withoutLine++;
        isFull ||= places.length > room;
        lines.push(...concordanceLines(source, document.text, places.slice(0, room)));
      }
    }
    count += lines.length;
    read += some.length;
    job.report({ done: read, total, lines });
    await letOthersPass();
  }
  return {
    understood,
    aliases,
    isCut: query.isCut,
    articles: total,
    read,
    withoutLine,
    unreadable,
    isFull,
  };
}
