import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useRef } from 'react';
import type { Tag } from '#core/codebook/tag.ts';
import type { ArticleId, TagId } from '#core/ids.ts';
import type { ArticleHead } from '#core/library/article-head.ts';
import type { ListedArticle } from '#core/library/list-articles.ts';
import { shownStatus } from '#core/library/shown-status.ts';
import { useSession } from '#state/session.ts';
import { useAllArticles } from '#state/use-all-articles.ts';
import { listAllHighlights } from '#storage/highlights.ts';
import { lastReadTimes } from '#storage/readings.ts';
import { listTags } from '#storage/tags.ts';

/** Every article with its highlights counted; `undefined` until they are read. */
export function useListedArticles(): readonly ListedArticle[] | undefined {
  const { db } = useSession();
  const articles = useAllArticles(db);
  const begun = useBegun(articles);
  const highlights = useLiveQuery(() => listAllHighlights(db), [db]);
  return useMemo(() => {
    if (articles === undefined) return undefined;
    const counted = new Map<ArticleId, { count: number; tags: Map<TagId, number> }>();
    for (const { anchor, tagIds } of highlights ?? []) {
      const entry = counted.get(anchor.articleId) ?? { count: 0, tags: new Map() };
      entry.count += 1;
      for (const id of tagIds) entry.tags.set(id, (entry.tags.get(id) ?? 0) + 1);
      counted.set(anchor.articleId, entry);
    }
    return articles.map((article) => {
      const entry = counted.get(article.id);
      const tags = [...(entry?.tags ?? [])].sort((a, b) => b[1] - a[1]);
      const status = begun.has(article.id) ? 'reading' : article.status;
      return { article, status, highlightCount: entry?.count ?? 0, tagIds: tags.map(([id]) => id) };
    });
  }, [articles, highlights, begun]);
}

/** The unread articles that are being read; the same set as long as these are the same, whatever is read on in them. */
function useBegun(articles: readonly ArticleHead[] | undefined): ReadonlySet<ArticleId> {
  const { db, analystId } = useSession();
  const times = useLiveQuery(() => lastReadTimes(db, analystId), [db, analystId]);
  const last = useRef<ReadonlySet<ArticleId>>(new Set());
  return useMemo(() => {
    const begun = (articles ?? []).filter(
      (article) => article.status === 'unread' && shownStatus(article, times?.get(article.id)) === 'reading',
    );
    const ids = new Set(begun.map(({ id }) => id));
    if (ids.size !== last.current.size || begun.some((article) => !last.current.has(article.id)))
      last.current = ids;
    return last.current;
  }, [articles, times]);
}

/** All tags by their id. */
export function useTagsById(): ReadonlyMap<TagId, Tag> {
  const { db } = useSession();
  const tags = useLiveQuery(() => listTags(db), [db]);
  return useMemo(() => new Map((tags ?? []).map((tag) => [tag.id, tag])), [tags]);
}
