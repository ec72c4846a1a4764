import type { MemoId } from '#core/ids.ts';
import type { Memo } from '#core/memos/memo.ts';
import { createShelf, type Shelf } from '#core/memos/things.ts';
import type { Database } from './database.ts';

/** All memos, in no order that matters. */
export function listMemos(db: Database): Promise<Memo[]> {
  return db.memos.toArray();
}

/** One memo; `null` when there is none with this id. */
export async function findMemo(db: Database, id: MemoId): Promise<Memo | null> {
  return (await db.memos.get(id)) ?? null;
}

/** All that memos may be on or lead to. */
export async function readShelf(db: Database): Promise<Shelf> {
  const [articles, tags, highlights, memos] = await Promise.all([
    db.articles.toArray(),
    db.tags.toArray(),
    db.highlights.toArray(),
    db.memos.toArray(),
  ]);
  return createShelf({ articles, tags, highlights, memos });
}

/** All memos and tags, and of the rest only what these memos are on or lead to. */
export async function readShelfOfMemos(db: Database): Promise<Shelf> {
  const [tags, memos] = await Promise.all([db.tags.toArray(), db.memos.toArray()]);
  const targets = memos.flatMap(({ subject, links }) => ('id' in subject ? [subject, ...links] : links));
  const marked = targets.flatMap((target) => (target.kind === 'highlight' ? [target.id] : []));
  const highlights = (await db.highlights.bulkGet([...new Set(marked)])).filter((one) => one !== undefined);
  const named = targets.flatMap((target) => (target.kind === 'article' ? [target.id] : []));
  const wanted = new Set([...named, ...highlights.map(({ anchor }) => anchor.articleId)]);
  const articles = (await db.articles.bulkGet([...wanted])).filter((one) => one !== undefined);
  return createShelf({ articles, tags, highlights, memos });
}
