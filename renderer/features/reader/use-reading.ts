import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { Article } from '#core/article.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { tagsById } from '#core/codebook/tag-tree.ts';
import type { ArticleId, TagId } from '#core/ids.ts';
import { usePreferences } from '#state/preferences.ts';
import { useSession } from '#state/session.ts';
import { findArticle } from '#storage/articles.ts';
import { listTags } from '#storage/tags.ts';
import { type HighlightSource, highlightSource } from './highlight-source.ts';
import { pendingHighlights, withPending } from './pending-highlights.ts';

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

/**
 * The highlights of an article in the order of the text, edits that are still being kept included; `null` until they
 * are read. While only the analyst's own are to be seen, those of others are left out.
 */
export function useHighlights(articleId: ArticleId | null): readonly Highlight[] | null {
  const { db, analystId } = useSession();
  const onlyOwn = usePreferences((state) => state.onlyOwnHighlights);
  const pending = useStore(pendingHighlights);
  const source = articleId === null ? noSource : highlightSource(db, articleId);
  const kept = useSyncExternalStore(source.subscribe, source.get);
  return useMemo(() => {
    if (kept === null) return null;
    const shown = withPending(kept, pending);
    return onlyOwn ? shown.filter((one) => (one.analystId ?? analystId) === analystId) : shown;
  }, [kept, pending, onlyOwn, analystId]);
}

const noHighlights: readonly Highlight[] = [];
const noSource: HighlightSource = { subscribe: () => () => undefined, get: () => noHighlights };
const noTags: readonly Tag[] = [];

/** The codebook, as a list and by id. */
export function useTags(): { readonly tags: readonly Tag[]; readonly byId: ReadonlyMap<TagId, Tag> } {
  const { db } = useSession();
  const tags = useLiveQuery(() => listTags(db), [db]) ?? noTags;
  return useMemo(() => ({ tags, byId: tagsById(tags) }), [tags]);
}
