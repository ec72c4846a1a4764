import { useMemo, useSyncExternalStore } from 'react';
import type { ArticleHead } from '#core/library/article-head.ts';
import type { Database } from '#storage/database.ts';
import { keepHeads } from '#storage/kept-records.ts';

/**
 * The head of every article, newest import first; `undefined` until they are read. They are held in memory and follow each edit, so
 * that a long import costs no more than its own articles.
 */
export function useAllArticles(db: Database): readonly ArticleHead[] | undefined {
  const source = keepHeads(db);
  const articles = useSyncExternalStore(source.subscribe, source.get);
  return useMemo(() => articles?.toReversed().sort(byImport), [articles]);
}

function byImport(a: ArticleHead, b: ArticleHead): number {
  if (a.importedAt === b.importedAt) return 0;
  return a.importedAt < b.importedAt ? 1 : -1;
}
