import { t as say } from '@lingui/core/macro';
import { useEffect, useState } from 'react';
import type { Change } from '#core/history/change.ts';
import { recordName } from '#core/history/describe-change.ts';
import { keyOf, type ListedEdit } from '#core/history/history-rows.ts';
import type { DeviceId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import type { Database } from '#storage/database.ts';
import { readEdits } from './read-edits.ts';

/** What edits changed. */
export type EditChanges = {
  /** The first of them. */
  readonly shown: readonly Change[];
  readonly total: number;
  /** What the thing with this id is called; `null` for what is no id. */
  readonly nameId: (id: string) => string | null;
};

const mostShown = 100;
const mostEdits = 20;
/** The keys may run down the list faster than the journal is read. */
const restMs = 120;

/** The changes of these edits, read from the journal; `undefined` until they are. */
export function useEditChanges(edits: readonly ListedEdit[]): EditChanges | undefined {
  const { db, analystId } = useSession();
  const [known, setKnown] = useState<{ readonly key: string; readonly changes: EditChanges }>();
  const key = edits.map(keyOf).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the edits of a key never change.
  useEffect(() => {
    let isCurrent = true;
    const read = async () => {
      const entries = await readEdits(db, analystId as string as DeviceId, edits.slice(0, mostEdits));
      const all = entries.flatMap(({ edit }) => edit.changes);
      const changes = {
        shown: all.slice(0, mostShown),
        total: edits.reduce((sum, { changeCount }) => sum + changeCount, 0),
        nameId: await namesIn(db, all.slice(0, mostShown)),
      };
      if (isCurrent) setKnown({ key, changes });
    };
    const timer = setTimeout(() => void read(), restMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [db, analystId, key]);
  return known?.key === key ? known.changes : undefined;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What ids stand for in `changes`: as it is called there, or now. */
async function namesIn(db: Database, changes: readonly Change[]): Promise<(id: string) => string | null> {
  const [tags, briefs] = await Promise.all([db.tags.toArray(), db.briefs.toArray()]);
  const names = new Map<string, string>(
    [...tags, ...briefs].map((record) => [record.id, recordName(record)]),
  );
  for (const { id, before, after } of changes) names.set(id, recordName(after ?? before));
  return (id) => names.get(id) ?? (uuid.test(id) ? say`something that is gone (${id.slice(-6)})` : null);
}
