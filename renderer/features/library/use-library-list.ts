import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { arrangeArticles, type ListedArticle } from '#core/library/list-articles.ts';
import { libraryList } from './library-list.ts';
import { useListedArticles } from './use-articles.ts';

/** The articles as they are listed now, and all there are; `undefined` until they are read. */
export function useLibraryList():
  | { all: readonly ListedArticle[]; shown: readonly ListedArticle[] }
  | undefined {
  const all = useListedArticles();
  const { filter, sorting } = useStore(libraryList);
  const shown = useMemo(() => all && arrangeArticles(all, filter, sorting), [all, filter, sorting]);
  useEffect(() => {
    if (shown !== undefined) libraryList.setState({ shown: shown.map(({ article }) => article.id) });
  }, [shown]);
  return all === undefined || shown === undefined ? undefined : { all, shown };
}
