import { leaveOutAcled } from '#core/events/leave-out-acled.ts';
import { type WrittenBundle, writeBundle } from '#core/exchange/bundle.ts';
import type { SaveAnswer } from '#shared/ipc.ts';
import { desktop } from '#state/desktop.ts';
import type { Session } from '#state/session.ts';
import { listRecords } from '#storage/records.ts';
import { sha256 } from './sha256.ts';

/** What came of writing a bundle; `null` when the analyst cancelled it. */
export type BundleOutcome = SaveAnswer | Extract<WrittenBundle, { ok: false }> | null;

type BundleHow = {
  /** Whether events of ACLED go along: its terms let nobody pass them on. */
  readonly withAcled: boolean;
  /** How many events stay behind. */
  readonly onLeftOut: (count: number) => void;
  readonly onProgress: (done: number, total: number) => void;
};

/** Write the whole workspace into a bundle and save it where the analyst chooses. */
export async function exportBundle(
  session: Session,
  { withAcled, onLeftOut, onProgress }: BundleHow,
): Promise<BundleOutcome> {
  // An empty edit has its turn after all that was asked for before it.
  await session.commit({ action: 'brief.write', detail: {} }, () => []);
  const { version } = await desktop().readAbout();
  const records = await listRecords(session.db);
  const events = withAcled ? records.events : leaveOutAcled(records.events);
  onLeftOut(records.events.length - events.length);
  const written = await writeBundle({
    appVersion: version,
    now: new Date().toISOString(),
    workspaceName: session.workspace.name,
    records: { ...records, events },
    readFile: (which) => desktop().readKept(which),
    sha256,
    onProgress,
  });
  if (!written.ok) return written;
  return desktop().saveFile({
    suggestedName: session.workspace.name,
    kind: 'bundle',
    content: written.bytes,
  });
}
