import { Inflate, strFromU8 } from 'fflate';

/** How much a zip file may hold before it is refused. */
export type ZipLimits = {
  readonly entries: number;
  readonly inflatedBytes: number;
  /** Inflated to packed size, for entries of more than a mebibyte. */
  readonly ratio: number;
  /**
   * Let through what other programs write into a file that is only read and never unpacked: folders as entries of
   * their own, and backslashes in names, which become slashes.
   */
  readonly isForeign?: true;
};

/** Why a zip file is not opened. */
export type ZipProblem = {
  readonly code:
    | 'not-a-zip'
    | 'damaged-zip'
    | 'encrypted'
    | 'too-many-entries'
    | 'too-large'
    | 'suspicious-ratio'
    | 'unsafe-name'
    | 'duplicate-name'
    | 'not-a-file';
  readonly detail: Readonly<Record<string, string | number>>;
};

/** An entry whose place in the file and sizes have been found sound. Nothing is inflated before `inflateEntry`. */
export type ZipEntry = {
  readonly name: string;
  readonly method: 0 | 8;
  readonly packed: Uint8Array;
  /** As declared; held against what comes out. */
  readonly sizeBytes: number;
};

export type ZipListing =
  | { readonly ok: true; readonly entries: readonly ZipEntry[] }
  | { readonly ok: false; readonly problem: ZipProblem };

const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
/** Unix file types in the high half of the external attributes: only none and "regular" are files. */
const fileTypes = [0, 0x8000];
const folderType = 0x4000;

/**
 * List the entries of a zip file (PKWARE APPNOTE 6.3, without its 64-bit and encryption parts). General zip readers
 * hide what tells an attack from a file (kinds of entries, overlaps, names that differ between the two headers), so
 * the directory is read here. Declared sizes are held against the limits before anything is inflated.
 */
export function listZip(bytes: Uint8Array, limits: ZipLimits): ZipListing {
  try {
    return { ok: true, entries: readDirectory(bytes, limits) };
  } catch (error) {
    if (error instanceof ZipRefusal) return { ok: false, problem: error.problem };
    // Reading past the end of the file.
    if (error instanceof RangeError) return { ok: false, problem: { code: 'damaged-zip', detail: {} } };
    throw error;
  }
}

/** Inflate an entry; `null` when it is damaged or holds more or less than it declares. Stops at the declared size. */
export function inflateEntry(entry: ZipEntry): Uint8Array | null {
  if (entry.method === 0) return entry.packed.length === entry.sizeBytes ? entry.packed : null;
  const inflated = new Uint8Array(entry.sizeBytes);
  let length = 0;
  const inflate = new Inflate((chunk) => {
    if (length + chunk.length > inflated.length) throw new RangeError('more than declared');
    inflated.set(chunk, length);
    length += chunk.length;
  });
  try {
    // In slices, so that a bomb is noticed long before it has gone off.
    for (let at = 0; at < entry.packed.length; at += sliceBytes)
      inflate.push(entry.packed.subarray(at, at + sliceBytes), at + sliceBytes >= entry.packed.length);
  } catch {
    return null;
  }
  return length === inflated.length ? inflated : null;
}

const sliceBytes = 16_384;

/** Carries a problem out of the reading functions; never leaves this module. */
class ZipRefusal extends Error {
  readonly problem: ZipProblem;

  constructor(code: ZipProblem['code'], detail: ZipProblem['detail'] = {}) {
    super(code);
    this.problem = { code, detail };
  }
}

type Central = { readonly entry: ZipEntry; readonly start: number; readonly end: number };

function readDirectory(bytes: Uint8Array, limits: ZipLimits): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const total = view.getUint16(end + 10, true);
  const directorySize = view.getUint32(end + 12, true);
  const directoryStart = view.getUint32(end + 16, true);
  if (total === 0xffff || directoryStart === 0xffffffff || total > limits.entries)
    throw new ZipRefusal('too-many-entries', { limit: limits.entries });
  if (directoryStart + directorySize !== end || view.getUint16(end + 8, true) !== total)
    throw new ZipRefusal('damaged-zip');
  const found: Central[] = [];
  let at = directoryStart;
  for (let index = 0; index < total; index++) {
    if (view.getUint32(at, true) !== centralSignature) throw new ZipRefusal('damaged-zip');
    found.push(readCentral(bytes, view, { at, directoryStart, limits }));
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (at !== end) throw new ZipRefusal('damaged-zip');
  checkSizes(found, limits);
  checkNames(found);
  checkOverlaps(found);
  return found.map(({ entry }) => entry);
}

/** The end record: its comment has to reach exactly to the end of the file, so that there can't be two. */
function findEnd(view: DataView): number {
  const last = view.byteLength - endLength;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--)
    if (
      view.getUint32(at, true) === endSignature &&
      at + endLength + view.getUint16(at + 20, true) === view.byteLength
    )
      return at;
  throw new ZipRefusal('not-a-zip');
}

type Where = { readonly at: number; readonly directoryStart: number; readonly limits: ZipLimits };

function readCentral(bytes: Uint8Array, view: DataView, { at, directoryStart, limits }: Where): Central {
  const stored = readName(bytes, at + 46, view.getUint16(at + 28, true));
  const name = limits.isForeign ? stored.replaceAll('\\', '/') : stored;
  const method = view.getUint16(at + 10, true);
  if ((view.getUint16(at + 8, true) & 1) !== 0) throw new ZipRefusal('encrypted', { name });
  if (method !== 0 && method !== 8) throw new ZipRefusal('damaged-zip', { name });
  const fileType = (view.getUint32(at + 38, true) >>> 16) & 0xf000;
  const isFolder = limits.isForeign === true && fileType === folderType && name.endsWith('/');
  if (!isFolder && !fileTypes.includes(fileType)) throw new ZipRefusal('not-a-file', { name });
  const start = view.getUint32(at + 42, true);
  const packedSize = view.getUint32(at + 20, true);
  const sizeBytes = view.getUint32(at + 24, true);
  if (packedSize === 0xffffffff || sizeBytes === 0xffffffff) throw new ZipRefusal('too-large', { name });
  if (view.getUint32(start, true) !== localSignature) throw new ZipRefusal('damaged-zip', { name });
  const nameLength = view.getUint16(start + 26, true);
  if (readName(bytes, start + 30, nameLength) !== stored) throw new ZipRefusal('damaged-zip', { name });
  const dataStart = start + 30 + nameLength + view.getUint16(start + 28, true);
  const end = dataStart + packedSize;
  if (end > directoryStart) throw new ZipRefusal('damaged-zip', { name });
  return { entry: { name, method, packed: bytes.subarray(dataStart, end), sizeBytes }, start, end };
}

/** Byte by byte: our own names are ASCII, and any other must only be told apart and shown. */
function readName(bytes: Uint8Array, start: number, length: number): string {
  return strFromU8(bytes.subarray(start, start + length), true);
}

function checkSizes(found: readonly Central[], limits: ZipLimits): void {
  const inflated = found.reduce((sum, { entry }) => sum + entry.sizeBytes, 0);
  if (inflated > limits.inflatedBytes)
    throw new ZipRefusal('too-large', { bytes: inflated, limit: limits.inflatedBytes });
  for (const { entry } of found)
    if (entry.sizeBytes > 1_048_576 && entry.sizeBytes > entry.packed.length * limits.ratio)
      throw new ZipRefusal('suspicious-ratio', { name: entry.name, limit: limits.ratio });
}

function checkNames(found: readonly Central[]): void {
  const seen = new Set<string>();
  for (const { entry } of found) {
    const { name } = entry;
    if (!isSafeName(name)) throw new ZipRefusal('unsafe-name', { name });
    // Compared as file systems do that know no case.
    if (seen.has(name.toLowerCase())) throw new ZipRefusal('duplicate-name', { name });
    seen.add(name.toLowerCase());
  }
}

/** Whether a name stays where it is put on any system. */
function isSafeName(name: string): boolean {
  if (name === '' || name.startsWith('/') || /^[a-z]:/i.test(name) || name.includes('\\')) return false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  if (/[\u0000-\u001f\u007f]/.test(name)) return false;
  return name.split('/').every((part) => part !== '..' && part !== '.');
}

/** Entries that share bytes make a small file inflate without end. */
function checkOverlaps(found: readonly Central[]): void {
  const sorted = [...found].sort((a, b) => a.start - b.start);
  for (const [index, { start, entry }] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before !== undefined && start < before.end) throw new ZipRefusal('damaged-zip', { name: entry.name });
  }
}
