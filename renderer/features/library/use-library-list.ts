import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Tag } from '#core/codebook/tag.ts';
import type { TagId } from '#core/ids.ts';
import { arrangeArticles, type ListedArticle } from '#core/library/list-articles.ts';
import { libraryList } from './library-list.ts';
import { useListedArticles, useTagsById } from './use-articles.ts';

/** The articles as they are listed now, and all there are. */
export type ArticlesInList = {
  readonly all: readonly ListedArticle[];
  readonly shown: readonly ListedArticle[];
  readonly tags: ReadonlyMap<TagId, Tag>;
};

/** The library as it is filtered and sorted now; `undefined` until it is read. */
export function useLibraryList(): ArticlesInList | undefined {
  const all = useListedArticles();
  const tags = useTagsById();
  const { filter, sorting } = useStore(libraryList);
  const shown = useMemo(
    () => all && arrangeArticles(all, { filter, sorting, tags }),
    [all, filter, sorting, tags],
  );
  useEffect(() => {
    if (shown !== undefined) libraryList.setState({ shown: shown.map(({ article }) => article.id) });
  }, [shown]);
  return all === undefined || shown === undefined ? undefined : { all, shown, tags };
}
