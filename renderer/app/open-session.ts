import type { OpenAnswer, OpenedWorkspace } from '#shared/ipc.ts';
import { createSession } from '#state/create-session.ts';
import { desktop } from '#state/desktop.ts';
import type { Session } from '#state/session.ts';
import { openWorkingCopy, type Progress, type WorkingCopy } from '#storage/open-working-copy.ts';

/** What opening came to. */
export type Opening = {
  readonly session: Session;
  readonly opened: OpenedWorkspace;
  readonly copy: Omit<WorkingCopy, 'db'>;
};

/** Bring the working copy of an opened workspace level and make its session. */
export async function openSession(
  opened: OpenedWorkspace,
  onProgress: (progress: Progress) => void,
): Promise<Opening> {
  const door = desktop();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const { db, ...copy } = await openWorkingCopy(
    {
      workspaceId: opened.workspace.id,
      device: opened.device,
      heads: opened.heads,
      readJournal: door.readJournal,
      readEntries: door.readEntries,
      readKeptText: async (sha256) => {
        const bytes = await door.readKept({ kind: 'text', sha256 });
        return bytes === null ? null : decoder.decode(bytes);
      },
      reset: () => door.resetWorkingCopy(),
    },
    onProgress,
  );
  const { workspace, device } = opened;
  const now = () => new Date().toISOString();
  return { session: await createSession({ db, workspace, device, desktop: door, now }), opened, copy };
}

/** The last workspace, or the default one on the first start. */
export function openLastWorkspace(): Promise<OpenAnswer> {
  return desktop().openWorkspace({ id: null });
}
