import type { Article } from '#core/article.ts';
import { type Change, reverse } from '#core/history/change.ts';
import type { Edit, EditLabel, JournalEntry, Sequence } from '#core/history/edit.ts';
import { createUndoStack, pushEdit, type UndoStack } from '#core/history/undo-stack.ts';
import type { AnalystId, DeviceId } from '#core/ids.ts';
import type { Desktop, WorkspaceInfo, WriteProblem } from '#shared/ipc.ts';
import { applyEntries, checkChanges } from '#storage/apply-changes.ts';
import type { Database } from '#storage/database.ts';
import { listOwnEdits } from '#storage/edits.ts';
import { whenLost } from '#storage/storage-failure.ts';
import { putText, readText } from '#storage/texts.ts';
import { saving } from './saving.ts';
import type { CommitOutcome, Session } from './session.ts';

type Parts = {
  readonly db: Database;
  readonly workspace: WorkspaceInfo;
  readonly device: DeviceId;
  readonly desktop: Pick<Desktop, 'appendEdits' | 'readEntries' | 'readKept'>;
  /** ISO 8601 UTC. */
  readonly now: () => string;
};

/** The session of an open workspace: edits one after another, journal first, then the working copy. */
export async function createSession({ db, workspace, device, desktop, now }: Parts): Promise<Session> {
  let stack: UndoStack = createUndoStack(await listOwnEdits(db, device));
  let tail: Promise<unknown> = Promise.resolve();
  showUndo(stack);
  whenLost(db, () => saving.setState({ broken: true }));

  /** Run `work` after all that was asked for before it, so that a plan sees what earlier edits made. */
  function queue<Result>(work: () => Promise<Result>): Promise<Result> {
    saving.setState(({ pending }) => ({ pending: pending + 1 }));
    const result = tail.then(work);
    tail = result.catch(() => undefined);
    return result.finally(() => saving.setState(({ pending }) => ({ pending: pending - 1 })));
  }

  async function keep(edits: readonly Edit[]): Promise<CommitOutcome> {
    if (saving.getState().broken) return refuse(copyBroken);
    await checkChanges(
      db,
      edits.flatMap((edit) => edit.changes),
    );
    const answer = await desktop.appendEdits({ edits });
    if (!answer.ok) return refuse(answer.problem);
    const entries = answer.entries.map((head, index) => ({ ...head, edit: edits[index] }) as JournalEntry);
    try {
      await applyEntries(db, entries);
    } catch {
      // The edit is safe in the journal; the copy is brought level at the next opening.
      saving.setState({ broken: true });
      return { ok: true };
    }
    for (const entry of entries) stack = pushEdit(stack, { ...entry.edit, sequence: entry.sequence });
    saving.setState({ problem: null });
    showUndo(stack);
    return { ok: true };
  }

  /** Take the edits of `sequences` back, or make them again, in the order given. */
  async function repeat(
    kind: 'undo' | 'redo',
    sequences: readonly Sequence[] | null,
  ): Promise<CommitOutcome | null> {
    if (sequences === null) return null;
    const entries = await desktop.readEntries({ sequences });
    const bySequence = new Map(entries.map((entry) => [entry.sequence, entry]));
    const edits = sequences.map((target) => {
      const edit = bySequence.get(target)?.edit;
      if (edit === undefined) throw new Error(`the journal has no edit ${target}`);
      const changes = kind === 'undo' ? reverse(edit.changes) : edit.changes;
      return { ...edit, at: now(), kind, target, changes };
    });
    return keep(edits);
  }

  return {
    db,
    workspace,
    analystId: device as string as AnalystId,
    commit: (label: EditLabel, plan: () => readonly Change[] | Promise<readonly Change[]>, options) =>
      queue(async () => {
        const changes = await plan();
        if (changes.length === 0) return { ok: true };
        return keep([
          {
            at: now(),
            label,
            changes,
            group: options?.group ?? null,
            kind: options?.beside ? 'beside' : 'new',
            target: null,
          },
        ]);
      }),
    undo: () => queue(() => repeat('undo', stack.undo)),
    redo: () => queue(() => repeat('redo', stack.redo)),
    readText: (article) => readArticleText(db, desktop, article),
  };
}

/** The copy lacks edits the journal has: a plan made from it could undo them unseen. */
const copyBroken: WriteProblem = { kind: 'failed', message: 'the working copy has to be opened again' };

function refuse(problem: WriteProblem): CommitOutcome {
  saving.setState({ problem });
  return { ok: false, problem };
}

function showUndo(stack: UndoStack): void {
  saving.setState({ canUndo: stack.undo !== null, canRedo: stack.redo !== null });
}

async function readArticleText(db: Database, desktop: Parts['desktop'], article: Article): Promise<string> {
  const stored = await readText(db, article.textSha256, article.textLength);
  if (stored !== null) return stored;
  const bytes = await desktop.readKept({ kind: 'text', sha256: article.textSha256 });
  if (bytes === null)
    throw new Error(`the text of “${article.originalName}” is missing or damaged on the disk`);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  await putText(db, article.textSha256, text);
  return text;
}
