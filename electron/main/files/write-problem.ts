import type { WriteProblem } from '#shared/ipc.ts';
import { codeOf, type FileSystem } from './file-system.ts';

/** Below this much free space, edits are refused: the journal must always be able to end its last record. */
export const EDIT_RESERVE_BYTES = 1024 * 1024;

/** Below this much free space, imports are refused, so that edits can go on. */
export const IMPORT_RESERVE_BYTES = 64 * 1024 * 1024;

/** Why a write of `bytes` into `folder` must not be tried, leaving less than `reserve` free; `null` when it may. */
export async function lackOfSpace(
  files: FileSystem,
  folder: string,
  bytes: number,
  reserve: number,
): Promise<WriteProblem | null> {
  const free = await files.freeBytes(folder);
  if (free - bytes >= reserve) return null;
  return { kind: 'disk-full', message: `${free} bytes free, ${bytes + reserve} needed` };
}

/** Word a failed write as an answer. */
export function writeProblem(error: unknown): WriteProblem {
  const full = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(codeOf(error));
  return {
    kind: full ? 'disk-full' : 'failed',
    message: error instanceof Error ? error.message : String(error),
  };
}
