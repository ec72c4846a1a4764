import { useMemo, useSyncExternalStore } from 'react';
import type { TableName, Tables } from '#core/history/change.ts';
import { collectItems } from '#core/picture/collect-items.ts';
import type { PictureItem } from '#core/picture/picture-item.ts';
import type { Database } from '#storage/database.ts';
import { type Kept, keepHeads, keepRecords } from '#storage/kept-records.ts';
import { useSession } from './session.ts';

/**
 * Everything of the work that has a place or a time, for map and timeline; `undefined` until all of it is read. Held in
 * memory, it follows each edit.
 */
export function usePictureItems(): readonly PictureItem[] | undefined {
  const { db } = useSession();
  const articles = useKept(keepHeads(db));
  const highlights = useTable(db, 'highlights');
  const mentions = useTable(db, 'mentions');
  const events = useTable(db, 'events');
  const tracks = useTable(db, 'tracks');
  const areas = useTable(db, 'areas');
  return useMemo(
    () =>
      articles && highlights && mentions && events && tracks && areas
        ? collectItems({ articles, highlights, mentions, events, tracks, areas })
        : undefined,
    [articles, highlights, mentions, events, tracks, areas],
  );
}

function useTable<Table extends TableName>(db: Database, table: Table): readonly Tables[Table][] | null {
  return useKept(keepRecords(db, table));
}

function useKept<Held>({ subscribe, get }: Kept<Held>): readonly Held[] | null {
  return useSyncExternalStore(subscribe, get);
}
