import { useMemo } from 'react';
import { type ArticleCoverage, byArticle, measureCoverage } from '#core/analysis/coverage.ts';
import type { AnalystId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { type Analysis, useKept } from './use-analysis.ts';
import { type TextMeasures, useTextMeasures } from './use-text-measures.ts';

/** How far articles are read and coded. */
export type Coverage = {
  /** Articles whose text has been read, in the order of their import. */
  readonly rows: readonly ArticleCoverage[];
  readonly measures: TextMeasures;
  /** Everybody who marked or read something. */
  readonly readers: readonly AnalystId[];
};

/** Follow the coverage of all articles by one analyst, or by anybody (`null`). */
export function useCoverage(analysis: Analysis, analystId: AnalystId | null): Coverage {
  const { analystId: own } = useSession();
  const readings = useKept('readings');
  const measures = useTextMeasures(analysis.articles);
  const { done, total, of } = measures;
  const readers = useMemo(() => {
    const met = [own, ...(readings ?? []).map((reading) => reading.analystId), ...analysis.analystIds];
    return [...new Set(met.filter((id) => id !== null))];
  }, [analysis, readings, own]);
  const isDone = done === total;
  // Drawn anew now and then while texts are read, and once they all are.
  const step = isDone ? -1 : done >> 8;
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  const rows = useMemo(() => {
    const isTheirs = (who: AnalystId | undefined) => analystId === null || who === analystId;
    const passages = byArticle(
      analysis.passages.filter(({ highlight }) => isTheirs(highlight.analystId)),
      ({ highlight }) => highlight.anchor.articleId,
    );
    const read = byArticle(
      (readings ?? []).filter((reading) => isTheirs(reading.analystId)),
      ({ articleId }) => articleId,
    );
    return analysis.articles.flatMap((article) => {
      const measure = of(article);
      if (measure === null) return [];
      const sources = {
        article,
        measure,
        passages: passages.get(article.id) ?? [],
        readings: read.get(article.id) ?? [],
      };
      return [measureCoverage(sources)];
    });
  }, [analysis, readings, analystId, step]);
  return { rows, measures, readers };
}
