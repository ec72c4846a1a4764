import type { Activity } from '#core/activity.ts';
import type { BatchId, GroupId, NewId } from '#core/ids.ts';
import type { CopyIndex } from '#core/import/copies/copy-index.ts';
import { type Imported, largestBytes } from '#core/import/import-file.ts';
import { type Batch, type ImportCounts, planImport } from '#core/import/plan-import.ts';
import type { Refusal } from '#core/import/refusal.ts';
import type { Desktop, KeptFile, WriteProblem } from '#shared/ipc.ts';
import type { Session } from '#state/session.ts';
import type { Database } from '#storage/database.ts';
import { findKnown, loadCopyIndex, putSketches } from '#storage/sketches.ts';
import { putText } from '#storage/texts.ts';
import type { Importer } from './importer.ts';
import type { IncomingFile } from './incoming-files.ts';

export type ImportProgress = {
  /** Files that were read; those of the last part are not kept yet. */
  readonly done: number;
  readonly total: number;
  readonly bytesDone: number;
  readonly bytesTotal: number;
  /** The file in hand; `null` while a part is being kept. */
  readonly name: string | null;
};

/** What came of an import. */
export type ImportReport = {
  /** One for every file that was kept, was there already or was refused, in order. */
  readonly activity: readonly Activity[];
  readonly counts: ImportCounts;
  /** Names of the files that did not get their turn, or that could not be kept. */
  readonly left: readonly string[];
  readonly end:
    | { readonly kind: 'done' | 'cancelled' }
    | { readonly kind: 'failed'; readonly problem: WriteProblem };
};

type Options = {
  readonly importer: Importer;
  readonly newId: NewId;
  /** ISO 8601 UTC. */
  readonly now: () => string;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ImportProgress) => void;
};

/** What is kept with one edit: enough to be quick, little enough that a failure or a cancel loses little. */
const part = { files: 50, bytes: 8 * 1024 * 1024 };

type Read = {
  readonly file: IncomingFile;
  readonly bytes: Uint8Array | null;
  readonly outcome: Imported | Refusal;
};

/**
 * Import `files`: read one by one, kept part by part (first the bytes, then the edit that names them), all parts
 * undone together. Cancelling and failing keep whole articles only, those of the parts before.
 */
export async function runImport(
  session: Pick<Session, 'db' | 'commit'>,
  desktop: Pick<Desktop, 'keepFiles'>,
  files: readonly IncomingFile[],
  options: Options,
): Promise<ImportReport> {
  const { newId, now, signal, onProgress } = options;
  const batchId: BatchId = newId<'batch'>();
  const group: GroupId = newId<'group'>();
  const activity: Activity[] = [];
  const bytesTotal = files.reduce((sum, file) => sum + file.sizeBytes, 0);
  let pending: Read[] = [];
  let pendingBytes = 0;
  let bytesDone = 0;
  let kept = 0;
  const copies = await loadCopyIndex(session.db, signal);

  function report(done: number, name: string | null): void {
    onProgress({ done, total: files.length, bytesDone, bytesTotal, name });
  }

  function finish(end: ImportReport['end']): ImportReport {
    const left = files.slice(kept).map(({ name }) => name);
    return { activity, counts: countOutcomes(activity), left, end };
  }

  for (const [done, file] of files.entries()) {
    if (signal.aborted) break;
    report(done, file.name);
    const read = await readOne(file, options);
    if (read === null) break;
    pending.push(read);
    pendingBytes += read.bytes?.length ?? 0;
    bytesDone += file.sizeBytes;
    if (done + 1 < files.length && pending.length < part.files && pendingBytes < part.bytes) continue;
    report(done + 1, null);
    const answer = await keepPart(session, desktop, pending, {
      batch: { id: batchId, now: now(), newId },
      group,
      copies,
    });
    if (!answer.ok) return finish({ kind: 'failed', problem: answer.problem });
    activity.push(...answer.activity);
    kept += pending.length;
    pending = [];
    pendingBytes = 0;
  }
  return finish({ kind: signal.aborted ? 'cancelled' : 'done' });
}

/** `null` when the import was cancelled meanwhile. */
async function readOne(file: IncomingFile, { importer, signal }: Options): Promise<Read | null> {
  const refuse = (reason: Refusal['reason'], detail: Refusal['detail']): Read => ({
    file,
    bytes: null,
    outcome: { kind: 'refused', name: file.name, reason, detail },
  });
  const { name, sizeBytes, title } = file;
  if (sizeBytes > largestBytes) return refuse('too-large', { sizeBytes, largestBytes });
  const bytes = await file.read();
  if (bytes === null) return refuse('unreadable', { sizeBytes });
  try {
    return { file, bytes, outcome: await importer.importFile({ name, bytes, title }, signal) };
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}

type Kept =
  | { readonly ok: true; readonly activity: readonly Activity[] }
  | { readonly ok: false; readonly problem: WriteProblem };

async function keepPart(
  session: Pick<Session, 'db' | 'commit'>,
  desktop: Pick<Desktop, 'keepFiles'>,
  reads: readonly Read[],
  { batch, group, copies }: { batch: Batch; group: GroupId; copies: CopyIndex },
): Promise<Kept> {
  const arrivals = reads.map(({ outcome }) => outcome);
  const plan = async () =>
    planImport(arrivals, { known: await findKnown(session.db, arrivals, copies), copies }, batch);
  const fresh = await plan();
  const wanted = new Set(
    fresh.changes.flatMap(({ table, after }) =>
      table === 'articles' && after && 'originalSha256' in after ? [after.originalSha256] : [],
    ),
  );
  const news = reads.filter(
    ({ outcome }) => outcome.kind === 'imported' && wanted.has(outcome.article.originalSha256),
  );
  if (news.length > 0) {
    const answer = await desktop.keepFiles({ files: news.flatMap(filesOf) });
    if (!answer.ok) return answer;
    await cacheTexts(session.db, news);
  }
  let activity: readonly Activity[] = [];
  const outcome = await session.commit(
    { action: 'articles.import', detail: fresh.counts },
    async () => {
      // Read again: an edit that was waiting may have brought the same article.
      const planned = await plan();
      activity = planned.activity;
      return planned.changes;
    },
    { group },
  );
  if (!outcome.ok) return outcome;
  for (const [at, { articleId, outcome: came }] of activity.entries()) {
    const read = arrivals[at];
    if (articleId !== null && came !== 'duplicate' && read?.kind === 'imported')
      copies.add(articleId, read.sketch);
  }
  return { ok: true, activity };
}

function filesOf({ bytes, outcome }: Read): KeptFile[] {
  if (outcome.kind === 'refused' || bytes === null) return [];
  const { originalSha256, textSha256 } = outcome.article;
  return [
    { kind: 'original', sha256: originalSha256, bytes },
    { kind: 'text', sha256: textSha256, bytes: outcome.text },
  ];
}

/** Put the texts where search and reader look first. A failure does no harm: they are read from the disk then. */
async function cacheTexts(db: Database, reads: readonly Read[]): Promise<void> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const imported = reads.flatMap(({ outcome }) => (outcome.kind === 'imported' ? [outcome] : []));
  try {
    for (const { article, text } of imported) await putText(db, article.textSha256, decoder.decode(text));
    await putSketches(
      db,
      imported.map(({ article, sketch }) => ({ sha256: article.textSha256, sketch })),
    );
  } catch (error) {
    console.warn('texts were not cached', error);
  }
}

function countOutcomes(activity: readonly Activity[]): ImportCounts {
  const count = (...outcomes: Activity['outcome'][]) =>
    activity.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return {
    imported: count('imported', 'repaired'),
    duplicates: count('duplicate'),
    refused: count('refused'),
  };
}
