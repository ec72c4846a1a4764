import { Dexie } from 'dexie';
import type { ArticleId } from '#core/ids.ts';
import type { Database } from './database.ts';

/** A node of the tree in which Dexie tells which keys were written. */
type KeyRange = {
  readonly from?: unknown;
  readonly to?: unknown;
  readonly l?: KeyRange | null;
  readonly r?: KeyRange | null;
};

/**
 * Be told of the articles of which suggestions were written or thrown away, by whichever worker. They are a cache, so no
 * edit tells of them.
 *
 * @returns a function that ends the watching.
 */
export function watchSuggestions(
  db: Database,
  onWritten: (articleIds: readonly ArticleId[]) => void,
): () => void {
  const prefix = `idb://${db.name}/${db.suggestions.name}/`;
  const listener = (parts: Readonly<Record<string, KeyRange>>) => {
    const written = [parts[prefix], parts[`${prefix}:dels`]].flatMap((range) => articlesOf(range ?? null));
    if (written.length > 0) onWritten([...new Set(written)]);
  };
  Dexie.on('storagemutated', listener as never);
  return () => Dexie.on.storagemutated.unsubscribe(listener as never);
}

/** Keys are `[articleId, part]`, and no write goes over more than one article at a time. */
function articlesOf(range: KeyRange | null): ArticleId[] {
  if (range === null) return [];
  const ids = [range.from, range.to].flatMap((key) =>
    Array.isArray(key) && typeof key[0] === 'string' ? [key[0] as ArticleId] : [],
  );
  return [...ids, ...articlesOf(range.l ?? null), ...articlesOf(range.r ?? null)];
}
