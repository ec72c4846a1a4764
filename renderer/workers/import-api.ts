import { type Imported, importFile, type SourceFile } from '#core/import/import-file.ts';
import type { PartInHand } from '#core/import/read-source.ts';
import type { Refusal } from '#core/import/refusal.ts';
import { createSha256 } from '#core/import/sha256.ts';
import type { ColumnAnswer, TableHead } from '#core/import/tables/column-mapping.ts';
import type { Tools } from '#core/import/tools.ts';
import { readCharacterMap } from './character-maps.ts';
import { type HandedFile, type HandedOutcome, type Passed, readHanded } from './read-handed.ts';
import { type Job, transferring } from './rpc.ts';

/** The browser hashes in a thread of its own: the way there and back takes longer than to hash so few bytes here. */
const shortBytes = 64 * 1024;

function hashShort(bytes: Uint8Array): string {
  const hash = createSha256();
  hash.add(bytes);
  return hash.finish();
}

const workerTools: Tools = {
  decode: (bytes, label) => new TextDecoder(label, { ignoreBOM: true }).decode(bytes),
  encode: (text) => new TextEncoder().encode(text),
  async sha256(bytes) {
    if (bytes.length <= shortBytes) return hashShort(bytes);
    const digest = await crypto.subtle.digest('SHA-256', bytes as BufferSource);
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  },
  characterMap: readCharacterMap,
};

/** How much one answer may hold: it ends with what passes one of these. */
export type PageLimit = { readonly articles: number; readonly bytes: number; readonly ms: number };

/** The next things read from the files of a reading, in order. */
export type ReadPage = {
  readonly outcomes: readonly HandedOutcome[];
  /** Files read to their end: all those before this number. */
  readonly filesDone: number;
  /** What was read of the file after them. */
  readonly bytesInHand: number;
  readonly isEnd: boolean;
};

/** Told while a page is read: the file or the part of it in hand from now on, or a table whose columns have to be told. */
export type ReadingNews =
  | { readonly kind: 'file'; readonly file: number }
  | { readonly kind: 'part'; readonly part: PartInHand }
  | { readonly kind: 'table'; readonly table: TableHead };

type Reading = {
  readonly steps: AsyncGenerator<Passed>;
  readonly controller: AbortController;
  filesDone: number;
  bytesInHand: number;
  /** Of the page that is being read. */
  tell: (news: ReadingNews) => void;
  answer: (columns: ColumnAnswer) => void;
};

/** What the import worker answers, with the tools of the place it runs in. */
export function createImportApi(tools: Tools) {
  const readings = new Map<number, Reading>();
  return {
    /** Read one file as an article; the canonical text's bytes are handed over, not copied. */
    async importFile(file: SourceFile): Promise<Imported | Refusal> {
      const outcome = await importFile(file, tools);
      return outcome.kind === 'refused' ? outcome : transferring(outcome, [outcome.text.buffer]);
    },

    /** Begin to read files under a number the caller chose. Nothing is read before it is asked for by `next`. */
    open({ reading, files }: { reading: number; files: readonly HandedFile[] }): void {
      const controller = new AbortController();
      const { signal } = controller;
      const columns = (table: TableHead) =>
        new Promise<ColumnAnswer>((resolve) => {
          open.answer = resolve;
          signal.addEventListener('abort', () => resolve(null), { once: true });
          open.tell({ kind: 'table', table });
        });
      const onPart = (part: PartInHand) => open.tell({ kind: 'part', part });
      const steps = readHanded(files, { tools, columns, signal, onPart });
      const pass = () => {};
      const open: Reading = { steps, controller, filesDone: 0, bytesInHand: 0, tell: pass, answer: pass };
      readings.set(reading, open);
    },

    /** Answer the table that was told of last. */
    answerColumns({ reading, answer }: { reading: number; answer: ColumnAnswer }): void {
      readings.get(reading)?.answer(answer);
    },

    /** The next things read, up to `most`; at least one unless it is the end. */
    async next(
      { reading, most }: { reading: number; most: PageLimit },
      job: Pick<Job<ReadingNews>, 'report'>,
    ): Promise<ReadPage> {
      const open = readings.get(reading);
      if (!open) throw new Error(`no reading ${reading}`);
      open.tell = (news) => job.report(news);
      const page = await readPage(open, most);
      if (page.isEnd) readings.delete(reading);
      const buffers = page.outcomes.flatMap(({ outcome }) =>
        outcome.kind === 'refused' ? [] : [outcome.text.buffer, outcome.original.buffer],
      );
      return transferring(page, [...new Set(buffers)]);
    },

    /** Stop a reading and forget it. */
    async close({ reading }: { reading: number }): Promise<void> {
      const open = readings.get(reading);
      readings.delete(reading);
      open?.controller.abort(new Error('the reading was closed'));
      await open?.steps.return(undefined);
    },
  };
}

export const importApi = createImportApi(workerTools);

async function readPage(reading: Reading, most: PageLimit): Promise<ReadPage> {
  const outcomes: HandedOutcome[] = [];
  const endsAt = performance.now() + most.ms;
  let bytes = 0;
  let isEnd = false;
  const isFull = () =>
    outcomes.length > 0 &&
    (outcomes.length >= most.articles || bytes >= most.bytes || performance.now() >= endsAt);
  for (let mayEnd = true; !(mayEnd && isFull()); ) {
    const step = await reading.steps.next();
    isEnd = step.done === true;
    if (step.done) break;
    const passed = step.value;
    // A file that is not of several parts is over with its one outcome, and should be told with it.
    mayEnd = passed.kind === 'done' || (passed.kind === 'read' && isPart(passed.outcome));
    if (passed.kind === 'begun') reading.tell({ kind: 'file', file: passed.file });
    else if (passed.kind === 'read') {
      outcomes.push({ file: passed.file, outcome: ownBytes(passed.outcome) });
      bytes += sizeOf(passed.outcome);
      reading.bytesInHand = passed.bytesRead;
    } else {
      reading.filesDone = passed.file + 1;
      reading.bytesInHand = 0;
    }
  }
  return { outcomes, filesDone: reading.filesDone, bytesInHand: reading.bytesInHand, isEnd };
}

function isPart(outcome: Imported | Refusal): boolean {
  return outcome.kind === 'imported' && outcome.article.container !== undefined;
}

function sizeOf(outcome: Imported | Refusal): number {
  return outcome.kind === 'refused' ? 0 : outcome.original.length + outcome.text.length;
}

/**
 * The outcome with bytes that can be handed over: those of a whole file are; a part of a larger file shares its
 * memory with other parts, and would take all of it along.
 */
function ownBytes(outcome: Imported | Refusal): Imported | Refusal {
  if (outcome.kind === 'refused') return outcome;
  const { original, text } = outcome;
  const isShared = isPart(outcome) || original.length !== original.buffer.byteLength;
  const own = isShared ? original.slice() : original;
  return { ...outcome, original: own, text: text.length === text.buffer.byteLength ? text : text.slice() };
}
