import { useLiveQuery } from 'dexie-react-hooks';
import type { MemoTarget } from '#core/memos/memo.ts';
import type { Shelf } from '#core/memos/things.ts';
import { memosAbout } from '#core/memos/writings.ts';
import { useSession } from '#state/session.ts';
import { type Look, useLook } from '#state/workspace.ts';
import { findArticle } from '#storage/articles.ts';
import type { Database } from '#storage/database.ts';
import { findHighlight } from '#storage/highlights.ts';
import { readShelfOfMemos } from '#storage/memos.ts';

/** What is chosen in the reader and the memos there are. */
export type ChosenThings = {
  /** The narrowest first. */
  readonly targets: readonly MemoTarget[];
  /** All memos, and what they and the chosen things are named by. */
  readonly shelf: Shelf;
  /** How many memos are on what is chosen or lead there. */
  readonly memoCount: number;
};

/**
 * Follow what is chosen in the reader; `null` until it has been read. Meant to be held by what is there before the
 * panel is, so that a memo begun by a key can be typed in at once.
 */
export function useChosenThings(): ChosenThings | null {
  const { db } = useSession();
  const articleId = useLook((state) => state.articleId);
  const highlightId = useLook((state) => state.highlightId);
  const tagId = useLook((state) => state.tagId);
  const found = useLiveQuery(
    () => readChosen(db, { articleId, highlightId, tagId }),
    [db, articleId, highlightId, tagId],
  );
  return found ?? null;
}

type Choice = Pick<Look, 'articleId' | 'highlightId' | 'tagId'>;

async function readChosen(db: Database, { articleId, highlightId, tagId }: Choice): Promise<ChosenThings> {
  const article = articleId === null ? null : await findArticle(db, articleId);
  const highlight = highlightId === null ? null : await findHighlight(db, highlightId);
  const { articles, highlights, ...rest } = await readShelfOfMemos(db);
  const targets: MemoTarget[] = [];
  if (highlight !== null) targets.push({ kind: 'highlight', id: highlight.id });
  if (tagId !== null && rest.tags.has(tagId)) targets.push({ kind: 'tag', id: tagId });
  if (article !== null) targets.push({ kind: 'article', id: article.id });
  // What is chosen has a name even before any memo is on it.
  const shelf = {
    ...rest,
    articles: article === null ? articles : new Map([...articles, [article.id, article]]),
    highlights: highlight === null ? highlights : new Map([...highlights, [highlight.id, highlight]]),
  };
  return { targets, shelf, memoCount: countAbout(targets, shelf) };
}

function countAbout(targets: readonly MemoTarget[], { memos }: Shelf): number {
  const about = targets.flatMap((target) => {
    const { on, leading } = memosAbout(target, [...memos.values()]);
    return [...on, ...leading].map(({ id }) => id);
  });
  return new Set(about).size;
}
