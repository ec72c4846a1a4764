import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { countByArticle, type TagMatrix } from '#core/analysis/count-by-article.ts';
import { listPassages, type Passage } from '#core/analysis/passages.ts';
import type { Article } from '#core/article.ts';
import type { Tag } from '#core/codebook/tag.ts';
import {
  buildTagTree,
  countTags,
  listNodes,
  type TagCount,
  type TagNode,
  tagsById,
} from '#core/codebook/tag-tree.ts';
import type { ArticleId, TagId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { listArticles } from '#storage/articles.ts';
import { listAllHighlights } from '#storage/highlights.ts';
import { listTags } from '#storage/tags.ts';

/** Everything that was marked, joined and counted. */
export type Analysis = {
  readonly passages: readonly Passage[];
  readonly tags: readonly Tag[];
  readonly tagById: ReadonlyMap<TagId, Tag>;
  /** In the order of the tree. */
  readonly nodes: readonly TagNode[];
  readonly counts: ReadonlyMap<TagId, TagCount>;
  readonly matrix: TagMatrix;
  readonly articleById: ReadonlyMap<ArticleId, Article>;
};

/** Follow what was marked; `null` until it has been read. */
export function useAnalysis(): Analysis | null {
  const { db } = useSession();
  const highlights = useLiveQuery(() => listAllHighlights(db), [db]);
  const articles = useLiveQuery(() => listArticles(db), [db]);
  const tags = useLiveQuery(() => listTags(db), [db]);
  return useMemo(() => {
    if (highlights === undefined || articles === undefined || tags === undefined) return null;
    return {
      passages: listPassages(highlights, articles, tags),
      tags,
      tagById: tagsById(tags),
      nodes: listNodes(buildTagTree(tags)),
      counts: countTags(tags, highlights),
      matrix: countByArticle(tags, highlights),
      articleById: new Map(articles.map((article) => [article.id, article])),
    };
  }, [highlights, articles, tags]);
}
