import type { GroupId } from '#core/ids.ts';
import type { Edit, Sequence } from './edit.ts';

/** What the undo stack has to know of an own edit. */
export type HistoryEntry = Pick<Edit, 'group' | 'kind' | 'target'> & { readonly sequence: Sequence };

/**
 * Which of the device's own edits the next undo and redo are about. Computed from the journal alone, so it is the
 * same after a restart.
 */
export type UndoStack = {
  /** The edits to take back next, newest first; `null` when there is none. */
  readonly undo: readonly Sequence[] | null;
  /** The edits to make again next, oldest first; `null` when there is none. */
  readonly redo: readonly Sequence[] | null;
  /** Edits that stand, oldest first. */
  readonly done: readonly Step[];
  /** Edits taken back since the last new one, in the order they were taken back. */
  readonly undone: readonly Step[];
};

type Step = { readonly sequence: Sequence; readonly group: GroupId | null };

/**
 * The stack after `entries`: all edits of one device, in order.
 *
 * Edits of one group that follow each other are one step. An edit made between two of them parts the group into two
 * steps: taking back what came before it without it would start from records it has changed.
 */
export function createUndoStack(entries: readonly HistoryEntry[]): UndoStack {
  const done: Step[] = [];
  const undone: Step[] = [];
  for (const entry of entries) play(done, undone, entry);
  return summarise(done, undone);
}

/** The stack after one more edit of the device. */
export function pushEdit(stack: UndoStack, entry: HistoryEntry): UndoStack {
  const done = [...stack.done];
  const undone = [...stack.undone];
  play(done, undone, entry);
  return summarise(done, undone);
}

function play(done: Step[], undone: Step[], { sequence, group, kind, target }: HistoryEntry): void {
  switch (kind) {
    case 'new':
      done.push({ sequence, group });
      undone.length = 0;
      return;
    case 'undo':
      moveStep(done, undone, target);
      return;
    case 'redo':
      moveStep(undone, done, target);
      return;
    case 'beside':
  }
}

/** Take the edit `target` from one list to the end of the other. It is the last one; a journal that says otherwise is still followed. */
function moveStep(from: Step[], to: Step[], target: Sequence | null): void {
  const at = from.findLastIndex((step) => step.sequence === target);
  if (at !== -1) to.push(...from.splice(at, 1));
}

function summarise(done: readonly Step[], undone: readonly Step[]): UndoStack {
  return { undo: lastRun(done), redo: lastRun(undone), done, undone };
}

/** The edits at the end of `steps` that belong together, last first. */
function lastRun(steps: readonly Step[]): Sequence[] | null {
  const last = steps.at(-1);
  if (last === undefined) return null;
  if (last.group === null) return [last.sequence];
  const start = steps.findLastIndex((step) => step.group !== last.group) + 1;
  return steps
    .slice(start)
    .map((step) => step.sequence)
    .reverse();
}
