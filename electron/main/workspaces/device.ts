import { join } from 'node:path';
import type { DeviceId, NewId } from '#core/ids.ts';
import type { FileSystem } from '#main/files/file-system.ts';
import { readJson, writeJson } from '#main/files/write-whole.ts';
import { isPlainObject } from '#main/parse.ts';
import { UUID } from '#main/parse-edit.ts';

/**
 * The id of this installation, made at its first start. A lost or damaged file gives a new one: what the old id wrote
 * stays readable as another device's journal.
 */
export async function deviceId(files: FileSystem, userData: string, newId: NewId): Promise<DeviceId> {
  const path = join(userData, 'device.json');
  const found = await readJson(files, path);
  if (isPlainObject(found) && typeof found.id === 'string' && UUID.test(found.id))
    return found.id as DeviceId;
  const id = newId<'device'>();
  await files.makeFolder(userData);
  await writeJson(files, path, { format: 1, id });
  return id;
}
