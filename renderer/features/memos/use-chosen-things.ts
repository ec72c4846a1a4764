import { useLiveQuery } from 'dexie-react-hooks';
import type { MemoTarget } from '#core/memos/memo.ts';
import { createShelf, type Shelf } from '#core/memos/things.ts';
import { memosAbout } from '#core/memos/writings.ts';
import { useSession } from '#state/session.ts';
import { useLook } from '#state/workspace.ts';
import { findArticle } from '#storage/articles.ts';
import { findHighlight } from '#storage/highlights.ts';
import { listMemos } from '#storage/memos.ts';
import { listTags } from '#storage/tags.ts';

/** What is chosen in the reader, the narrowest first, and the records it is named by. */
export type ChosenThings = { readonly targets: readonly MemoTarget[]; readonly shelf: Shelf };

/** Follow what is chosen in the reader; `null` until it has been read. */
export function useChosenThings(): ChosenThings | null {
  const { db } = useSession();
  const articleId = useLook((state) => state.articleId);
  const highlightId = useLook((state) => state.highlightId);
  const tagId = useLook((state) => state.tagId);
  const found = useLiveQuery(async () => {
    const article = articleId === null ? null : await findArticle(db, articleId);
    const highlight = highlightId === null ? null : await findHighlight(db, highlightId);
    const tags = await listTags(db);
    const tag = tags.find(({ id }) => id === tagId);
    const targets: MemoTarget[] = [];
    if (highlight !== null) targets.push({ kind: 'highlight', id: highlight.id });
    if (tag !== undefined) targets.push({ kind: 'tag', id: tag.id });
    if (article !== null) targets.push({ kind: 'article', id: article.id });
    const shelf = createShelf({
      articles: article === null ? [] : [article],
      tags,
      highlights: highlight === null ? [] : [highlight],
      memos: [],
    });
    return { targets, shelf };
  }, [db, articleId, highlightId, tagId]);
  return found ?? null;
}

/** How many memos are on what is chosen in the reader or lead there. */
export function useChosenMemoCount(): number {
  const { db } = useSession();
  const chosen = useChosenThings();
  const memos = useLiveQuery(() => listMemos(db), [db]);
  if (chosen === null || memos === undefined) return 0;
  const ids = chosen.targets.flatMap((target) => {
    const { on, leading } = memosAbout(target, memos);
    return [...on, ...leading].map(({ id }) => id);
  });
  return new Set(ids).size;
}
