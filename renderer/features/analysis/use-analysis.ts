import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useSyncExternalStore } from 'react';
import { listPassages, type Passage } from '#core/analysis/passages.ts';
import type { PassageShelf } from '#core/analysis/sort-passages.ts';
import type { Analyst } from '#core/analyst.ts';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { Article } from '#core/article.ts';
import type { Tag } from '#core/codebook/tag.ts';
import type { TagGroup } from '#core/codebook/tag-group.ts';
import {
  buildTagTree,
  countTags,
  listNodes,
  type TagCount,
  type TagNode,
  tagsById,
} from '#core/codebook/tag-tree.ts';
import type { TableName, Tables } from '#core/history/change.ts';
import type { AnalystId, ArticleId, TagId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { keepRecords } from '#storage/kept-records.ts';
import { rememberLast } from './remember-last.ts';

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
  readonly counts: ReadonlyMap<TagId, TagCount>;
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
  if (highlights === null || articles === null || tags === null || groups === null) return null;
  return toAnalysis(joinAll(highlights, articles, tags), groups, nameOf);
}

/** What of it hangs on records alone. */
const joinAll = rememberLast(
  (highlights: readonly Highlight[], articles: readonly Article[], tags: readonly Tag[]) => ({
    passages: listPassages(highlights, articles, tags),
    analystIds: [...new Set(highlights.map(({ analystId }) => analystId ?? null))],
    articles,
    articleById: new Map(articles.map((article) => [article.id, article])),
    tags,
    tagById: tagsById(tags),
    nodes: listNodes(buildTagTree(tags)),
    counts: countTags(tags, highlights),
  }),
);

const toAnalysis = rememberLast(
  (
    joined: ReturnType<typeof joinAll>,
    groups: readonly TagGroup[],
    nameOf: Analysis['nameOf'],
  ): Analysis => ({
    ...joined,
    groups,
    nameOf,
    shelf: {
      passages: joined.passages,
      analystName: ({ highlight }) => nameOf(highlight.analystId ?? null),
    },
    analystIds: joined.analystIds.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b))),
  }),
);

function useAnalystNames(): Analysis['nameOf'] {
  const { i18n } = useLingui();
  const { analystId: own } = useSession();
  return nameAnalysts(useKept('analysts'), own, i18n.locale);
}

/** `locale` is that of the words: other words, other names. */
const nameAnalysts = rememberLast(
  (analysts: readonly Analyst[] | null, own: AnalystId, _locale: string): Analysis['nameOf'] => {
    const names = new Map(analysts?.map(({ id, name }) => [id, name.trim()]));
    return (analystId) => {
      if (analystId === null) return t`not noted`;
      const name = names.get(analystId) ?? '';
      if (name !== '') return name;
      return analystId === own ? t`this analyst` : t`analyst ${analystId.slice(0, 8)}`;
    };
  },
);
