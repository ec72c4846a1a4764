import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Tag } from '#core/codebook/tag.ts';
import type { TagId } from '#core/ids.ts';
import { arrangeArticles, type ListedArticle } from '#core/library/list-articles.ts';
import { listTexts, type TextRow } from '#core/library/list-texts.ts';
import { countTexts } from '#core/library/same-text.ts';
import { libraryList } from './library-list.ts';
import { useListedArticles, useTagsById } from './use-articles.ts';

/** The articles as they are listed now, and all there are. */
export type ArticlesInList = {
  readonly all: readonly ListedArticle[];
  /** How many different texts all of them have. */
  readonly allTexts: number;
  /** Those that pass the filter, however they are folded. */
  readonly passing: readonly ListedArticle[];
  readonly passingTexts: number;
  /** The rows of the list: each text once, unless it is unfolded. */
  readonly shown: readonly TextRow[];
  readonly tags: ReadonlyMap<TagId, Tag>;
};

/** The library as it is filtered and sorted now; `undefined` until it is read. */
export function useLibraryList(): ArticlesInList | undefined {
  const all = useListedArticles();
  const tags = useTagsById();
  const { filter, sorting, unfolded } = useStore(libraryList);
  const passing = useMemo(
    () => all && arrangeArticles(all, { filter, sorting, tags }),
    [all, filter, sorting, tags],
  );
  const shown = useMemo(() => passing && listTexts(passing, unfolded), [passing, unfolded]);
  const allTexts = useMemo(() => textsOf(all), [all]);
  const passingTexts = useMemo(() => textsOf(passing), [passing]);
  useEffect(() => {
    if (shown !== undefined) libraryList.setState({ shown: shown.map(({ listed }) => listed.article.id) });
  }, [shown]);
  if (all === undefined || passing === undefined || shown === undefined) return undefined;
  return { all, allTexts, passing, passingTexts, shown, tags };
}

function textsOf(articles: readonly ListedArticle[] | undefined): number {
  return countTexts((articles ?? []).map(({ article }) => article));
}
