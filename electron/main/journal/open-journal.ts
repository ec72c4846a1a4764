import { join } from 'node:path';
import type { DeviceId, WorkspaceId } from '#core/ids.ts';
import type { FileSystem } from '#main/files/file-system.ts';
import type { OpenNotice } from '#shared/ipc.ts';
import { createJournal, type Journal, type JournalPart } from './journal.ts';
import { scanJournal } from './scan-journal.ts';
import { cutTornTail, setDamagedAside } from './set-aside.ts';

export type JournalPlace = {
  readonly files: FileSystem;
  /** The folder that holds one `<device>.journal` per device. */
  readonly folder: string;
  readonly workspace: WorkspaceId;
  /** The device whose file is written to; the others are only read. */
  readonly device: DeviceId;
  readonly now: () => number;
};

export type JournalProblem =
  | { readonly kind: 'newer-format'; readonly found: number }
  /** A file is damaged at `offset`; `goodEntries`, counted over all files, can be read. */
  | { readonly kind: 'broken'; readonly offset: number; readonly goodEntries: number };

export type OpenedJournal =
  | { readonly ok: true; readonly journal: Journal; readonly notices: readonly OpenNotice[] }
  | { readonly ok: false; readonly problem: JournalProblem };

/**
 * Open the journals of all devices, checking every record. The unfinished end that a crash leaves in this device's
 * own file is moved to a file beside it; anything worse is answered as a problem, with nothing changed on the disk.
 */
export function openJournal(place: JournalPlace): Promise<OpenedJournal> {
  return withParts(place, async (parts) => {
    const problem = problemOf(parts);
    if (problem !== null) {
      await closeAll(parts);
      return { ok: false, problem };
    }
    const own = parts.find(({ scanned }) => scanned.device === place.device);
    if (own === undefined) throw new Error('The own journal was not opened');
    const clean = own.scanned.flaw === null || (await cutTornTail(place, own));
    await place.files.syncFolder(place.folder);
    const notices = parts.flatMap(({ scanned: { flaw } }) =>
      flaw?.kind === 'torn' ? [{ kind: 'torn-tail' as const, bytes: flaw.bytes }] : [],
    );
    return { ok: true, journal: createJournal(place, parts, { own, clean }), notices };
  });
}

/** Copy every damaged file aside whole, then cut it behind its last good record. */
export function recoverJournal(place: JournalPlace): Promise<void> {
  return withParts(place, async (parts) => {
    for (const part of parts) {
      if (part.scanned.flaw?.kind === 'broken') await setDamagedAside(place, part);
    }
    await closeAll(parts);
  });
}

async function withParts<Answer>(
  place: JournalPlace,
  use: (parts: readonly JournalPart[]) => Promise<Answer>,
): Promise<Answer> {
  await place.files.makeFolder(place.folder);
  const parts: JournalPart[] = [];
  try {
    for (const device of await journalDevices(place)) parts.push(await openPart(place, device));
    return await use(parts);
  } catch (error) {
    await closeAll(parts).catch(() => undefined);
    throw error;
  }
}

async function journalDevices({ files, folder, device }: JournalPlace): Promise<DeviceId[]> {
  const name = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.journal$/;
  const found = (await files.list(folder)).flatMap((file) => name.exec(file)?.[1] ?? []);
  return [...new Set([...found, device])].sort() as DeviceId[];
}

async function openPart(
  { files, folder, device: own, workspace }: JournalPlace,
  device: DeviceId,
): Promise<JournalPart> {
  const file = await files.open(join(folder, `${device}.journal`), device === own ? 'write' : 'read');
  try {
    return { file, scanned: await scanJournal(file, device, workspace) };
  } catch (error) {
    await file.close();
    throw error;
  }
}

function problemOf(parts: readonly JournalPart[]): JournalProblem | null {
  const flaws = parts.map(({ scanned }) => scanned.flaw);
  const newer = flaws.find((flaw) => flaw?.kind === 'newer-format');
  if (newer) return newer;
  const broken = flaws.find((flaw) => flaw?.kind === 'broken');
  if (!broken) return null;
  const goodEntries = parts.reduce((sum, { scanned }) => sum + scanned.offsets.length, 0);
  return { kind: 'broken', offset: broken.offset, goodEntries };
}

async function closeAll(parts: readonly JournalPart[]): Promise<void> {
  await Promise.all(parts.map(({ file }) => file.close()));
}
