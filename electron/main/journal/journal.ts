import type { Edit, JournalEntry, JournalHead, Sequence } from '#core/history/edit.ts';
import type { DeviceId } from '#core/ids.ts';
import type { FileSystem, OpenFile } from '#main/files/file-system.ts';
import { parseEdit } from '#main/parse-edit.ts';
import type { AppendAnswer } from '#shared/ipc.ts';
import { createJournalWriter } from './journal-writer.ts';
import { mergeByTime, type Pick } from './merge-by-time.ts';
import { decodeHead, HEAD_BYTES, storedHash } from './record.ts';
import type { ScannedJournal } from './scan-journal.ts';

/** One device's file and what its scan found. */
export type JournalPart = { readonly file: OpenFile; readonly scanned: ScannedJournal };

/** The journals of a workspace: one is written to, all are read as one in order of time. */
export type Journal = {
  append(edits: readonly Edit[]): Promise<AppendAnswer>;
  /** Entries from the `cursor`-th on, up to about `maxBytes` (at least one); `next` is `null` at the end. */
  readPage(cursor: number, maxBytes: number): Promise<{ entries: JournalEntry[]; next: number | null }>;
  /** This device's entries by number; numbers that are not there are left out. */
  readOwn(sequences: readonly Sequence[]): Promise<JournalEntry[]>;
  /** The last entry of every device that has one. */
  heads(): JournalHead[];
  close(): Promise<void>;
};

type Place = {
  readonly files: FileSystem;
  readonly folder: string;
  readonly device: DeviceId;
  readonly now: () => number;
};

/** A journal over files that have been scanned; `clean` tells that no torn tail stands behind the own file's end. */
export function createJournal(
  place: Place,
  parts: readonly JournalPart[],
  { own, clean }: { readonly own: JournalPart; readonly clean: boolean },
): Journal {
  const ownIndex = parts.indexOf(own);
  const order = mergeByTime(parts.map(({ scanned }) => scanned.times));
  const writer = createJournalWriter({
    files: place.files,
    folder: place.folder,
    file: own.file,
    device: place.device,
    now: place.now,
    clean,
    end: {
      sequence: own.scanned.offsets.length,
      time: parts.reduce((latest, { scanned }) => max(latest, scanned.times.at(-1) ?? 0n), 0n),
      hash: own.scanned.lastHash,
      offset: own.scanned.end,
    },
    onWritten: (records) => {
      for (const { offset, time } of records) {
        // Later than every entry known, so the order of what was read before stays as it was.
        order.push({ part: ownIndex, index: own.scanned.offsets.length });
        own.scanned.offsets.push(offset);
        own.scanned.times.push(time);
      }
    },
  });

  const endOf = (part: JournalPart) => (part === own ? writer.end().offset : part.scanned.end);
  const rangeOf = ({ part: partIndex, index }: Pick) => {
    const part = parts[partIndex];
    const start = part?.scanned.offsets[index];
    if (part === undefined || start === undefined) throw new Error(`No journal entry ${partIndex}/${index}`);
    return { part, start, end: part.scanned.offsets[index + 1] ?? endOf(part) };
  };

  return {
    append: (edits) => writer.append(edits),
    readPage: async (cursor, maxBytes) => {
      const picks: Pick[] = [];
      let bytes = 0;
      for (const pick of order.slice(cursor, cursor + MAX_PAGE_ENTRIES)) {
        const { start, end } = rangeOf(pick);
        if (picks.length > 0 && bytes + end - start > maxBytes) break;
        bytes += end - start;
        picks.push(pick);
      }
      const next = cursor + picks.length;
      return { entries: await readRanges(picks.map(rangeOf)), next: next < order.length ? next : null };
    },
    readOwn: (sequences) =>
      readRanges(
        sequences
          .filter((sequence) => sequence >= 1 && sequence <= own.scanned.offsets.length)
          .map((sequence) => rangeOf({ part: ownIndex, index: sequence - 1 })),
      ),
    heads: () => {
      const { sequence, hash } = writer.end();
      return parts
        .map(({ scanned }, index) =>
          index === ownIndex
            ? { device: place.device, sequence, hash: hash.toString('hex') }
            : {
                device: scanned.device,
                sequence: scanned.offsets.length,
                hash: scanned.lastHash.toString('hex'),
              },
        )
        .filter((head) => head.sequence > 0);
    },
    close: async () => {
      await writer.close();
      await Promise.all(parts.map((part) => (part === own ? undefined : part.file.close())));
    },
  };
}

const MAX_PAGE_ENTRIES = 50_000;

type Range = { readonly part: JournalPart; readonly start: number; readonly end: number };

async function readRanges(ranges: readonly Range[]): Promise<JournalEntry[]> {
  const entries: JournalEntry[] = [];
  for (const run of runsOf(ranges)) {
    const first = run[0];
    const last = run.at(-1);
    if (first === undefined || last === undefined) continue;
    const bytes = Buffer.allocUnsafe(last.end - first.start);
    const count = await first.part.file.read(bytes, first.start);
    if (count < bytes.length)
      throw new Error(`The journal of ${first.part.scanned.device} is shorter than it was`);
    for (const { start, end } of run) {
      entries.push(entryOf(bytes.subarray(start - first.start, end - first.start)));
    }
  }
  return entries;
}

/** Ranges that touch, together: each run is read at once. */
function runsOf(ranges: readonly Range[]): Range[][] {
  const runs: Range[][] = [];
  for (const range of ranges) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last?.part === range.part && last.end === range.start) run.push(range);
    else runs.push([range]);
  }
  return runs;
}

function entryOf(record: Buffer): JournalEntry {
  const { device, sequence, time } = decodeHead(record);
  return {
    device,
    sequence,
    time: time.toString(),
    hash: storedHash(record).toString('hex'),
    edit: parseEdit(JSON.parse(record.toString('utf8', HEAD_BYTES))),
  };
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
