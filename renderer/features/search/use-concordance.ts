import { useLiveQuery } from 'dexie-react-hooks';
import { useDeferredValue, useMemo } from 'react';
import type { Article } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import type { ConcordanceLine, ConcordanceSource } from '#core/search/concordance.ts';
import { type FoldedLines, foldCarriers } from '#core/search/fold-carriers.ts';
import {
  type ConcordanceShelf,
  countNeighbours,
  type NeighbourCount,
  narrowConcordance,
  sortConcordance,
} from '#core/search/order-concordance.ts';
import { useSession } from '#state/session.ts';
import { listArticles } from '#storage/articles.ts';
import { keyOfLine, useConcordanceDesk } from './concordance-desk.ts';

/** The concordance as it is shown. */
export type Concordance = {
  /** In the chosen order, narrowed; the same place in other carriers of a text only below a line that is unfolded. */
  readonly lines: readonly ConcordanceLine[];
  /** How many different places were found, and how many lines say one of them once more. */
  readonly places: number;
  readonly repeated: number;
  /** Of those, how many pass what is chosen beside the hit. */
  readonly narrowed: number;
  /** By the line that is listed: the same place in the other carriers of its text. */
  readonly others: FoldedLines['others'];
  /** Counted in the lines that pass what is chosen at the other places. */
  readonly neighbours: readonly NeighbourCount[];
  readonly articleById: ReadonlyMap<ArticleId, Article>;
  /** Whether articles have come, changed or gone since. */
  readonly isStale: boolean;
};

/** Follow the concordance; sorting and counting wait for what is more pressing. */
export function useConcordance(): Concordance {
  const { db } = useSession();
  const articles = useLiveQuery(() => listArticles(db), [db]);
  const articleById = useMemo(() => new Map((articles ?? []).map((one) => [one.id, one])), [articles]);
  const shelf = useMemo(
    (): ConcordanceShelf =>
      new Map(
        [...articleById.values()].map(({ id, title, publishedAt }) => [
          id,
          { title: title.value, date: publishedAt?.value.iso ?? null },
        ]),
      ),
    [articleById],
  );
  const found = useDeferredValue(useConcordanceDesk((desk) => desk.lines));
  const order = useDeferredValue(useConcordanceDesk((desk) => desk.order));
  const { place, narrowing, unfolded } = useConcordanceDesk((desk) => desk);
  const folded = useMemo(() => {
    const groupOf = (id: ArticleId) => articleById.get(id)?.sameText?.group ?? id;
    return foldCarriers(found, groupOf);
  }, [found, articleById]);
  const sorted = useMemo(() => sortConcordance(folded.lines, order, shelf), [folded, order, shelf]);
  const narrowed = useMemo(() => narrowConcordance(sorted, narrowing), [sorted, narrowing]);
  const { others } = folded;
  const lines = useMemo(() => {
    if (unfolded.size === 0) return narrowed;
    const below = (line: ConcordanceLine) => (unfolded.has(keyOfLine(line)) ? (others.get(line) ?? []) : []);
    return narrowed.flatMap((line) => [line, ...below(line)]);
  }, [narrowed, others, unfolded]);
  const neighbours = useMemo(() => {
    const elsewhere = narrowing.filter((choice) => choice.place !== place);
    return countNeighbours(narrowConcordance(sorted, elsewhere), place);
  }, [sorted, narrowing, place]);
  return {
    lines,
    places: folded.lines.length,
    repeated: found.length - folded.lines.length,
    narrowed: narrowed.length,
    others,
    neighbours,
    articleById,
    isStale: useStale(articleById),
  };
}

/** Whether the articles are no longer those of the search: others have come, or texts with lines have changed or gone. */
function useStale(articleById: Concordance['articleById']): boolean {
  const { lines, end } = useConcordanceDesk((desk) => desk);
  // biome-ignore lint/correctness/useExhaustiveDependencies: how many there were when the search ended.
  const countThen = useMemo(() => articleById.size, [end]);
  return useMemo(() => {
    if (end === null || articleById.size === 0) return false;
    const sources = new Set(lines.map(({ source }) => source));
    const isSame = ({ articleId, textSha256 }: ConcordanceSource) =>
      articleById.get(articleId)?.textSha256 === textSha256;
    return (countThen > 0 && countThen !== articleById.size) || ![...sources].every(isSame);
  }, [articleById, lines, end, countThen]);
}
