import { useLiveQuery } from 'dexie-react-hooks';
import { renameAnalyst, tidyAnalystName } from '#core/analyst.ts';
import type { GroupId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { findAnalyst } from '#storage/analysts.ts';

/** The name of the analyst of this laptop (`undefined` until it is read), and how to give another. */
export function useOwnName(): {
  readonly name: string | undefined;
  readonly rename: (name: string, group: GroupId) => Promise<boolean>;
} {
  const session = useSession();
  const { db, analystId } = session;
  const name = useLiveQuery(async () => (await findAnalyst(db, analystId))?.name ?? '', [db, analystId]);
  const rename = async (typed: string, group: GroupId) => {
    const committed = await session.commit(
      { action: 'analyst.rename', detail: { name: tidyAnalystName(typed) } },
      async () => renameAnalyst(analystId, typed, await findAnalyst(db, analystId)),
      { group },
    );
    return committed.ok;
  };
  return { name, rename };
}
