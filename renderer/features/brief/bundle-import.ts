import { createStore } from 'zustand/vanilla';
import type { Bundle, BundleFile } from '#core/exchange/bundle.ts';
import { type BundlePlan, planBundleImport } from '#core/exchange/plan-bundle-import.ts';
import { type BundleProblem, readBundle } from '#core/exchange/read-bundle.ts';
import { newId } from '#core/ids.ts';
import type { WriteProblem } from '#shared/ipc.ts';
import { desktop } from '#state/desktop.ts';
import type { Session } from '#state/session.ts';
import { listRecords } from '#storage/records.ts';
import { putText } from '#storage/texts.ts';
import { sha256 } from './sha256.ts';

/** How far the import of a bundle is. */
export type BundleImport =
  | { readonly step: 'idle' }
  | { readonly step: 'reading'; readonly fileName: string }
  | { readonly step: 'refused'; readonly fileName: string; readonly problem: BundleProblem | null }
  | {
      readonly step: 'ready';
      readonly fileName: string;
      readonly session: Session;
      readonly bundle: Bundle;
      readonly plan: BundlePlan;
    }
  | { readonly step: 'writing'; readonly fileName: string }
  | { readonly step: 'failed'; readonly fileName: string; readonly problem: WriteProblem }
  | { readonly step: 'done'; readonly fileName: string; readonly plan: BundlePlan };

/** The import under way; the dialog shows it. */
export const bundleImport = createStore<BundleImport>(() => ({ step: 'idle' }));

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Files sent to be kept at once. */
const batchBytes = 32 * 1024 * 1024;

/** Let the analyst pick a bundle and read it; the dialog then shows what is wrong with it or what it would add. */
export async function importBundle(session: Session): Promise<void> {
  const { step } = bundleImport.getState();
  if (step === 'reading' || step === 'writing') return;
  const picked = await desktop().pickFiles({ kind: 'bundle' });
  const file = picked?.[0];
  if (file === undefined) return;
  const { name: fileName, bytes } = file;
  show({ step: 'reading', fileName });
  if (bytes === null) {
    show({ step: 'refused', fileName, problem: null });
    return;
  }
  const answer = await readBundle(bytes, sha256);
  if (!answer.ok) {
    show({ step: 'refused', fileName, problem: answer.problem });
    return;
  }
  const plan = planBundleImport(answer.bundle, await listRecords(session.db));
  show({ step: 'ready', fileName, session, bundle: answer.bundle, plan });
}

/** Bring in what `ready` shows: the files first, then one edit. */
export async function confirmImport(): Promise<void> {
  const ready = bundleImport.getState();
  if (ready.step !== 'ready') return;
  const { fileName, session, bundle } = ready;
  show({ step: 'writing', fileName });
  let { plan } = ready;
  const problem = await keepInBatches(plan.files);
  if (problem !== null) {
    show({ step: 'failed', fileName, problem });
    return;
  }
  for (const { kind, sha256: hash, bytes } of plan.files)
    if (kind === 'text') await putText(session.db, hash, utf8.decode(bytes));
  const detail = { name: bundle.manifest.workspaceName, count: plan.changes.length };
  const outcome = await session.commit(
    { action: 'bundle.import', detail },
    async () => {
      // As the workspace is by now: something may have been edited while the summary was read.
      plan = planBundleImport(bundle, await listRecords(session.db));
      return plan.changes;
    },
    { group: newId<'group'>() },
  );
  if (outcome.ok) show({ step: 'done', fileName, plan });
  else show({ step: 'failed', fileName, problem: outcome.problem });
}

/** Leave the import; nothing more is done. */
export function closeImport(): void {
  const { step } = bundleImport.getState();
  if (step !== 'writing' && step !== 'reading') show({ step: 'idle' });
}

async function keepInBatches(files: readonly BundleFile[]): Promise<WriteProblem | null> {
  let batch: BundleFile[] = [];
  let size = 0;
  for (const [index, file] of files.entries()) {
    batch.push(file);
    size += file.bytes.length;
    if (size < batchBytes && index < files.length - 1) continue;
    const answer = await desktop().keepFiles({ files: batch });
    if (!answer.ok) return answer.problem;
    batch = [];
    size = 0;
  }
  return null;
}

function show(state: BundleImport): void {
  bundleImport.setState(state, true);
}
