import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { Article } from '#core/article.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { tagsById } from '#core/codebook/tag-tree.ts';
import { sameRecord } from '#core/history/same-record.ts';
import type { ArticleId, HighlightId, TagId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { findArticle } from '#storage/articles.ts';
import { listHighlights } from '#storage/highlights.ts';
import { listTags } from '#storage/tags.ts';

/** How far an article's text has been fetched. */
export type TextState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly text: string }
  | { readonly kind: 'missing'; readonly message: string };

/** The article with this id, as it is now; `undefined` while it is looked up, `null` when there is none. */
export function useArticle(articleId: ArticleId | null): Article | null | undefined {
  const { db } = useSession();
  return useLiveQuery(async () => (articleId === null ? null : findArticle(db, articleId)), [db, articleId]);
}

/** The canonical text of an article. */
export function useText(article: Article | null | undefined): TextState {
  const { readText } = useSession();
  const [known, setKnown] = useState<{ sha256: string; state: TextState } | null>(null);
  const sha256 = article?.textSha256;
  // Edits of the article's header make a new record of the same text: only the hash asks for another one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  useEffect(() => {
    if (article === null || article === undefined) return;
    let isCurrent = true;
    const show = (state: TextState) => {
      if (isCurrent) setKnown({ sha256: article.textSha256, state });
    };
    readText(article).then(
      (text) => show({ kind: 'ready', text }),
      (error: unknown) =>
        show({ kind: 'missing', message: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [readText, sha256]);
  return known !== null && known.sha256 === sha256 ? known.state : { kind: 'loading' };
}

const noHighlights: readonly Highlight[] = [];
const noTags: readonly Tag[] = [];

/**
 * The highlights of an article in the order of the text. One that has not changed stays the same object, so that of
 * thousands only those that have are drawn anew.
 */
export function useHighlights(articleId: ArticleId | null): readonly Highlight[] {
  const { db } = useSession();
  const last = useRef<ReadonlyMap<HighlightId, Highlight>>(new Map());
  const found = useLiveQuery(async () => {
    const read = articleId === null ? noHighlights : await listHighlights(db, articleId);
    const list = read.map((one) => {
      const before = last.current.get(one.id);
      return before !== undefined && sameRecord(before, one) ? before : one;
    });
    last.current = new Map(list.map((one) => [one.id, one]));
    return { articleId, list };
  }, [db, articleId]);
  return found?.articleId === articleId ? found.list : noHighlights;
}

/** The codebook, as a list and by id. */
export function useTags(): { readonly tags: readonly Tag[]; readonly byId: ReadonlyMap<TagId, Tag> } {
  const { db } = useSession();
  const tags = useLiveQuery(() => listTags(db), [db]) ?? noTags;
  return useMemo(() => ({ tags, byId: tagsById(tags) }), [tags]);
}
