import { useLiveQuery } from 'dexie-react-hooks';
import { useRef } from 'react';
import type { Article } from '#core/article.ts';
import { sameRecord } from '#core/history/same-record.ts';
import type { ArticleId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { findArticles } from '#storage/articles.ts';

/** More than a list ever shows: what was read once is shown at once when it comes back into sight. */
const mostKept = 2_000;

/** The articles of the rows in sight, as far as they are read. */
export function useFoundArticles(ids: readonly ArticleId[]): ReadonlyMap<ArticleId, Article> {
  const { db } = useSession();
  const kept = useRef(new Map<ArticleId, Article>());
  const read = useLiveQuery(() => findArticles(db, new Set(ids)), [db, ids.join(' ')]);
  if (kept.current.size > mostKept) kept.current.clear();
  for (const article of read ?? []) {
    // One that has not changed stays the same value, so that its row need not be drawn again.
    if (!sameRecord(kept.current.get(article.id), article)) kept.current.set(article.id, article);
  }
  return kept.current;
}
