import { useLingui } from '@lingui/react/macro';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { listPassages, type Passage } from '#core/analysis/passages.ts';
import type { PassageShelf } from '#core/analysis/sort-passages.ts';
import type { Article } from '#core/article.ts';
import type { Tag } from '#core/codebook/tag.ts';
import type { TagGroup } from '#core/codebook/tag-group.ts';
import { buildTagTree, listNodes, type TagNode, tagsById } from '#core/codebook/tag-tree.ts';
import type { TableName, Tables } from '#core/history/change.ts';
import type { AnalystId, ArticleId, TagId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { keepRecords } from '#storage/kept-records.ts';

/** Everything that was marked, joined with what belongs to it. */
export type Analysis = {
  readonly passages: readonly Passage[];
  readonly shelf: PassageShelf;
  readonly articles: readonly Article[];
  readonly articleById: ReadonlyMap<ArticleId, Article>;
  readonly tags: readonly Tag[];
  readonly tagById: ReadonlyMap<TagId, Tag>;
  /** In the order of the tree. */
  readonly nodes: readonly TagNode[];
  readonly groups: readonly TagGroup[];
  /** Who marked something, in the order of their names; `null` for passages of which that was not noted. */
  readonly analystIds: readonly (AnalystId | null)[];
  readonly nameOf: (analystId: AnalystId | null) => string;
};

/** All records of a table as they are now; `null` until they have been read. */
export function useKept<Table extends TableName>(table: Table): readonly Tables[Table][] | null {
  const { db } = useSession();
  const source = keepRecords(db, table);
  return useSyncExternalStore(source.subscribe, source.get);
}

/** Follow what was marked; `null` until it has been read. */
export function useAnalysis(): Analysis | null {
  const highlights = useKept('highlights');
  const articles = useKept('articles');
  const tags = useKept('tags');
  const groups = useKept('tagGroups');
  const nameOf = useAnalystNames();
  return useMemo(() => {
    if (highlights === null || articles === null || tags === null || groups === null) return null;
    const passages = listPassages(highlights, articles, tags);
    const met = new Set(highlights.map(({ analystId }) => analystId ?? null));
    return {
      passages,
      shelf: { passages, analystName: ({ highlight }) => nameOf(highlight.analystId ?? null) },
      articles,
      articleById: new Map(articles.map((article) => [article.id, article])),
      tags,
      tagById: tagsById(tags),
      nodes: listNodes(buildTagTree(tags)),
      groups,
      analystIds: [...met].sort((a, b) => nameOf(a).localeCompare(nameOf(b))),
      nameOf,
    };
  }, [highlights, articles, tags, groups, nameOf]);
}

function useAnalystNames(): (analystId: AnalystId | null) => string {
  const { t } = useLingui();
  const { analystId: own } = useSession();
  const analysts = useKept('analysts');
  return useCallback(
    (analystId) => {
      if (analystId === null) return t`not noted`;
      const name = analysts?.find(({ id }) => id === analystId)?.name.trim() ?? '';
      if (name !== '') return name;
      return analystId === own ? t`this analyst` : t`analyst ${analystId.slice(0, 8)}`;
    },
    [analysts, own, t],
  );
}
