import { newestEdit } from '#storage/edits.ts';
import { notify } from './notices.ts';
import { useSession } from './session.ts';

/**
 * Tell what was just done, with a button that takes it back. Once something else was changed, the button says so
 * instead of taking the wrong edit back.
 */
export function useOfferUndo(): (text: string) => Promise<void> {
  const session = useSession();
  return async (text) => {
    const done = await newestEdit(session.db);
    const takeBack = async () => {
      const newest = await newestEdit(session.db);
      const isNewest = newest?.device === done?.device && newest?.sequence === done?.sequence;
      return isNewest ? session.undo() : ('changed' as const);
    };
    notify({ kind: 'good', text, takeBack });
  };
}
