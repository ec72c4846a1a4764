import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { ArticleId } from '#core/ids.ts';
import type { ResultRow } from '#core/search/results/search-answer.ts';
import { askOf, type SavedAsk } from '#core/search/saved-searches.ts';
import { searchEngine } from './search-engine.ts';

/** Rows worked out by one call, so that the first are there soon. */
const rowsAtOnce = 25;

type Known = {
  readonly ask: SavedAsk;
  /** Of the index `fresh` was worked out with. */
  readonly version: number;
  readonly fresh: ReadonlySet<ArticleId>;
  readonly rows: ReadonlyMap<ArticleId, ResultRow>;
};

/**
 * What a question finds in each of these articles, as far as that is worked out: the first ones first. When the index
 * has changed each row is worked out anew, and stays as it was until then.
 */
export function useHitRows(ask: SavedAsk, articleIds: readonly ArticleId[]): Known['rows'] {
  const client = useStore(searchEngine, (state) => state.client);
  const version = useStore(searchEngine, (state) => state.version);
  const [known, setKnown] = useState<Known>(() => nothingKnown(ask, version));

  useEffect(() => {
    if (client === null) return;
    const { rows, fresh } = upTo(known, ask, version);
    const next = articleIds.filter((id) => !fresh.has(id)).slice(0, rowsAtOnce);
    if (next.length === 0) return;
    const asked = new AbortController();
    client.call('hitRows', { ask: askOf(ask), articleIds: next }, { signal: asked.signal }).then(
      (fetched) =>
        setKnown({
          ask,
          version,
          fresh: new Set([...fresh, ...next]),
          rows: new Map([...rows, ...fetched.map((row) => [row.articleId, row] as const)]),
        }),
      // Other articles are wanted, or the worker ended: the search itself tells of that.
      () => undefined,
    );
    return () => asked.abort();
  }, [client, ask, articleIds, version, known]);
  return upTo(known, ask, version).rows;
}

/** What still holds of what is known. */
function upTo(known: Known, ask: SavedAsk, version: number): Known {
  if (known.ask !== ask) return nothingKnown(ask, version);
  return known.version === version ? known : { ...known, version, fresh: new Set() };
}

function nothingKnown(ask: SavedAsk, version: number): Known {
  return { ask, version, fresh: new Set(), rows: nothing };
}

const nothing: Known['rows'] = new Map();
