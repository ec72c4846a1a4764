import { useLingui } from '@lingui/react/macro';
import type { Memo } from '#core/memos/memo.ts';
import { memoName } from '#core/memos/things.ts';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { dropMemo } from './memo-deeds.ts';
import { memoDesk } from './memo-desk.ts';
import { useMemoWords } from './use-memo-words.ts';

/** A function that takes a memo away and offers to bring it back; answers whether it is gone. */
export function useDropMemo(): (memo: Memo) => Promise<boolean> {
  const { t } = useLingui();
  const session = useSession();
  const words = useMemoWords();
  const offerUndo = useOfferUndo();
  return async (memo) => {
    const name = memoName(memo) || words.untitled;
    if (!(await dropMemo(session, memo))) return false;
    memoDesk.setState(({ openKey }) => (openKey === memo.id ? { openKey: null } : {}));
    await offerUndo(t`Deleted the memo “${name}”.`);
    return true;
  };
}
