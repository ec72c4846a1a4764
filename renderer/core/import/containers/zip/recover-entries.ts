import { type FileSource, readWhole } from '#core/import/file-source.ts';
import { entryPath, readEntryName } from './entry-name.ts';
import { number64, readExtras, viewOf, type ZipEntry } from './read-directory.ts';

const localSignature = 0x04034b50;
const descriptorSignature = 0x08074b50;
const localLength = 30;

/**
 * Find the entries of a zip file whose directory is lost, by the headers in front of their data. The last one may be
 * cut short: reading it fails then. Entries without a length in front are measured by the record behind their data.
 */
export async function* recoverEntries(archive: FileSource): AsyncGenerator<ZipEntry> {
  let at = 0;
  while (at + localLength <= archive.sizeBytes) {
    const header = viewOf(await readWhole(archive, at, at + localLength));
    if (header.getUint32(0, true) !== localSignature) {
      const next = await findSignature(archive, at + 1, localSignature);
      if (next === null) return;
      at = next;
      continue;
    }
    const { entry, dataStart } = await readLocal(archive, at, header);
    const hasDescriptor = (header.getUint16(6, true) & 8) !== 0 && entry.packedBytes === 0;
    const measured = hasDescriptor ? await measure(archive, dataStart, entry) : entry;
    yield measured;
    at = dataStart + measured.packedBytes;
  }
}

async function readLocal(
  archive: FileSource,
  at: number,
  header: DataView,
): Promise<{ entry: ZipEntry; dataStart: number }> {
  const nameLength = header.getUint16(26, true);
  const extraLength = header.getUint16(28, true);
  const dataStart = at + localLength + nameLength + extraLength;
  const rest = await archive.read(at + localLength, Math.min(dataStart, archive.sizeBytes));
  const rawName = rest.subarray(0, nameLength);
  const extras = readExtras(rest.subarray(nameLength));
  const flags = header.getUint16(6, true);
  const name = readEntryName({ rawName, isUtf8: (flags & 0x800) !== 0, extras });
  const sizes = readSizes(header, extras.get(0x0001));
  const entry = {
    path: entryPath(name),
    rawName,
    method: header.getUint16(8, true),
    isEncrypted: (flags & 1) !== 0,
    isFolder: /[/\\]$/.test(name),
    // Only the directory tells links.
    isLink: false,
    ...sizes,
    crc: header.getUint32(14, true),
    start: at,
  };
  return { entry, dataStart };
}

function readSizes(
  header: DataView,
  large: Uint8Array | undefined,
): Pick<ZipEntry, 'packedBytes' | 'sizeBytes'> {
  const packedBytes = header.getUint32(18, true);
  const sizeBytes = header.getUint32(22, true);
  if (sizeBytes !== 0xffffffff || large === undefined || large.length < 16) return { packedBytes, sizeBytes };
  return { sizeBytes: number64(viewOf(large), 0), packedBytes: number64(viewOf(large), 8) };
}

/**
 * The sizes of an entry from the record behind its data, which is known by the length it names being right; a size of
 * -1 when there is none: the file is cut short.
 */
async function measure(archive: FileSource, dataStart: number, entry: ZipEntry): Promise<ZipEntry> {
  let from = dataStart;
  for (;;) {
    const at = await findSignature(archive, from, descriptorSignature);
    if (at === null)
      return { ...entry, packedBytes: Math.max(0, archive.sizeBytes - dataStart), sizeBytes: -1 };
    const record = viewOf(await archive.read(at, Math.min(at + 16, archive.sizeBytes)));
    if (record.byteLength === 16 && record.getUint32(8, true) === at - dataStart)
      return {
        ...entry,
        crc: record.getUint32(4, true),
        packedBytes: at - dataStart,
        sizeBytes: record.getUint32(12, true),
      };
    from = at + 1;
  }
}

const searchBytes = 262_144;

/** Where the next of the four bytes of `signature` stand; `null` when nowhere. */
async function findSignature(archive: FileSource, from: number, signature: number): Promise<number | null> {
  const first = signature & 0xff;
  for (let at = from; at + 4 <= archive.sizeBytes; at += searchBytes) {
    const block = await readWhole(archive, at, Math.min(at + searchBytes + 3, archive.sizeBytes));
    const view = viewOf(block);
    for (let found = block.indexOf(first); found !== -1; found = block.indexOf(first, found + 1)) {
      if (found + 4 > block.length) break;
      if (view.getUint32(found, true) === signature) return at + found;
    }
  }
  return null;
}
