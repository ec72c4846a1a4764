import { t as say } from '@lingui/core/macro';
import { createStore } from 'zustand/vanilla';
import { type BatchId, newId } from '#core/ids.ts';
import type { Batch, BatchAnswers } from '#core/import/batch.ts';
import type { Refusal } from '#core/import/refusal.ts';
import type { ColumnAnswer } from '#core/import/tables/column-mapping.ts';
import { noAnswers } from '#core/library/edit-batches.ts';
import { desktop } from '#state/desktop.ts';
import { importing } from '#state/importing.ts';
import { notify } from '#state/notices.ts';
import type { Session } from '#state/session.ts';
import { findAnalyst } from '#storage/analysts.ts';
import type { importApi } from '#workers/import-api.ts';
import address from '#workers/import-worker.ts?worker&url';
import { createImporter } from '#workers/importer.ts';
import { startWorker } from '#workers/start-worker.ts';
import { showBatches } from './batch-desk.ts';
import { askColumns } from './column-desk.ts';
import type { IncomingFile } from './incoming-files.ts';
import { type ImportProgress, type ImportReport, runImport } from './run-import.ts';

/** An import on its way. */
export type RunningImport = ImportProgress & {
  readonly batchId: BatchId;
  /** By `performance.now()`; put off by every pause, so that what has passed since is time at work. */
  readonly startedAt: number;
  readonly isPaused: boolean;
};

/** An import that begins when those before it are done. */
export type WaitingImport = { readonly batchId: BatchId; readonly files: number };

/** How files came in, and what the analyst answered about the batch: nothing when nobody was asked. */
export type ImportHow = {
  readonly way: Batch['way'];
  readonly answers?: BatchAnswers;
  /** What lay beside the files and is not imported: told at the end of the report. */
  readonly passedOver?: readonly Refusal[];
};

/** What the import panel shows. */
export type ImportDesk = {
  readonly running: RunningImport | null;
  /** In the order of their turns. */
  readonly waiting: readonly WaitingImport[];
  /** Of the last import; `null` before the first and once it was closed. */
  readonly report: ImportReport | null;
  readonly reportIsOpen: boolean;
  /** What the paste dialog begins with; `null` while it is closed. */
  readonly paste: { readonly text: string } | null;
};

export const importDesk = createStore<ImportDesk>(() => ({
  running: null,
  waiting: [],
  report: null,
  reportIsOpen: false,
  paste: null,
}));

importDesk.subscribe(({ running }) => importing.setState({ isAtWork: running?.isPaused === false }));

let tail: Promise<unknown> = Promise.resolve();
let controller = new AbortController();
let pause: { readonly since: number; readonly over: Promise<void>; end(): void } | null = null;

/** Import `files` after what is being imported already. Never rejects: what went wrong is in the report. */
export function startImport(session: Session, files: readonly IncomingFile[], how: ImportHow): Promise<void> {
  if (files.length === 0) return Promise.resolve();
  const batchId = newId<'batch'>();
  importDesk.setState(({ waiting }) => ({ waiting: [...waiting, { batchId, files: files.length }] }));
  const run = tail.then(() => {
    if (isWaiting(batchId)) return importNow(session, files, { ...how, batchId });
  });
  tail = run;
  return run;
}

/** Give up an import that waits for its turn. */
export function giveUpWaiting(batchId: BatchId): void {
  importDesk.setState(({ waiting }) => ({ waiting: waiting.filter((one) => one.batchId !== batchId) }));
}

function isWaiting(batchId: BatchId): boolean {
  return importDesk.getState().waiting.some((one) => one.batchId === batchId);
}

/** Let the import that runs rest, once what it has read is kept. */
export function pauseImport(): void {
  if (pause !== null || importDesk.getState().running === null) return;
  let end = () => {};
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  pause = { since: performance.now(), over, end };
  show(() => ({ isPaused: true }));
}

/** Go on with the import that rests. */
export function resumeImport(): void {
  if (pause === null) return;
  const rested = performance.now() - pause.since;
  pause.end();
  pause = null;
  show(({ startedAt }) => ({ isPaused: false, startedAt: startedAt + rested }));
}

/** Stop the import that runs, also one that rests. What was kept stays. */
export function cancelImport(): void {
  controller.abort(new Error('the import was cancelled'));
  resumeImport();
}

/** Put the last report away. */
export function closeReport(): void {
  importDesk.setState({ report: null, reportIsOpen: false });
}

async function importNow(
  session: Session,
  files: readonly IncomingFile[],
  { batchId, passedOver = [], ...how }: ImportHow & { readonly batchId: BatchId },
): Promise<void> {
  giveUpWaiting(batchId);
  controller = new AbortController();
  const { signal } = controller;
  const importer = createImporter(() => startWorker<typeof importApi>(address));
  const start = { batchId, startedAt: performance.now(), isPaused: false };
  const onProgress = (progress: ImportProgress) => {
    const { running } = importDesk.getState();
    importDesk.setState({ running: { ...start, ...running, ...progress } });
  };
  const answered = new Map<string, ColumnAnswer>();
  importDesk.setState({ report: null, reportIsOpen: false });
  const report = await newBatch(session, batchId, how)
    .then((batch) =>
      runImport(session, desktop(), files, {
        importer,
        batch,
        passedOver,
        newId,
        now,
        signal,
        paused: () => pause?.over ?? null,
        onProgress,
        askColumns: (table) => askColumns(table, { answered, signal }),
      }),
    )
    .catch((error: unknown) => brokenReport(batchId, files, error));
  importer.close();
  resumeImport();
  const isLast = importDesk.getState().waiting.length === 0;
  importDesk.setState({ running: null, report, reportIsOpen: isLast && needsALook(report) });
  if (!isLast && needsALook(report)) tellOf(batchId);
}

/** The next import takes the place of the report. */
function tellOf(batchId: BatchId): void {
  const action = { label: say`Show the report`, run: () => showBatches(batchId) };
  notify({ kind: 'warn', text: say`Not every file of an import came in whole.`, action });
}

function now(): string {
  return new Date().toISOString();
}

function show(change: (running: RunningImport) => Partial<RunningImport>): void {
  const { running } = importDesk.getState();
  if (running !== null) importDesk.setState({ running: { ...running, ...change(running) } });
}

async function newBatch(
  session: Session,
  id: BatchId,
  { way, answers = noAnswers }: ImportHow,
): Promise<Batch> {
  const [analyst, about] = await Promise.all([
    findAnalyst(session.db, session.analystId),
    desktop().readAbout(),
  ]);
  return {
    id,
    at: now(),
    // Not with a minus sign: at UTC that makes -0, which no JSON holds.
    utcOffsetMinutes: 0 - new Date().getTimezoneOffset(),
    program: about.version,
    way,
    ...(analyst === null ? {} : { analystId: analyst.id }),
    ...answers,
  };
}

/** Whether some file was not imported whole. */
export function needsALook({ counts, activity, left, end }: ImportReport): boolean {
  const odd = activity.some(({ outcome }) => outcome === 'repaired' || outcome === 'partly');
  return end.kind !== 'done' || left.length > 0 || counts.refused + counts.duplicates > 0 || odd;
}

function brokenReport(batchId: BatchId, files: readonly IncomingFile[], error: unknown): ImportReport {
  const message = error instanceof Error ? error.message : String(error);
  return {
    batchId,
    activity: [],
    counts: { imported: 0, duplicates: 0, refused: 0 },
    left: files.map(({ path }) => path),
    end: { kind: 'failed', problem: { kind: 'failed', message } },
  };
}
