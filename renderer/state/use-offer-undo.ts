import { useCallback } from 'react';
import type { EditSummary } from '#storage/database.ts';
import { newestEdit } from '#storage/edits.ts';
import { type Notice, notify } from './notices.ts';
import { useSession } from './session.ts';

type TakeBack = NonNullable<Notice['takeBack']>;

/**
 * Answers, asked right after an edit, what takes that edit back: once something else was changed it says so instead of
 * taking the wrong edit back.
 */
export function useTakeBack(): () => Promise<TakeBack> {
  const session = useSession();
  return useCallback(async () => {
    const done = await newestEdit(session.db);
    return async () => {
      const newest = await newestEdit(session.db);
      const isSame = newest?.device === done?.device && newest?.sequence === done?.sequence;
      // What the program did in its wake is taken back with it.
      const isNewest = isSame || isInWake(newest, done);
      return isNewest ? session.undo() : 'changed';
    };
  }, [session]);
}

function isInWake(newest: EditSummary | null, done: EditSummary | null): boolean {
  return newest?.kind === 'new' && newest.group !== null && newest.group === done?.group;
}

/** Tell what was just done, with a button that takes it back. */
export function useOfferUndo(): (text: string) => Promise<void> {
  const askTakeBack = useTakeBack();
  return async (text) => notify({ kind: 'good', text, takeBack: await askTakeBack() });
}
