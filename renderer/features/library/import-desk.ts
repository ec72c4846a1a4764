import { createStore } from 'zustand/vanilla';
import { newId } from '#core/ids.ts';
import { desktop } from '#state/desktop.ts';
import type { Session } from '#state/session.ts';
import type { importApi } from '#workers/import-api.ts';
import address from '#workers/import-worker.ts?worker&url';
import { startWorker } from '#workers/start-worker.ts';
import { createImporter } from './importer.ts';
import type { IncomingFile } from './incoming-files.ts';
import { type ImportProgress, type ImportReport, runImport } from './run-import.ts';

/** What the import panel shows. */
export type ImportDesk = {
  readonly running: (ImportProgress & { readonly startedAt: number }) | null;
  /** Of the last import; `null` before the first and once it was closed. */
  readonly report: ImportReport | null;
  readonly reportIsOpen: boolean;
  /** What the paste dialog begins with; `null` while it is closed. */
  readonly paste: { readonly text: string } | null;
};

export const importDesk = createStore<ImportDesk>(() => ({
  running: null,
  report: null,
  reportIsOpen: false,
  paste: null,
}));

let tail: Promise<unknown> = Promise.resolve();
let controller = new AbortController();

/** Import `files` after what is being imported already. Never rejects: what went wrong is in the report. */
export function startImport(session: Session, files: readonly IncomingFile[]): Promise<void> {
  if (files.length === 0) return Promise.resolve();
  const run = tail.then(() => importNow(session, files));
  tail = run;
  return run;
}

/** Stop the import that runs. What was kept stays. */
export function cancelImport(): void {
  controller.abort(new Error('the import was cancelled'));
}

/** Put the last report away. */
export function closeReport(): void {
  importDesk.setState({ report: null, reportIsOpen: false });
}

async function importNow(session: Session, files: readonly IncomingFile[]): Promise<void> {
  controller = new AbortController();
  const startedAt = performance.now();
  const importer = createImporter(() => startWorker<typeof importApi>(address));
  importDesk.setState({ report: null, reportIsOpen: false });
  const report = await runImport(session, desktop(), files, {
    importer,
    newId,
    now: () => new Date().toISOString(),
    signal: controller.signal,
    onProgress: (progress) => importDesk.setState({ running: { ...progress, startedAt } }),
  }).catch((error: unknown) => brokenReport(files, error));
  importer.close();
  importDesk.setState({ running: null, report, reportIsOpen: needsALook(report) });
}

/** Whether some file was not imported whole. */
export function needsALook({ counts, activity, left, end }: ImportReport): boolean {
  const repaired = activity.some(({ outcome }) => outcome === 'repaired');
  return end.kind !== 'done' || left.length > 0 || counts.refused + counts.duplicates > 0 || repaired;
}

function brokenReport(files: readonly IncomingFile[], error: unknown): ImportReport {
  const message = error instanceof Error ? error.message : String(error);
  return {
    activity: [],
    counts: { imported: 0, duplicates: 0, refused: 0 },
    left: files.map(({ name }) => name),
    end: { kind: 'failed', problem: { kind: 'failed', message } },
  };
}
