import type { Highlight } from '#core/annotations/highlight.ts';
import { sameHighlight } from '#core/annotations/same-highlight.ts';
import type { ArticleId, HighlightId } from '#core/ids.ts';
import type { Database } from '#storage/database.ts';
import { watchHighlights } from '#storage/watch-highlights.ts';
import { forgetPending, settledNow } from './pending-highlights.ts';

/** The highlights of one article as they are kept, read once for all who show them. */
export type HighlightSource = {
  /** Be told of changes; reading begins with the first who listens and ends with the last. */
  subscribe(onChange: () => void): () => void;
  /** In the order of the text; `null` until they are read. Throws what reading failed with. */
  get(): readonly Highlight[] | null;
};

const sources = new WeakMap<Database, Map<ArticleId, HighlightSource>>();

/** The source for an article; the same for all who ask. */
export function highlightSource(db: Database, articleId: ArticleId): HighlightSource {
  const ofDatabase = sources.get(db) ?? new Map<ArticleId, HighlightSource>();
  sources.set(db, ofDatabase);
  const known = ofDatabase.get(articleId);
  if (known !== undefined) return known;
  const made: HighlightSource = createSource(db, articleId, (isUsed) => {
    // Two readers that change places let go of both sources before either takes the other's.
    if (isUsed) ofDatabase.set(articleId, made);
    else if (ofDatabase.get(articleId) === made) ofDatabase.delete(articleId);
  });
  ofDatabase.set(articleId, made);
  return made;
}

function createSource(db: Database, articleId: ArticleId, onUse: (isUsed: boolean) => void): HighlightSource {
  const listeners = new Set<() => void>();
  let found: readonly Highlight[] | null = null;
  let failure: { readonly error: unknown } | null = null;
  let byId: ReadonlyMap<HighlightId, Highlight> = new Map();
  let stop: (() => void) | null = null;

  const tell = () => {
    for (const listener of listeners) listener();
  };
  const start = () =>
    watchHighlights(db, articleId, {
      onBegin: settledNow,
      onFound: (read, settled) => {
        // One that has not changed stays the same object: of thousands, only those that have are drawn anew.
        const list = read.map((one) => {
          const before = byId.get(one.id);
          return before !== undefined && sameHighlight(before, one) ? before : one;
        });
        byId = new Map(list.map((one) => [one.id, one]));
        found = list;
        tell();
        forgetPending(
          ({ before, after }) =>
            after.anchor.articleId === articleId &&
            (settled.has(after) || (byId.get(after.id) ?? null) !== before),
        );
      },
      onFailure: (error) => {
        failure = { error };
        tell();
      },
    });

  return {
    subscribe: (onChange) => {
      listeners.add(onChange);
      if (stop === null) {
        stop = start();
        onUse(true);
      }
      return () => {
        listeners.delete(onChange);
        if (listeners.size > 0) return;
        stop?.();
        stop = null;
        onUse(false);
      };
    },
    get: () => {
      if (failure !== null) throw failure.error;
      return found;
    },
  };
}
