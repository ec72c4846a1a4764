import { useLiveQuery } from 'dexie-react-hooks';
import type { BatchId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import {
  type BatchEntry,
  countLaterDuplicates,
  listBatchActivity,
  listBatches,
  readBatchContent,
} from '#storage/batches.ts';

/** Every import there was, newest first; `undefined` until they are read. */
export function useBatches(): readonly BatchEntry[] | undefined {
  const { db } = useSession();
  return useLiveQuery(() => listBatches(db), [db]);
}

/** What came of the files of an import; `undefined` until it is read. */
export function useBatchActivity(id: BatchId) {
  const { db } = useSession();
  return useLiveQuery(() => listBatchActivity(db, id), [db, id]);
}

/** What goes away when an import is taken back; `undefined` until it is counted. */
export function useTakeBackCounts(id: BatchId) {
  const { db } = useSession();
  return useLiveQuery(async () => {
    const { articles, highlights, mentions } = await readBatchContent(db, id);
    const laterDuplicates = await countLaterDuplicates(db, id);
    return {
      articles: articles.length,
      highlights: highlights.length,
      mentions: mentions.length,
      laterDuplicates,
    };
  }, [db, id]);
}
