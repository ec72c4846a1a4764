import { listEdits } from '#storage/edits.ts';
import { notify } from './notices.ts';
import { useSession } from './session.ts';

/**
 * Tell what was just done, with a button that takes it back. Once something else was changed, the button says so
 * instead of taking the wrong edit back.
 */
export function useOfferUndo(): (text: string) => Promise<void> {
  const session = useSession();
  const readNewest = async () => (await listEdits(session.db, 1))[0];
  return async (text) => {
    const done = await readNewest();
    const takeBack = async () => {
      const newest = await readNewest();
      if (newest?.device !== done?.device || newest?.sequence !== done?.sequence) return false;
      await session.undo();
      return true;
    };
    notify({ kind: 'good', text, takeBack });
  };
}
