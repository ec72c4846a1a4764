import { type FileSource, readWhole, SourceProblem } from '#core/import/file-source.ts';
import { entryPath, readEntryName } from './entry-name.ts';

/** One file in a zip archive, as its directory describes it. */
export type ZipEntry = {
  readonly path: string;
  /** The bytes of its name, which the header in front of its data repeats. */
  readonly rawName: Uint8Array;
  /** 0: stored, 8: deflated; of others nothing can be read. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly isFolder: boolean;
  readonly isLink: boolean;
  readonly packedBytes: number;
  readonly sizeBytes: number;
  readonly crc: number;
  /** Where its own header begins in the file. */
  readonly start: number;
};

const endSignature = 0x06054b50;
const end64LocatorSignature = 0x07064b50;
const end64Signature = 0x06064b50;
const centralSignature = 0x02014b50;
const endLength = 22;
const locatorLength = 20;
/** A directory of 100,000 names of 500 bytes. */
const largestDirectory = 64 * 1024 * 1024;

/** Where the directory of a zip file lies. */
type Directory = {
  readonly start: number;
  readonly end: number;
  readonly entries: number;
  /** Bytes in front of the archive, which the places in it do not count: a program that unpacks itself. */
  readonly before: number;
};

/**
 * Read the directory of a zip file (PKWARE APPNOTE 6.3, with its 64-bit parts), from its end, as it is meant to be
 * read. `null` when there is none or it is broken: the file was cut short.
 *
 * @throws SourceProblem `bomb` when it names more entries than `limit`, or entries that share their bytes.
 */
export async function readDirectory(source: FileSource, limit: number): Promise<ZipEntry[] | null> {
  const directory = await findDirectory(source);
  if (directory === null) return null;
  if (directory.entries > limit)
    throw new SourceProblem('bomb', { limit: 'entries', entries: directory.entries, largest: limit });
  if (directory.end - directory.start > largestDirectory)
    throw new SourceProblem('bomb', { limit: 'entries', largest: limit });
  const bytes = await readWhole(source, directory.start, directory.end);
  const entries = readEntries(bytes, directory, limit);
  if (entries === null) return null;
  refuseSharing(entries, source.sizeBytes);
  return entries;
}

async function findDirectory(source: FileSource): Promise<Directory | null> {
  const from = Math.max(0, source.sizeBytes - endLength - 0xffff - locatorLength);
  const tail = await readWhole(source, from, source.sizeBytes);
  const view = viewOf(tail);
  for (let at = tail.length - endLength; at >= 0; at--) {
    if (view.getUint32(at, true) !== endSignature) continue;
    if (at + endLength + view.getUint16(at + 20, true) > tail.length) continue;
    const large = at < locatorLength ? null : await readEnd64(source, view, { at, from });
    const found = large ?? {
      entries: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      start: view.getUint32(at + 16, true),
      end: from + at,
    };
    const before = found.end - found.size - found.start;
    if (before < 0) continue;
    return { start: found.start + before, end: found.end, entries: found.entries, before };
  }
  return null;
}

type End = {
  readonly entries: number;
  readonly size: number;
  readonly start: number;
  readonly end: number;
};

/** The end record with 64-bit numbers, when there is one in front of the plain one. */
async function readEnd64(
  source: FileSource,
  tail: DataView,
  { at, from }: { at: number; from: number },
): Promise<End | null> {
  const locator = at - locatorLength;
  if (tail.getUint32(locator, true) !== end64LocatorSignature) return null;
  const said = number64(tail, locator + 8);
  // Where it is said to be, or right in front of its locator when something was put in front of the archive.
  for (const start of [said, from + locator - 56]) {
    if (start < 0 || start + 56 > source.sizeBytes) continue;
    const view = viewOf(await readWhole(source, start, start + 56));
    if (view.getUint32(0, true) !== end64Signature) continue;
    return {
      entries: number64(view, 32),
      size: number64(view, 40),
      start: number64(view, 48),
      end: start,
    };
  }
  return null;
}

function readEntries(bytes: Uint8Array, { before }: Directory, limit: number): ZipEntry[] | null {
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== centralSignature) break;
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const next = extraEnd + view.getUint16(at + 32, true);
    if (next > bytes.length) return null;
    entries.push(
      readCentral(view, at, {
        rawName: bytes.subarray(at + 46, nameEnd),
        extra: bytes.subarray(nameEnd, extraEnd),
        before,
      }),
    );
    // The number at the end wraps at 65,536 in files of programs that do not know the 64-bit parts.
    if (entries.length > limit) throw new SourceProblem('bomb', { limit: 'entries', largest: limit });
    at = next;
  }
  // What is behind the entries may be the directory's signature, which nobody writes; anything else is breakage.
  return at < bytes.length && view.getUint32(at, true) !== 0x05054b50 ? null : entries;
}

const folderType = 0x4000;
const linkType = 0xa000;

type CentralParts = { readonly rawName: Uint8Array; readonly extra: Uint8Array; readonly before: number };

function readCentral(view: DataView, at: number, { rawName, extra, before }: CentralParts): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const extras = readExtras(extra);
  const large = extras.get(0x0001);
  let used = 0;
  // The 64-bit field holds only the numbers that did not fit, in this order.
  const number = (place: number): number => {
    const small = view.getUint32(at + place, true);
    if (small !== 0xffffffff || large === undefined || used + 8 > large.length) return small;
    used += 8;
    return number64(viewOf(large), used - 8);
  };
  const sizeBytes = number(24);
  const packedBytes = number(20);
  const start = number(42) + before;
  const name = readEntryName({ rawName, isUtf8: (flags & 0x800) !== 0, extras });
  // Only systems of the Unix kind keep the type of a file there.
  const fileType = (view.getUint32(at + 38, true) >>> 16) & 0xf000;
  return {
    path: entryPath(name),
    rawName,
    method: view.getUint16(at + 10, true),
    isEncrypted: (flags & 1) !== 0,
    isFolder: /[/\\]$/.test(name) || (fileType === folderType && sizeBytes === 0),
    isLink: fileType === linkType,
    packedBytes,
    sizeBytes,
    crc: view.getUint32(at + 16, true),
    start,
  };
}

/** The extra fields of an entry by their number. */
export function readExtras(extra: Uint8Array): Map<number, Uint8Array> {
  const view = viewOf(extra);
  const found = new Map<number, Uint8Array>();
  for (let at = 0; at + 4 <= extra.length; ) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (end > extra.length) break;
    found.set(view.getUint16(at, true), extra.subarray(at + 4, end));
    at = end;
  }
  return found;
}

/**
 * Entries that share their bytes make a small file unpack without end (Fifield, "A better zip bomb", 2019): together
 * they are then larger than the file. One that reaches past its end is merely damaged.
 */
function refuseSharing(entries: readonly ZipEntry[], fileBytes: number): void {
  let sum = 0;
  for (const { start, packedBytes } of entries) if (start + packedBytes <= fileBytes) sum += packedBytes;
  if (sum > fileBytes) throw new SourceProblem('bomb', { limit: 'overlap' });
}

/** The whole of `bytes` as numbers. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Sizes beyond 2^53 are not real; they come out as a number larger than any file. */
export function number64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}
