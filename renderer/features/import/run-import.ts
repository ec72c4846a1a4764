import type { Activity } from '#core/activity.ts';
import type { BatchId, NewId } from '#core/ids.ts';
import type { Batch } from '#core/import/batch.ts';
import type { ImportCounts } from '#core/import/plan-import.ts';
import type { Refusal } from '#core/import/refusal.ts';
import type { ColumnAnswer, TableHead } from '#core/import/tables/column-mapping.ts';
import type { Desktop, WriteProblem } from '#shared/ipc.ts';
import type { Session } from '#state/session.ts';
import { loadHeldFiles } from '#storage/held-files.ts';
import { loadCopyIndex } from '#storage/sketches.ts';
import type { PageLimit } from '#workers/import-api.ts';
import type { Importer, Page } from '#workers/importer.ts';
import type { HandedFile, HandedOutcome } from '#workers/read-handed.ts';
import { type IncomingFile, sizesOf } from './incoming-files.ts';
import { type Keeping, type Kept, keepPart } from './keep-part.ts';

export type ImportProgress = {
  /** Files that were read to their end; those of the last part are not kept yet. */
  readonly done: number;
  readonly total: number;
  readonly bytesDone: number;
  readonly bytesTotal: number;
  /** Articles that were kept. */
  readonly articles: number;
  /** The file in hand; `null` while a part is being kept. */
  readonly name: string | null;
};

/** What came of an import. */
export type ImportReport = {
  readonly batchId: BatchId;
  /** One for every article and file that was kept, was there already or was refused, in order. */
  readonly activity: readonly Activity[];
  readonly counts: ImportCounts;
  /** Paths of the files that did not get their turn to the end, or that could not be kept. */
  readonly left: readonly string[];
  readonly end:
    | { readonly kind: 'done' | 'cancelled' }
    | { readonly kind: 'failed'; readonly problem: WriteProblem };
};

type Options = {
  readonly importer: Pick<Importer, 'read'>;
  readonly batch: Batch;
  /** Told at the end of the report. */
  readonly passedOver?: readonly Refusal[];
  readonly newId: NewId;
  /** ISO 8601 UTC. */
  readonly now: () => string;
  readonly signal: AbortSignal;
  /** Answers `null` while the import may go on; otherwise when it may. */
  readonly paused?: () => Promise<void> | null;
  /** Asks the analyst what the columns of a table are; without it tables are not read. */
  readonly askColumns?: (table: TableHead) => Promise<ColumnAnswer>;
  readonly onProgress: (progress: ImportProgress) => void;
  readonly part?: PageLimit;
};

/**
 * What is kept with one edit: enough to be quick, little enough that a failure or a cancel loses little. The worker
 * answers often enough to show how far it is.
 */
const usualPart: PageLimit = { articles: 200, bytes: 16 * 1024 * 1024, ms: 250 };

/**
 * Import `files`: read in the worker, kept part by part, all parts undone together; while one part is being kept the
 * next one is read. Cancelling and failing keep whole articles only, those of the parts before.
 */
export async function runImport(
  session: Pick<Session, 'db' | 'commit'>,
  desktop: Pick<Desktop, 'keepFiles'>,
  files: readonly IncomingFile[],
  options: Options,
): Promise<ImportReport> {
  const { batch, newId, now, signal } = options;
  const held = await loadHeldFiles(session.db);
  try {
    const copies = await loadCopyIndex(session.db, signal);
    const keeping = { session, desktop, batch, group: newId<'group'>(), copies, held, newId, now };
    return await readAndKeep(keeping, files, options);
  } finally {
    held.close();
  }
}

async function readAndKeep(
  keeping: Keeping,
  files: readonly IncomingFile[],
  { importer, batch, signal, askColumns, onProgress, ...others }: Options,
): Promise<ImportReport> {
  const { paused = () => null, part = usualPart, passedOver = [] } = others;
  const sizes = await sizesOf(files, signal);
  const keeper = createKeeper(keeping, { signal, part });
  const progress = createProgress({ files, sizes }, keeper.articlesKept, onProgress);
  try {
    const how = { signal, most: part, onFile: progress.begin, askColumns };
    for await (const read of importer.read(files.map(handed), how)) {
      progress.pass(read);
      keeper.take(read);
      if (keeper.isFull()) await keeper.flush();
      const pause = paused();
      if (pause === null) continue;
      await keeper.flush();
      await pause;
    }
    signal.throwIfAborted();
    keeper.tell(passedOver);
    progress.write();
    await keeper.flush();
  } catch (error) {
    if (!signal.aborted && !(error instanceof NotKept)) throw error;
  }
  const end = await keeper.end();
  const left = files.slice(keeper.filesKept()).map(({ path }) => path);
  const { activity } = keeper;
  return { batchId: batch.id, activity, counts: countOutcomes(activity), left, end };
}

function handed({ file, path, title, closed }: IncomingFile): HandedFile {
  return { file, path, choices: { title }, closed };
}

/** That a part could not be kept. */
class NotKept extends Error {}

/** Collects what is read and keeps it in parts, one behind the other: reading goes on meanwhile, by one part. */
function createKeeper(keeping: Keeping, { signal, part }: { signal: AbortSignal; part: PageLimit }) {
  const activity: Activity[] = [];
  let pending: HandedOutcome[] = [];
  let bytes = 0;
  let filesRead = 0;
  let filesKept = 0;
  let articlesKept = 0;
  let problem: WriteProblem | null = null;
  let last: Promise<void> = Promise.resolve();

  async function keep(outcomes: readonly HandedOutcome[], files: number): Promise<void> {
    // Cancelled while the part before was being kept: this one was not begun.
    if (problem !== null || signal.aborted) return;
    const kept: Kept = await keepPart(
      keeping,
      outcomes.map(({ outcome }) => outcome),
    );
    if (!kept.ok) {
      problem = kept.problem;
      return;
    }
    activity.push(...kept.activity);
    articlesKept += countOutcomes(kept.activity).imported;
    filesKept = files;
  }

  return {
    activity,
    filesKept: () => filesKept,
    articlesKept: () => articlesKept,
    take({ outcomes, filesDone }: Page): void {
      pending.push(...outcomes);
      filesRead = filesDone;
      for (const { outcome } of outcomes)
        if (outcome.kind === 'imported') bytes += outcome.original.length + outcome.text.length;
    },
    /** Keep lines on what was not read. */
    tell(lines: readonly Refusal[]): void {
      pending.push(...lines.map((outcome) => ({ file: filesRead, outcome })));
    },
    isFull: () => pending.length >= part.articles || bytes >= part.bytes,
    /** Keep what was taken, once the part before is kept. */
    async flush(): Promise<void> {
      await last;
      if (problem !== null) throw new NotKept();
      if (pending.length > 0) last = keep(pending, filesRead);
      // Whoever waits for it next is told.
      last.catch(() => undefined);
      pending = [];
      bytes = 0;
    },
    /** Wait for the last part. */
    async end(): Promise<ImportReport['end']> {
      await last;
      if (problem !== null) return { kind: 'failed', problem };
      return { kind: signal.aborted ? 'cancelled' : 'done' };
    },
  };
}

function createProgress(
  { files, sizes }: { readonly files: readonly IncomingFile[]; readonly sizes: readonly number[] },
  articlesKept: () => number,
  tell: (progress: ImportProgress) => void,
) {
  const bytesTotal = sizes.reduce((sum, size) => sum + size, 0);
  let done = 0;
  let bytesBefore = 0;
  let bytesInHand = 0;
  let name = files[0]?.path ?? null;
  const report = () => {
    const bytesDone = bytesBefore + bytesInHand;
    tell({ done, total: files.length, bytesDone, bytesTotal, articles: articlesKept(), name });
  };
  report();
  return {
    begin(file: number): void {
      name = files[file]?.path ?? null;
    },
    pass(read: Page): void {
      for (; done < read.filesDone; done++) bytesBefore += sizes[done] ?? 0;
      bytesInHand = read.bytesInHand;
      report();
    },
    write(): void {
      name = null;
      report();
    },
  };
}

function countOutcomes(activity: readonly Activity[]): ImportCounts {
  const count = (...outcomes: Activity['outcome'][]) =>
    activity.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return {
    imported: count('imported', 'repaired', 'partly'),
    duplicates: count('duplicate'),
    refused: count('refused'),
  };
}
