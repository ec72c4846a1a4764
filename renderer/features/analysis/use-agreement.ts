import { useMemo, useState } from 'react';
import { type AgreementReport, compareCodings } from '#core/analysis/agreement.ts';
import type { TagScope } from '#core/analysis/tag-reach.ts';
import type { UnitKind } from '#core/analysis/units.ts';
import type { Article } from '#core/article.ts';
import { withDescendants } from '#core/codebook/tag-tree.ts';
import type { AnalystId, ArticleId, TagId } from '#core/ids.ts';
import type { Analysis } from './use-analysis.ts';
import { type Compared, useCompared } from './use-compared.ts';

/** What is compared. */
export type AgreementChoice = {
  readonly first: AnalystId;
  readonly second: AnalystId;
  /** The articles both marked, those that either did, or one. */
  readonly articles: 'both' | 'either' | ArticleId;
  /** With the tags below it; `null`: all. */
  readonly tagId: TagId | null;
  readonly unit: UnitKind;
  readonly scope: TagScope;
};

/** A comparison as it is chosen and as far as it has come. */
export type AgreementState = {
  readonly choice: AgreementChoice;
  readonly choose: (change: Partial<AgreementChoice>) => void;
  readonly articles: readonly Article[];
  readonly compared: Compared;
  /** `null` until every text is read. */
  readonly report: AgreementReport | null;
};

type Sources = { readonly analysis: Analysis; readonly analysts: readonly AnalystId[] };

/** Compare two codings, anew whenever one of them or the choice changes. */
export function useAgreement({ analysis, analysts }: Sources): AgreementState {
  const [first, second] = analysts;
  const [own, setOwn] = useState<Partial<AgreementChoice>>({});
  const choice: AgreementChoice = {
    first: first ?? ('' as AnalystId),
    second: second ?? ('' as AnalystId),
    articles: 'both',
    tagId: null,
    unit: 'word',
    scope: 'own',
    ...own,
  };
  const articles = useArticles(analysis, choice);
  const compared = useCompared(articles, choice.unit);
  const isDone = compared.done === compared.total && compared.articles.length > 0;
  const { tagId, scope } = choice;
  const report = useMemo(() => {
    if (!isDone) return null;
    return compareCodings({
      first: choice.first,
      second: choice.second,
      articles: compared.articles,
      highlights: analysis.passages.map(({ highlight }) => highlight),
      tags: analysis.tags,
      tagIds: tagId === null ? new Set(analysis.tagById.keys()) : withDescendants(tagId, analysis.tags),
      scope,
    });
  }, [isDone, compared.articles, analysis, choice.first, choice.second, tagId, scope]);
  return {
    choice,
    choose: (change) => setOwn({ ...own, ...change }),
    articles,
    compared,
    report,
  };
}

function useArticles(
  analysis: Analysis,
  { first, second, articles: wanted }: AgreementChoice,
): readonly Article[] {
  const ids = useMemo(() => {
    const marked = { first: new Set<ArticleId>(), second: new Set<ArticleId>() };
    for (const { highlight } of analysis.passages) {
      if (highlight.analystId === first) marked.first.add(highlight.anchor.articleId);
      if (highlight.analystId === second) marked.second.add(highlight.anchor.articleId);
    }
    return analysis.articles
      .filter(({ id }) => {
        if (wanted === 'both') return marked.first.has(id) && marked.second.has(id);
        return wanted === 'either' ? marked.first.has(id) || marked.second.has(id) : id === wanted;
      })
      .map(({ id }) => id)
      .join(' ');
  }, [analysis, first, second, wanted]);
  // The same articles stay the same list, so that their texts are not read anew after every edit.
  const texts = analysis.articles.map(({ textSha256 }) => textSha256).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  return useMemo(
    () => ids.split(' ').flatMap((id) => analysis.articleById.get(id as ArticleId) ?? []),
    [ids, texts],
  );
}
