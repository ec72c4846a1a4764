import { createStore } from 'zustand/vanilla';
import { type CodingProject, createLossList, type Loss } from '#core/exchange/coding-project.ts';
import { type ProjectPlan, planProjectImport } from '#core/exchange/plan-project-import.ts';
import type { ReadFormat } from '#core/exchange/project-formats.ts';
import type { Take } from '#core/exchange/take.ts';
import { newId } from '#core/ids.ts';
import type { WriteProblem } from '#shared/ipc.ts';
import { desktop } from '#state/desktop.ts';
import type { Session } from '#state/session.ts';
import { listRecords } from '#storage/records.ts';
import { putText } from '#storage/texts.ts';
import { startExchange } from './exchange-engine.ts';
import { type PreparedFile, type PreparedProject, prepareProject } from './prepare-project.ts';

/** Why a file can't be used; `detail` goes into the words. */
export type ProjectRefusal = {
  readonly code: string;
  readonly detail: Readonly<Record<string, string | number>>;
};

/** What the dialog shows before anything is written. */
export type ReadyProject = {
  readonly step: 'ready';
  readonly fileName: string;
  readonly session: Session;
  readonly format: ReadFormat;
  readonly project: CodingProject;
  readonly prepared: PreparedProject;
  readonly take: Take;
  readonly plan: ProjectPlan;
  /** Of reading and of matching; those of the plan are in it. */
  readonly losses: readonly Loss[];
};

/** How far the import of a project is. */
export type ProjectImportState =
  | { readonly step: 'idle' }
  | {
      readonly step: 'reading';
      readonly fileName: string;
      readonly done: number;
      readonly total: number;
    }
  | { readonly step: 'refused'; readonly fileName: string; readonly refusal: ProjectRefusal }
  | ReadyProject
  | { readonly step: 'writing'; readonly fileName: string }
  | { readonly step: 'failed'; readonly fileName: string; readonly problem: WriteProblem }
  | { readonly step: 'done'; readonly fileName: string; readonly ready: ReadyProject };

/** The import under way; the dialog shows it. */
export const projectImport = createStore<ProjectImportState>(() => ({ step: 'idle' }));

let controller = new AbortController();

/** Let the analyst pick a file of a coding program; the dialog then shows what it holds and what it would do. */
export async function importProject(session: Session): Promise<void> {
  const { step } = projectImport.getState();
  if (step === 'reading' || step === 'writing') return;
  const file = (await desktop().pickFiles({ kind: 'project' }))?.[0];
  if (file === undefined) return;
  const { name: fileName, bytes } = file;
  if (bytes === null) {
    show({ step: 'refused', fileName, refusal: { code: 'unreadable', detail: {} } });
    return;
  }
  await readFile(session, fileName, bytes);
}

async function readFile(session: Session, fileName: string, bytes: Uint8Array): Promise<void> {
  controller = new AbortController();
  const { signal } = controller;
  const engine = startExchange(signal);
  show({ step: 'reading', fileName, done: 0, total: 0 });
  try {
    const { format, answer } = await engine.read({ name: fileName, bytes });
    if (!answer.ok || format === null) {
      const { code, detail } = answer.ok ? { code: 'unknown-format', detail: {} } : answer;
      show({ step: 'refused', fileName, refusal: { code, detail } });
      return;
    }
    const losses = createLossList();
    const prepared = await prepareProject(session, answer.project, {
      engine,
      losses,
      batchId: newId<'batch'>(),
      now: new Date().toISOString(),
      signal,
      onProgress: (done, total) => show({ step: 'reading', fileName, done, total }),
    });
    const { project } = answer;
    const plan = await makePlan(session, project, prepared, 'file');
    const found = [...answer.losses, ...losses.list()];
    show({
      step: 'ready',
      fileName,
      session,
      format,
      project,
      prepared,
      take: 'file',
      plan,
      losses: found,
    });
  } catch (error) {
    if (signal.aborted) show({ step: 'idle' });
    else {
      const message = error instanceof Error ? error.message : String(error);
      show({ step: 'refused', fileName, refusal: { code: 'failed', detail: { message } } });
    }
  } finally {
    engine.close();
  }
}

/** Choose whose version stands; the plan is made anew. */
export async function chooseTake(take: Take): Promise<void> {
  const ready = projectImport.getState();
  if (ready.step !== 'ready') return;
  const plan = await makePlan(ready.session, ready.project, ready.prepared, take);
  if (projectImport.getState() === ready) show({ ...ready, take, plan });
}

/** Bring in what `ready` shows: the files first, then one edit. */
export async function confirmProjectImport(): Promise<void> {
  const ready = projectImport.getState();
  if (ready.step !== 'ready') return;
  const { fileName, session, project, prepared, take } = ready;
  show({ step: 'writing', fileName });
  let { plan } = ready;
  const problem = await keepAll(session, [...prepared.files, ...foreignTexts(project, plan)]);
  if (problem !== null) {
    show({ step: 'failed', fileName, problem });
    return;
  }
  const outcome = await session.commit(
    { action: 'project.import', detail: { name: project.name || fileName, count: plan.changes.length } },
    async () => {
      // As the workspace is by now: something may have been edited while the summary was read.
      plan = await makePlan(session, project, prepared, take);
      return plan.changes;
    },
  );
  if (outcome.ok) show({ step: 'done', fileName, ready: { ...ready, plan } });
  else show({ step: 'failed', fileName, problem: outcome.problem });
}

/** Leave the import, or stop reading; what is being written is let finish. */
export function closeProjectImport(): void {
  const { step } = projectImport.getState();
  if (step === 'reading') controller.abort(new Error('the import was cancelled'));
  else if (step !== 'writing') show({ step: 'idle' });
}

async function makePlan(
  session: Session,
  project: CodingProject,
  { homes }: PreparedProject,
  take: Take,
): Promise<ProjectPlan> {
  const ours = await listRecords(session.db);
  return planProjectImport({ project, ours, homes, take, now: new Date().toISOString(), newId });
}

/** Texts that passages waiting for review were made on. */
function foreignTexts(project: CodingProject, { keptTexts }: ProjectPlan): PreparedFile[] {
  return project.articles.flatMap(({ id, text, textSha256 }) =>
    keptTexts.has(id) && text !== null && textSha256 !== null
      ? [{ kind: 'text' as const, sha256: textSha256, bytes: new TextEncoder().encode(text) }]
      : [],
  );
}

/** Files sent to be kept at once. */
const batchFiles = 50;

async function keepAll(session: Session, files: readonly PreparedFile[]): Promise<WriteProblem | null> {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  for (let from = 0; from < files.length; from += batchFiles) {
    const batch = files.slice(from, from + batchFiles);
    const answer = await desktop().keepFiles({ files: batch });
    if (!answer.ok) return answer.problem;
    for (const { kind, sha256, bytes } of batch)
      if (kind === 'text') await putText(session.db, sha256, utf8.decode(bytes));
  }
  return null;
}

function show(state: ProjectImportState): void {
  projectImport.setState(state, true);
}
