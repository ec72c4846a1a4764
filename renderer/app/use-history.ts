import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { useSession } from '#state/session.ts';
import type { EditSummary } from '#storage/database.ts';
import { listEditsAfter, listEditsBefore, newestEditTime } from '#storage/edits.ts';

/** Every edit there is, newest first. */
export type History = {
  readonly edits: readonly EditSummary[];
  /** Whether the oldest have been read too. */
  readonly isWhole: boolean;
};

/** Edits read first; each page after it is twice as long, so that a long history is seen at once and soon whole. */
const firstPage = 500;

/** The history, read page by page from the newest edit on, and followed; `undefined` until the first page is read. */
export function useHistory(): History | undefined {
  const { db } = useSession();
  const [history, setHistory] = useState<History>();
  useEffect(() => {
    let isCurrent = true;
    const readPages = async () => {
      let before: string | null = null;
      for (let size = firstPage; isCurrent; size *= 2) {
        const page: EditSummary[] = await listEditsBefore(db, before, size);
        const isWhole = page.length < size;
        if (!isCurrent) return;
        setHistory((known) => ({ edits: [...(known?.edits ?? []), ...page], isWhole }));
        before = page.at(-1)?.time ?? before;
        if (isWhole) return;
      }
    };
    void readPages();
    return () => {
      isCurrent = false;
      setHistory(undefined);
    };
  }, [db]);

  const newest = useLiveQuery(() => newestEditTime(db), [db]);
  const known = history?.edits[0]?.time ?? '';
  const isBehind = history !== undefined && newest !== undefined && newest !== null && newest > known;
  useEffect(() => {
    if (!isBehind) return;
    let isCurrent = true;
    void listEditsAfter(db, known).then((fresh) => {
      if (isCurrent) setHistory((old) => old && { ...old, edits: [...fresh, ...old.edits] });
    });
    return () => {
      isCurrent = false;
    };
  }, [db, isBehind, known]);
  return history;
}
