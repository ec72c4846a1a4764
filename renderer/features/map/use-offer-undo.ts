import { useLingui } from '@lingui/react/macro';
import { useSession } from '#state/session.ts';
import { listEdits } from '#storage/edits.ts';
import { notify } from '#ui/notices.ts';

/**
 * Tell what was just done, with a button that takes it back. Once something else was changed, the button says so
 * instead of taking the wrong edit back.
 */
export function useOfferUndo(): (text: string) => Promise<void> {
  const { t } = useLingui();
  const session = useSession();
  const readNewest = async () => (await listEdits(session.db, 1))[0];
  return async (text) => {
    const done = await readNewest();
    const takeBack = async () => {
      const newest = await readNewest();
      if (newest?.device === done?.device && newest?.sequence === done?.sequence) await session.undo();
      else notify({ kind: 'warn', text: t`Something was changed after it: undo step by step with Ctrl+Z.` });
    };
    notify({ kind: 'good', text, action: { label: t`Undo`, run: () => void takeBack() } });
  };
}
