import type { DeviceId, WorkspaceId } from '#core/ids.ts';
import type { OpenFile } from '#main/files/file-system.ts';
import { type ReadAhead, readAhead } from '#main/files/read-ahead.ts';
import {
  deviceBytes,
  firstHash,
  HEAD_BYTES,
  RECORD_FORMAT,
  type RecordHead,
  recordLength,
  storedHash,
  verifiedHead,
} from './record.ts';

/** What keeps the rest of a journal file from being read. */
export type JournalFlaw =
  /** A crash left the last record (never acknowledged) half written: nothing that looks like a record follows. */
  | { readonly kind: 'torn'; readonly bytes: number }
  /** Acknowledged records are damaged, or follow damage. */
  | { readonly kind: 'broken'; readonly offset: number }
  /** An intact record of a format that this version does not know. */
  | { readonly kind: 'newer-format'; readonly found: number };

/** The readable part of one device's journal. */
export type ScannedJournal = {
  readonly device: DeviceId;
  /** Where each record begins; entry `n` of the device is at index `n - 1`. */
  readonly offsets: number[];
  /** The logical time of each record; they rise. */
  readonly times: bigint[];
  /** Where the readable part ends. */
  readonly end: number;
  /** The hash of the last readable record; what the next one is chained to. */
  readonly lastHash: Buffer;
  readonly flaw: JournalFlaw | null;
};

/** Read a device's journal from front to back and check every record against the one before. Writes nothing. */
export async function scanJournal(
  file: OpenFile,
  device: DeviceId,
  workspace: WorkspaceId,
): Promise<ScannedJournal> {
  const reader = await readAhead(file);
  const offsets: number[] = [];
  const times: bigint[] = [];
  let hash = firstHash(workspace);
  let offset = 0;
  // The end of the last request that is there whole.
  let whole = { count: 0, end: 0, hash };
  let flaw: JournalFlaw | null = null;
  while (offset < reader.size && flaw === null) {
    const record = await wholeRecord(reader, offset);
    const head = record && verifiedHead(record, hash);
    if (record && head && head.format > RECORD_FORMAT) {
      flaw = { kind: 'newer-format', found: head.format };
    } else if (record && head && follows(head, device, offsets.length, times.at(-1))) {
      offsets.push(offset);
      times.push(head.time);
      hash = Buffer.from(storedHash(record));
      offset += record.length;
      if (!head.continues) whole = { count: offsets.length, end: offset, hash };
    } else {
      flaw = await flawAt(reader, offset, device);
    }
  }
  offsets.length = whole.count;
  times.length = whole.count;
  if (offset > whole.end && flaw?.kind !== 'newer-format' && flaw?.kind !== 'broken') {
    flaw = { kind: 'torn', bytes: reader.size - whole.end };
  }
  return { device, offsets, times, end: whole.end, lastHash: whole.hash, flaw };
}

async function wholeRecord(reader: ReadAhead, offset: number): Promise<Buffer | null> {
  if (reader.size - offset < HEAD_BYTES) return null;
  const length = recordLength(reader.peek(offset, HEAD_BYTES) ?? (await reader.load(offset, HEAD_BYTES)));
  if (length === null || offset + length > reader.size) return null;
  return reader.peek(offset, length) ?? (await reader.load(offset, length));
}

function follows(head: RecordHead, device: DeviceId, count: number, last: bigint | undefined): boolean {
  return head.device === device && head.sequence === count + 1 && (last === undefined || head.time > last);
}

/*
 * The length of a damaged record can't be trusted: one flipped bit in the middle of a journal may claim that the
 * rest of the file is a single unfinished record. So the tail counts as torn only when nothing behind the bad
 * record's own head carries the device's id, as every later record would.
 */
async function flawAt(reader: ReadAhead, offset: number, device: DeviceId): Promise<JournalFlaw> {
  const mark = deviceBytes(device);
  const step = 512 * 1024;
  for (let position = offset + 22; position < reader.size; position += step) {
    const piece = await reader.load(position, step + mark.length);
    if (piece.includes(mark)) return { kind: 'broken', offset };
  }
  return { kind: 'torn', bytes: reader.size - offset };
}
