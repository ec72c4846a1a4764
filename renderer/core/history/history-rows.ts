import type { Edit, JournalEntry } from './edit.ts';

/** An edit as the history lists it, without its changes. */
export type ListedEdit = Pick<JournalEntry, 'device' | 'sequence' | 'time'> &
  Pick<Edit, 'at' | 'label' | 'group' | 'kind' | 'target'> & { readonly changeCount: number };

/** Whether what an edit did stands now; otherwise the edit that took it back, or that went back to before it. */
export type Fate =
  | { readonly kind: 'stands' }
  | { readonly kind: 'undone' | 'left'; readonly by: ListedEdit };

/** A line of the history: one edit, or several that belong together. */
export type HistoryRow = {
  readonly key: string;
  /** Newest first; at least one. */
  readonly edits: readonly [ListedEdit, ...ListedEdit[]];
  readonly kind: Edit['kind'];
  readonly fate: Fate;
};

/** The action of the edit that makes the workspace what it was at another point. */
export const goBackAction = 'history.restore';

const stands: Fate = { kind: 'stands' };

/**
 * The lines of the history, newest first, of `edits`, newest first: edits of one group that follow each other are one
 * line, and so are undos, or redos, in a row. `edits` may end anywhere: whether one stands is said by those after it.
 */
export function historyRows(edits: readonly ListedEdit[]): HistoryRow[] {
  const fateOf = createFates();
  const rows: (HistoryRow & { edits: [ListedEdit, ...ListedEdit[]] })[] = [];
  for (const edit of edits) {
    const fate = fateOf(edit);
    const last = rows.at(-1);
    if (last !== undefined && isOneLine(last, edit, fate)) last.edits.push(edit);
    else rows.push({ key: keyOf(edit), edits: [edit], kind: edit.kind, fate });
  }
  return rows;
}

/** Tells edits of several devices apart. */
export function keyOf({ device, sequence }: Pick<ListedEdit, 'device' | 'sequence'>): string {
  return `${device}/${sequence}`;
}

function isOneLine(row: HistoryRow, edit: ListedEdit, fate: Fate): boolean {
  const [first] = row.edits;
  if (first.kind !== edit.kind || first.device !== edit.device || row.fate.kind !== fate.kind) return false;
  if (edit.kind === 'undo' || edit.kind === 'redo') return true;
  if (edit.kind === 'beside')
    return edit.label.action === first.label.action && edit.label.detail.title === first.label.detail.title;
  return edit.group !== null && edit.group === first.group;
}

/**
 * Answers the fate of each edit, asked newest first. An edit stands unless the last undo or redo of it was an undo.
 * Going back, while it stands, leaves behind everything between the point it went to and itself: as if nothing of that
 * had been, so the undos among it count for nothing.
 */
function createFates(): (edit: ListedEdit) => Fate {
  const decided = new Map<string, ListedEdit>();
  let leaving: Leaving | null = null;
  const ownFate = (edit: ListedEdit): Fate => {
    const last = decided.get(keyOf(edit));
    if (last?.kind === 'undo') return { kind: 'undone', by: last };
    leaving ??= readLeaving(edit);
    return stands;
  };
  return (edit) => {
    if (leaving !== null && isLeft(edit, leaving))
      return edit.kind === 'new' ? { kind: 'left', by: leaving.by } : stands;
    if (leaving !== null && !isPartOf(edit, leaving)) leaving = null;
    if (edit.target === null) return ownFate(edit);
    const about = keyOf({ device: edit.device, sequence: edit.target });
    if (!decided.has(about)) decided.set(about, edit);
    return stands;
  };
}

/** What an edit that went back left behind: all between the point it went to and itself. */
type Leaving = { readonly by: ListedEdit; readonly time: string; readonly side: string };

function readLeaving(edit: ListedEdit): Leaving | null {
  const { time, side } = edit.label.detail;
  if (edit.label.action !== goBackAction || typeof time !== 'string') return null;
  return { by: edit, time, side: String(side) };
}

function isLeft(edit: ListedEdit, leaving: Leaving): boolean {
  const isAfter = edit.time > leaving.time || (edit.time === leaving.time && leaving.side === 'before');
  return isAfter && !isPartOf(edit, leaving);
}

/** Whether the edit is another part of the one that went back. */
function isPartOf({ group }: ListedEdit, { by }: Leaving): boolean {
  return group !== null && group === by.group;
}
