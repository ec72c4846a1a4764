import { useMemo, useSyncExternalStore } from 'react';
import type { Article } from '#core/article.ts';
import type { Database } from '#storage/database.ts';
import { keepRecords } from '#storage/kept-records.ts';

/**
 * Every article, newest import first; `undefined` until they are read. They are held in memory and follow each edit, so
 * that a long import costs no more than its own articles.
 */
export function useAllArticles(db: Database): readonly Article[] | undefined {
  const source = keepRecords(db, 'articles');
  const articles = useSyncExternalStore(source.subscribe, source.get);
  return useMemo(() => articles?.toReversed().sort(byImport), [articles]);
}

function byImport(a: Article, b: Article): number {
  if (a.importedAt === b.importedAt) return 0;
  return a.importedAt < b.importedAt ? 1 : -1;
}
