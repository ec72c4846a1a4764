import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { ArticleId } from '#core/ids.ts';
import { askOf, type SavedAsk } from '#core/search/saved-searches.ts';
import type { ResultRow } from '#core/search/search-answer.ts';
import { searchEngine } from './search-engine.ts';

/** Rows asked for within one turn of the event loop are fetched by one call for each question. */
type Wanted = { readonly ask: SavedAsk; readonly rows: Map<ArticleId, ((row: ResultRow | null) => void)[]> };

let wanted: Wanted[] = [];

/** What a question finds in one article, to be shown; `null` until it is known. */
export function useHitRow(ask: SavedAsk, articleId: ArticleId): ResultRow | null {
  const version = useStore(searchEngine, (state) => state.version);
  const [row, setRow] = useState<ResultRow | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed index is asked again.
  useEffect(() => {
    let isLate = false;
    void fetchHitRow(ask, articleId).then((fetched) => {
      if (!isLate && fetched !== null) setRow(fetched);
    });
    return () => {
      isLate = true;
    };
  }, [ask, articleId, version]);
  return row;
}

/** What a question finds in one article; `null` when the index can't be asked. */
export function fetchHitRow(ask: SavedAsk, articleId: ArticleId): Promise<ResultRow | null> {
  if (wanted.length === 0) setTimeout(() => void fetchWanted());
  return new Promise((answer) => {
    let group = wanted.find((one) => one.ask === ask);
    if (group === undefined) {
      group = { ask, rows: new Map() };
      wanted.push(group);
    }
    group.rows.set(articleId, [...(group.rows.get(articleId) ?? []), answer]);
  });
}

async function fetchWanted(): Promise<void> {
  const groups = wanted;
  wanted = [];
  for (const { ask, rows } of groups) {
    const call = searchEngine
      .getState()
      .client?.call('hitRows', { ask: askOf(ask), articleIds: [...rows.keys()] });
    const fetched = await Promise.resolve(call ?? []).catch(() => []);
    const byId = new Map(fetched.map((row) => [row.articleId, row]));
    for (const [id, answers] of rows) for (const answer of answers) answer(byId.get(id) ?? null);
  }
}
