import { join } from 'node:path';
import { safeName } from '#core/exchange/safe-name.ts';
import type { Edit } from '#core/history/edit.ts';
import type { NewId, WorkspaceId } from '#core/ids.ts';
import { createTurns } from '#main/files/turns.ts';
import type { AppendAnswer, OpenAnswer } from '#shared/ipc.ts';
import { defaultFolder, infoOf, type KnownWorkspaces, readKnown, rememberPlace } from './known-workspaces.ts';
import { writeManifest } from './manifest.ts';
import { type HeldWorkspace, holdWorkspace, type Machine } from './open-workspace.ts';

/** The workspaces of this installation, of which at most one is open. */
export type Workspaces = {
  /** Open one by id; `null` opens the last one, or makes the first. */
  open(id: WorkspaceId | null): Promise<OpenAnswer>;
  /** Make a workspace in `folder` (in a new folder of that name inside it, when it isn't empty). */
  create(folder: string, name: string): Promise<OpenAnswer>;
  openFolder(folder: string): Promise<OpenAnswer>;
  recover(id: WorkspaceId): Promise<OpenAnswer>;
  /** The open one. */
  current(): HeldWorkspace | null;
  /**
   * Write edits to the journal of the open workspace; `null` when it is not that one: the window may still write what
   * was begun in the one it is leaving.
   */
  append(id: WorkspaceId, edits: readonly Edit[]): Promise<AppendAnswer> | null;
  close(): Promise<void>;
};

type Setting = {
  readonly machine: Machine;
  readonly userData: string;
  readonly newId: NewId;
  /** The name of the workspace that the first start makes. */
  readonly firstName: string;
};

/** Keeps the list of workspaces and the open one. Requests that change which one is open run one after another. */
export function createWorkspaces({ machine, userData, newId, firstName }: Setting): Workspaces {
  const { files } = machine;
  let held: HeldWorkspace | null = null;
  const inTurn = createTurns();

  async function hold(folder: string, options: { recover?: boolean } = {}): Promise<OpenAnswer> {
    // Opened again after the window was reloaded: let go first, or the own lock would be in the way.
    if (held?.place.folder === folder) await letGo();
    const holding = await holdWorkspace(machine, folder, options);
    if (!holding.ok) return { ...holding, known: infos(await readKnown(files, userData)) };
    await letGo();
    held = holding.held;
    const { place, journal, notices } = held;
    const known = await rememberPlace(files, userData, place).catch(() => readKnown(files, userData));
    return {
      ok: true,
      opened: {
        workspace: infoOf(place),
        device: machine.device,
        heads: journal.heads(),
        notices,
        known: infos(known),
      },
    };
  }

  async function letGo(): Promise<void> {
    const old = held;
    held = null;
    await old?.close();
  }

  async function make(folder: string, name: string): Promise<OpenAnswer> {
    try {
      const createdAt = new Date(machine.now()).toISOString();
      await writeManifest(files, folder, { id: newId<'workspace'>(), name, createdAt });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const known = infos(await readKnown(files, userData));
      return { ok: false, problem: { kind: 'unwritable', message }, known };
    }
    return hold(folder);
  }

  async function freeFolder(parent: string, name: string): Promise<string> {
    for (let number = 1; ; number += 1) {
      const folder = join(parent, safeName(number === 1 ? name : `${name} ${number}`));
      if ((await files.list(folder)).length === 0) return folder;
    }
  }

  async function openById(id: WorkspaceId | null, recover: boolean): Promise<OpenAnswer> {
    const known = await readKnown(files, userData);
    const place = known.places.find((candidate) => candidate.id === (id ?? known.last)) ?? null;
    if (place !== null) return hold(place.folder, { recover });
    if (id === null) return make(await freeFolder(defaultFolder(userData), firstName), firstName);
    return { ok: false, problem: { kind: 'missing', folderLabel: '' }, known: infos(known) };
  }

  return {
    open: (id) => inTurn(() => openById(id, false)),
    recover: (id) => inTurn(() => openById(id, true)),
    openFolder: (folder) => inTurn(() => hold(folder)),
    create: (folder, name) =>
      inTurn(async () => {
        const empty = (await files.list(folder)).length === 0;
        return make(empty ? folder : await freeFolder(folder, name), name);
      }),
    current: () => held,
    append: (id, edits) => (held?.place.id === id ? held.journal.append(edits) : null),
    close: () => inTurn(letGo),
  };
}

function infos({ places }: KnownWorkspaces) {
  return places.map(infoOf);
}
