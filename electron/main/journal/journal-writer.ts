import type { Edit, JournalEntry } from '#core/history/edit.ts';
import type { DeviceId } from '#core/ids.ts';
import type { FileSystem, OpenFile } from '#main/files/file-system.ts';
import { EDIT_RESERVE_BYTES, lackOfSpace, writeProblem } from '#main/files/write-problem.ts';
import { writeFully } from '#main/files/write-whole.ts';
import type { AppendAnswer, WriteProblem } from '#shared/ipc.ts';
import { nextTime } from './logical-clock.ts';
import { encodeRecord, MAX_BODY_BYTES, RECORD_FORMAT, storedHash } from './record.ts';

/** What the writer starts from and, after each group, goes on from. */
export type JournalEnd = {
  readonly sequence: number;
  /** The latest logical time known in the workspace, of any device. */
  readonly time: bigint;
  readonly hash: Buffer;
  /** Where the last acknowledged record ends. */
  readonly offset: number;
};

export type WrittenRecord = { readonly offset: number; readonly time: bigint };

type Writing = {
  readonly files: FileSystem;
  readonly folder: string;
  readonly file: OpenFile;
  readonly device: DeviceId;
  readonly end: JournalEnd;
  readonly now: () => number;
  /** Whether nothing stands behind `end` in the file; otherwise it is cut off before the first write. */
  readonly clean: boolean;
  /** Told of records once they are on the disk, before they are acknowledged. */
  readonly onWritten: (records: readonly WrittenRecord[]) => void;
};

export type JournalWriter = {
  append(edits: readonly Edit[]): Promise<AppendAnswer>;
  /** Answers once everything queued has been written and the file is closed. */
  close(): Promise<void>;
  end(): JournalEnd;
};

type Waiting = { readonly bodies: readonly Buffer[]; readonly answer: (answer: AppendAnswer) => void };

/** Requests beyond this many bytes wait for the next group. */
const GROUP_BYTES = 8 * 1024 * 1024;

/**
 * Appends to a device's own journal. Whatever is queued goes out in one write and one flush, then all of it is
 * acknowledged: edits made quickly share the cost of the disk. A group that fails is cut off again and refused.
 */
export function createJournalWriter(writing: Writing): JournalWriter {
  const { files, folder, file, device, now, onWritten } = writing;
  const queue: Waiting[] = [];
  let { end, clean } = writing;
  let running: Promise<void> | null = null;
  let closed = false;

  async function drain(): Promise<void> {
    // One turn later, so that requests of the same moment share a flush.
    await Promise.resolve();
    while (queue.length > 0) await writeGroup(takeGroup(queue));
    running = null;
  }

  async function writeGroup(group: readonly Waiting[]): Promise<void> {
    const problem = await tryGroup(group).catch((error: unknown) => writeProblem(error));
    if (problem !== null) for (const { answer } of group) answer({ ok: false, problem });
  }

  async function tryGroup(group: readonly Waiting[]): Promise<WriteProblem | null> {
    const planned = planGroup(group, device, end, now());
    const lack = await lackOfSpace(files, folder, planned.bytes.length, EDIT_RESERVE_BYTES);
    if (lack !== null) return lack;
    // A failed group whose remains could not be cut off must go before anything is written behind it.
    if (!clean) await cutBack();
    try {
      clean = false;
      await writeFully(file, planned.bytes, end.offset);
      await file.sync();
      clean = true;
    } catch (error) {
      await cutBack().catch(() => undefined);
      throw error;
    }
    end = planned.end;
    onWritten(planned.records);
    group.forEach(({ answer }, index) => {
      answer({ ok: true, entries: planned.entries[index] ?? [] });
    });
    return null;
  }

  async function cutBack(): Promise<void> {
    await file.truncate(end.offset);
    await file.sync();
    clean = true;
  }

  return {
    append: (edits) => {
      if (closed)
        return Promise.resolve({
          ok: false,
          problem: { kind: 'no-workspace', message: 'The journal is closed' },
        });
      const bodies = edits.map((edit) => Buffer.from(JSON.stringify(edit), 'utf8'));
      if (bodies.some((body) => body.length > MAX_BODY_BYTES)) {
        return Promise.resolve({ ok: false, problem: { kind: 'failed', message: 'An edit is too large' } });
      }
      return new Promise((answer) => {
        queue.push({ bodies, answer });
        running ??= drain();
      });
    },
    close: async () => {
      closed = true;
      await running;
      await file.close();
    },
    end: () => end,
  };
}

function takeGroup(queue: Waiting[]): Waiting[] {
  let bytes = 0;
  let count = 0;
  for (const { bodies } of queue) {
    if (count > 0 && bytes > GROUP_BYTES) break;
    bytes += bodies.reduce((sum, body) => sum + body.length, 0);
    count += 1;
  }
  return queue.splice(0, count);
}

type PlannedGroup = {
  readonly bytes: Buffer;
  readonly end: JournalEnd;
  readonly records: readonly WrittenRecord[];
  /** For each request its entries. */
  readonly entries: readonly (readonly Omit<JournalEntry, 'edit'>[])[];
};

function planGroup(
  group: readonly Waiting[],
  device: DeviceId,
  start: JournalEnd,
  nowMs: number,
): PlannedGroup {
  const pieces: Buffer[] = [];
  const records: WrittenRecord[] = [];
  let { sequence, time, hash, offset } = start;
  const entries = group.map(({ bodies }) =>
    bodies.map((body, index) => {
      const continues = index < bodies.length - 1;
      sequence += 1;
      time = nextTime(time, nowMs);
      const record = encodeRecord({ format: RECORD_FORMAT, continues, device, sequence, time }, hash, body);
      hash = Buffer.from(storedHash(record));
      pieces.push(record);
      records.push({ offset, time });
      offset += record.length;
      return { device, sequence, time: time.toString(), hash: hash.toString('hex') };
    }),
  );
  return { bytes: Buffer.concat(pieces), end: { sequence, time, hash, offset }, records, entries };
}
