import { useLingui } from '@lingui/react/macro';
import { useLiveQuery } from 'dexie-react-hooks';
import type { AnalystId } from '#core/ids.ts';
import type { Shelf } from '#core/memos/things.ts';
import { useSession } from '#state/session.ts';
import { listAnalysts } from '#storage/analysts.ts';
import { readShelf } from '#storage/memos.ts';

/** Follow all memos and all they may be on; `null` until they have been read. */
export function useShelf(): Shelf | null {
  const { db } = useSession();
  return useLiveQuery(() => readShelf(db), [db]) ?? null;
}

/** The names of analysts by their ids: a function that always has a word for one. */
export function useAnalystNames(): (id: AnalystId | null) => string {
  const { t } = useLingui();
  const { db, analystId } = useSession();
  const analysts = useLiveQuery(() => listAnalysts(db), [db]);
  return (id) => {
    if (id === null) return t`unknown`;
    const name = analysts?.find((one) => one.id === id)?.name.trim() ?? '';
    if (name !== '') return name;
    return id === analystId ? t({ message: 'you', context: 'the analyst' }) : t`another analyst`;
  };
}
