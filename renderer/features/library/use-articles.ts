import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import type { Tag } from '#core/codebook/tag.ts';
import type { ArticleId, TagId } from '#core/ids.ts';
import type { ListedArticle } from '#core/library/list-articles.ts';
import { useSession } from '#state/session.ts';
import { listArticles } from '#storage/articles.ts';
import { listAllHighlights } from '#storage/highlights.ts';
import { listTags } from '#storage/tags.ts';

/** Every article with its highlights counted; `undefined` until they are read. */
export function useListedArticles(): readonly ListedArticle[] | undefined {
  const { db } = useSession();
  const articles = useLiveQuery(() => listArticles(db), [db]);
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
      return { article, highlightCount: entry?.count ?? 0, tagIds: tags.map(([id]) => id) };
    });
  }, [articles, highlights]);
}

/** All tags by their id. */
export function useTagsById(): ReadonlyMap<TagId, Tag> {
  const { db } = useSession();
  const tags = useLiveQuery(() => listTags(db), [db]);
  return useMemo(() => new Map((tags ?? []).map((tag) => [tag.id, tag])), [tags]);
}
