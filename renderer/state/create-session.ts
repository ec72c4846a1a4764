import type { Article } from '#core/article.ts';
import { mayBeBeside, undoable } from '#core/history/beside.ts';
import { type Change, reverse } from '#core/history/change.ts';
import type { Edit, EditLabel, JournalEntry, Sequence } from '#core/history/edit.ts';
import { splitChanges } from '#core/history/go-back.ts';
import { groupLabel } from '#core/history/group-label.ts';
import { goBackAction } from '#core/history/history-rows.ts';
import { createUndoStack, type UndoStack } from '#core/history/undo-stack.ts';
import { isPartOfImport, takenBackWith } from '#core/history/whole-import.ts';
import { type AnalystId, type DeviceId, newId } from '#core/ids.ts';
import type { Desktop, WorkspaceInfo, WriteProblem } from '#shared/ipc.ts';
import { applyEntries, checkChanges } from '#storage/apply-changes.ts';
import type { Database } from '#storage/database.ts';
import { findOwnEdit, firstOfGroup, listOwnEdits } from '#storage/edits.ts';
import { whenLost } from '#storage/storage-failure.ts';
import { putText, readText } from '#storage/texts.ts';
import { planGoingBack } from './plan-going-back.ts';
import { saving } from './saving.ts';
import type { CommitOutcome, RepeatOutcome, Session } from './session.ts';

type Parts = {
  readonly db: Database;
  readonly workspace: WorkspaceInfo;
  readonly device: DeviceId;
  readonly desktop: Pick<Desktop, 'appendEdits' | 'readEntries' | 'readJournal' | 'readKept'>;
  /** ISO 8601 UTC. */
  readonly now: () => string;
};

type EditOptions = NonNullable<Parameters<Session['commit']>[2]>;

/** Edits read at once to find what undo is about: enough for nearly every day. */
const editsAtOnce = 1_000;

/** The session of an open workspace: edits one after another, journal first, then the working copy. */
export async function createSession({ db, workspace, device, desktop, now }: Parts): Promise<Session> {
  const stack = createUndoStack(async (before) => {
    const edits = await listOwnEdits(db, device, before, editsAtOnce);
    return edits.map((edit) => ({ ...edit, isPart: isPartOfImport(edit.label) }));
  });
  let tail: Promise<unknown> = Promise.resolve();
  await showUndo();
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
    const answer = await desktop.appendEdits({ workspaceId: workspace.id, edits });
    if (!answer.ok) return refuse(answer.problem);
    const entries = answer.entries.map((head, index) => ({ ...head, edit: edits[index] }) as JournalEntry);
    try {
      await applyEntries(db, entries);
    } catch {
      // The edit is safe in the journal; the copy is brought level at the next opening.
      saving.setState({ broken: true });
      return { ok: true };
    }
    for (const { edit, sequence } of entries)
      stack.push({ ...edit, sequence, isPart: isPartOfImport(edit.label) });
    saving.setState({ problem: null });
    await showUndo();
    return { ok: true };
  }

  async function showUndo(): Promise<void> {
    const { undo, redo } = await stack.has();
    saving.setState({ canUndo: undo, canRedo: redo });
  }

  /** Take the edits of `sequences` back, or make them again, in the order given. */
  async function repeat(
    kind: 'undo' | 'redo',
    sequences: readonly Sequence[] | null,
  ): Promise<RepeatOutcome | null> {
    if (sequences === null) return null;
    const entries = await desktop.readEntries({ sequences });
    const bySequence = new Map(entries.map((entry) => [entry.sequence, entry]));
    const edits = sequences.map((target) => {
      const edit = bySequence.get(target)?.edit;
      if (edit === undefined) throw new Error(`the journal has no edit ${target}`);
      const changes = undoable(kind === 'undo' ? reverse(edit.changes) : edit.changes);
      return { ...edit, at: now(), kind, target, changes };
    });
    const kept = await keep(edits);
    const inOrder = kind === 'undo' ? edits.toReversed() : edits;
    const label = groupLabel(inOrder.map((edit) => edit.label)) ?? { action: kind, detail: {} };
    return kept.ok ? { ok: true, label } : kept;
  }

  /** One intent with all it changes; more than one edit is kept in one request, so all of it or nothing is there. */
  function newEdits(label: EditLabel, parts: readonly (readonly Change[])[], options: EditOptions): Edit[] {
    const kind = options.beside ? 'beside' : 'new';
    const group = options.group ?? null;
    return parts.map((changes) => ({ at: now(), label, changes, group, kind, target: null }));
  }

  return {
    db,
    workspace,
    analystId: device as string as AnalystId,
    commit: (label, plan, options = {}) =>
      queue(async () => {
        const changes = await plan();
        if (changes.length === 0) return { ok: true };
        if (options.beside && !changes.every(mayBeBeside))
          throw new Error(`${label.action}: only what undo never touches may be noted beside the edits`);
        const parts = splitChanges(changes);
        const group = options.group ?? (parts.length > 1 ? newId<'group'>() : undefined);
        return keep(newEdits(label, parts, group === undefined ? options : { ...options, group }));
      }),
    undo: () =>
      queue(async () => repeat('undo', await wholeStep({ db, device, desktop, stack }, await stack.undo()))),
    redo: () => queue(async () => repeat('redo', await stack.redo())),
    planGoingBack: (point, following) => planGoingBack({ db, desktop }, point, following),
    goBack: (point, detail, following) =>
      queue(async () => {
        const changes = await planGoingBack({ db, desktop }, point, following);
        if (changes === null) return null;
        if (changes.length === 0) return { ok: true };
        const label = { action: goBackAction, detail: { ...detail, ...point, records: changes.length } };
        return keep(newEdits(label, splitChanges(changes), { group: newId<'group'>() }));
      }),
    readText: (article) => readArticleText(db, desktop, article),
  };
}

type Steps = Pick<Parts, 'db' | 'device' | 'desktop'> & { readonly stack: UndoStack };

/** An import is taken back as a whole, whatever was done while it went on. */
async function wholeStep(
  { db, device, desktop, stack }: Steps,
  run: readonly Sequence[] | null,
): Promise<readonly Sequence[] | null> {
  const newest = run?.[0] === undefined ? null : await findOwnEdit(db, device, run[0]);
  if (newest === null || newest.group === null || !isPartOfImport(newest.label)) return run;
  const first = await firstOfGroup(db, device, newest.group);
  const standing = await stack.standing(first ?? newest.sequence);
  if (standing.length === run?.length) return run;
  const edits = await desktop.readEntries({ sequences: standing });
  const inOrder = edits.toSorted((a, b) => a.sequence - b.sequence);
  return takenBackWith(inOrder, newest.group);
}

/** The copy lacks edits the journal has: a plan made from it could undo them unseen. */
const copyBroken: WriteProblem = { kind: 'failed', message: 'the working copy has to be opened again' };

function refuse(problem: WriteProblem): CommitOutcome {
  saving.setState({ problem });
  return { ok: false, problem };
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
