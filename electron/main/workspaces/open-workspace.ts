import { join } from 'node:path';
import type { DeviceId } from '#core/ids.ts';
import type { FileSystem } from '#main/files/file-system.ts';
import { isMissing } from '#main/files/file-system.ts';
import type { Journal } from '#main/journal/journal.ts';
import {
  type JournalPlace,
  type JournalProblem,
  openJournal,
  recoverJournal,
} from '#main/journal/open-journal.ts';
import { RECORD_FORMAT } from '#main/journal/record.ts';
import { sweepUnfinished } from '#main/sweep-unfinished.ts';
import type { OpenNotice, OpenProblem } from '#shared/ipc.ts';
import { infoOf, type WorkspacePlace } from './known-workspaces.ts';
import { readManifest, WORKSPACE_FORMAT } from './manifest.ts';
import { lockWorkspace, type Processes } from './workspace-lock.ts';

/** What opening a workspace needs from the machine. */
export type Machine = {
  readonly files: FileSystem;
  readonly device: DeviceId;
  readonly processes: Processes;
  readonly now: () => number;
};

/** A workspace that this program holds. */
export type HeldWorkspace = {
  readonly place: WorkspacePlace;
  readonly journal: Journal;
  readonly notices: readonly OpenNotice[];
  /** Write what is queued and let go of the folder. */
  close(): Promise<void>;
};

export type Holding =
  | { readonly ok: true; readonly held: HeldWorkspace }
  | { readonly ok: false; readonly problem: OpenProblem };

/** Take and open the workspace in `folder`; with `recover`, damaged journals are first cut behind their good part. */
export async function holdWorkspace(
  machine: Machine,
  folder: string,
  { recover = false } = {},
): Promise<Holding> {
  try {
    const manifest = await readManifest(machine.files, folder);
    if (manifest.kind === 'missing') return refusal({ kind: 'missing', folderLabel: folder });
    if (manifest.kind === 'newer-format') {
      return refusal({ kind: 'newer-format', found: manifest.found, known: WORKSPACE_FORMAT });
    }
    return await holdLocked(machine, { ...manifest.info, folder }, recover);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return refusal(
      isMissing(error) ? { kind: 'missing', folderLabel: folder } : { kind: 'unwritable', message },
    );
  }
}

async function holdLocked(machine: Machine, place: WorkspacePlace, recover: boolean): Promise<Holding> {
  const lock = await lockWorkspace(machine.files, place.folder, machine);
  if (lock === null) return refusal({ kind: 'locked' });
  try {
    const journalPlace: JournalPlace = {
      files: machine.files,
      folder: join(place.folder, 'journal'),
      workspace: place.id,
      device: machine.device,
      now: machine.now,
    };
    if (recover) await recoverJournal(journalPlace);
    const opened = await openJournal(journalPlace);
    if (!opened.ok) {
      await lock.release();
      return refusal(openProblem(opened.problem, place));
    }
    await sweepUnfinished(machine.files, place.folder);
    const stale: OpenNotice[] = lock.takenOver ? [{ kind: 'stale-lock' }] : [];
    const close = async () => {
      await opened.journal.close();
      await lock.release();
    };
    return {
      ok: true,
      held: { place, journal: opened.journal, notices: [...stale, ...opened.notices], close },
    };
  } catch (error) {
    await lock.release().catch(() => undefined);
    throw error;
  }
}

function openProblem(problem: JournalProblem, place: WorkspacePlace): OpenProblem {
  if (problem.kind === 'newer-format') return { ...problem, known: RECORD_FORMAT };
  const { goodEntries, offset } = problem;
  return { kind: 'broken-journal', goodEntries, offset, workspace: infoOf(place) };
}

function refusal(problem: OpenProblem): Holding {
  return { ok: false, problem };
}
