import { type FileSource, readAhead, readWhole, SourceProblem } from '#core/import/file-source.ts';
import { refuse } from '#core/import/refusal.ts';
import type { ContainerReader } from './member.ts';
import { countPassedOver } from './passed-over.ts';
import { leadsOutside, numberRepeats, readStoredName } from './zip/entry-name.ts';

const blockBytes = 512;
/** The names of entries are given in entries of their own when they are long: no name needs more. */
const longestNote = 65_536;

/** Whether a file is a tar archive, by its first bytes. */
export function isTar(head: Uint8Array): boolean {
  return (
    head.length >= blockBytes && textIn(head, 257, 5) === 'ustar' && hasChecksum(head.subarray(0, blockBytes))
  );
}

/** Open a tar archive (POSIX ustar and pax, GNU long names): every file in it, in order. */
export const readTar: ContainerReader = async function* ({ source, budget, signal }) {
  const archive = readAhead(source);
  const passed = countPassedOver(source.path);
  const nameOnce = numberRepeats();
  let read = 0;
  for await (const { path, kind, start, sizeBytes } of entriesOf(archive)) {
    signal.throwIfAborted();
    budget.spend(0);
    read += 1;
    if (read > budget.limits.entries)
      throw new SourceProblem('bomb', { limit: 'entries', largest: budget.limits.entries });
    if (kind === 'folder' || passed.add(path)) continue;
    const way = `${source.path}/${nameOnce(path)}`;
    if (leadsOutside(path)) yield refuse(way, 'unsafe-name');
    else if (kind === 'link') yield refuse(way, 'unsafe-name', { link: 1 });
    else if (kind === 'other') yield refuse(way, 'unsupported', { format: 'packing', method: 'tar' });
    else yield { kind: 'file', source: partOf(archive, { path, way, start, sizeBytes }) };
    if (start + sizeBytes > archive.sizeBytes) throw new SourceProblem('damaged', { cut: 1 });
  }
  yield* passed.refusals();
};

type Entry = {
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  readonly start: number;
  readonly sizeBytes: number;
};

/** What entries say of the one that follows them. */
type Note = { path?: string; sizeBytes?: number };

async function* entriesOf(archive: FileSource): AsyncGenerator<Entry> {
  let note: Note = {};
  for (let at = 0; at < archive.sizeBytes; ) {
    if (at + blockBytes > archive.sizeBytes) throw new SourceProblem('damaged', { cut: 1 });
    const header = await readWhole(archive, at, at + blockBytes);
    if (header.every((byte) => byte === 0)) return;
    const type = textIn(header, 156, 1);
    const entry = readEntry(header, at + blockBytes, note);
    if (!hasChecksum(header)) throw new SourceProblem('damaged');
    at = entry.start + Math.ceil(entry.sizeBytes / blockBytes) * blockBytes;
    if (type === 'L' || type === 'x') note = { ...note, ...(await readNote(archive, type, entry)) };
    else if (!'gK'.includes(type) || type === '') {
      yield entry;
      note = {};
    }
  }
}

function readEntry(header: Uint8Array, start: number, note: Note): Entry {
  const path = note.path ?? nameIn(header);
  const sizeBytes = note.sizeBytes ?? readNumber(header, 124, 12);
  return {
    path: path.replace(/^(?:\.\/)+/, ''),
    kind: kindOf(textIn(header, 156, 1), path),
    start,
    sizeBytes,
  };
}

async function readNote(archive: FileSource, type: 'L' | 'x', { start, sizeBytes }: Entry): Promise<Note> {
  if (start + sizeBytes > archive.sizeBytes) throw new SourceProblem('damaged', { cut: 1 });
  const bytes = await readWhole(archive, start, start + Math.min(sizeBytes, longestNote));
  return type === 'L' ? { path: readStoredName(untilNul(bytes)) } : readPax(bytes);
}

function kindOf(type: string, path: string): Entry['kind'] {
  if (type === '5' || path.endsWith('/')) return 'folder';
  if (type === '1' || type === '2') return 'link';
  return type === '0' || type === '' || type === '7' ? 'file' : 'other';
}

/** `length key=value` lines (POSIX.1-2001). */
function readPax(bytes: Uint8Array): Note {
  const note: Note = {};
  for (let at = 0; at < bytes.length; ) {
    const length = Number(/^\d{1,6}(?= )/.exec(textIn(bytes, at, 7))?.[0] ?? 0);
    if (length === 0) break;
    const space = bytes.indexOf(0x20, at);
    const record = bytes.subarray(space + 1, at + length - 1);
    const equals = record.indexOf(0x3d);
    const key = textIn(record, 0, equals);
    if (key === 'path') note.path = readStoredName(record.subarray(equals + 1));
    if (key === 'size') note.sizeBytes = Number(textIn(record, equals + 1, 20)) || 0;
    at += length;
  }
  return note;
}

function nameIn(header: Uint8Array): string {
  const name = readStoredName(untilNul(header.subarray(0, 100)));
  const prefix =
    textIn(header, 257, 6) === 'ustar' ? readStoredName(untilNul(header.subarray(345, 500))) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

/** In octal digits, or in binary when the first bit is set. */
function readNumber(header: Uint8Array, at: number, length: number): number {
  if (((header[at] ?? 0) & 0x80) !== 0) {
    let value = 0;
    for (const byte of header.subarray(at + 1, at + length)) value = value * 256 + byte;
    return value;
  }
  return Number.parseInt(textIn(header, at, length).trim() || '0', 8) || 0;
}

function hasChecksum(header: Uint8Array): boolean {
  let sum = 0;
  for (const [at, byte] of header.entries()) sum += at >= 148 && at < 156 ? 0x20 : byte;
  return sum === readNumber(header, 148, 8);
}

/** Up to the first NUL, a character a byte. */
function textIn(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...untilNul(bytes.subarray(at, at + length)));
}

function untilNul(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end === -1 ? bytes : bytes.subarray(0, end);
}

type Part = Pick<Entry, 'path' | 'start' | 'sizeBytes'> & { readonly way: string };

function partOf(archive: FileSource, { path, way, start, sizeBytes }: Part): FileSource {
  const there = Math.min(sizeBytes, Math.max(0, archive.sizeBytes - start));
  return {
    name: path.slice(path.lastIndexOf('/') + 1),
    path: way,
    sizeBytes: there,
    ...(there < sizeBytes ? { isCut: true } : {}),
    read: (from, to) => archive.read(start + Math.min(from, there), start + Math.min(to, there)),
  };
}
