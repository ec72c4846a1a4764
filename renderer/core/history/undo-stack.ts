import type { GroupId } from '#core/ids.ts';
import type { Edit, Sequence } from './edit.ts';

/** What the undo stack has to know of an own edit. */
export type HistoryEntry = Pick<Edit, 'group' | 'kind' | 'target'> & {
  readonly sequence: Sequence;
  /** A part of a group that is one step also where other edits were made in its midst. */
  readonly isPart?: boolean;
};

/** A page of the device's own edits that were made before the one of this number (`null`: the newest), oldest first. */
export type ReadEarlier = (before: Sequence | null) => Promise<readonly HistoryEntry[]>;

/**
 * Which of the device's own edits the next undo and redo are about. Follows from the journal alone, so it is the same
 * after a restart; of a long journal only as much is read as is needed to know.
 */
export type UndoStack = {
  /** The edits to take back next, newest first; `null` when there is none. */
  undo(): Promise<readonly Sequence[] | null>;
  /** The edits to make again next, oldest first; `null` when there is none. */
  redo(): Promise<readonly Sequence[] | null>;
  /** The edits that stand from the one of this number on, oldest first. */
  standing(from: Sequence): Promise<readonly Sequence[]>;
  /** Whether there is anything to undo and to redo. */
  has(): Promise<{ readonly undo: boolean; readonly redo: boolean }>;
  /** One more edit of the device, made after all others. */
  push(entry: HistoryEntry): void;
};

type Step = { readonly sequence: Sequence; readonly group: GroupId | null; readonly isPart: boolean };

/**
 * The undo stack over the edits that `readEarlier` gives; an empty page is the beginning.
 *
 * Edits of one group that follow each other are one step. An edit made between two of them parts the group into two
 * steps: taking back what came before it without it would start from records it has changed. Who takes back the last
 * parts of a group that is one step all the same looks at what stands from its first one on; made again, it is one step.
 */
export function createUndoStack(readEarlier: ReadEarlier): UndoStack {
  const known = createKnown();
  async function settle(isKnown: () => boolean): Promise<void> {
    while (!known.isWhole() && !isKnown()) known.extend(await readEarlier(known.first()));
  }
  return {
    undo: async () => {
      await settle(() => known.isRunWhole());
      return lastRun(known.done());
    },
    redo: async () => {
      await settle(() => known.isRedoSettled());
      return lastWhole(known.undone());
    },
    standing: async (from) => {
      await settle(() => (known.first() ?? from) <= from);
      return known
        .done()
        .map(({ sequence }) => sequence)
        .filter((sequence) => sequence >= from);
    },
    has: async () => {
      await settle(() => known.done().length > 0 && known.isRedoSettled());
      return { undo: known.done().length > 0, redo: known.undone().length > 0 };
    },
    push: known.push,
  };
}

/**
 * What follows from the newest edits, read backwards. Undo takes back the newest edit that stands and redo makes the
 * last one taken back again, so the edits that stand are always in the order of their numbers, and whether one does is
 * said by the last entry that is about it.
 */
function createKnown() {
  /** Edits that stand, oldest first; those before the first known entry are missing at the beginning. */
  let done: Step[] = [];
  /** Edits taken back since the last new one, in the order they were taken back. */
  let undone: Step[] = [];
  /** Whether edits that are not read yet stand, as said by an entry after them. */
  const stands = new Map<Sequence, boolean>();
  let first: Sequence | null = null;
  let isWhole = false;
  let isRedoSettled = false;

  /** Go back over one entry more, which may add a step before the others. */
  function goBack(
    { sequence, group, kind, target, isPart = false }: HistoryEntry,
    older: { done: Step[]; undone: Step[] },
  ) {
    if (kind === 'new') {
      isRedoSettled = true;
      if (stands.get(sequence) ?? true) older.done.push({ sequence, group, isPart });
      stands.delete(sequence);
      return;
    }
    if (kind === 'beside' || target === null || stands.has(target)) return;
    stands.set(target, kind === 'redo');
    if (kind === 'undo' && !isRedoSettled) older.undone.push({ sequence: target, group, isPart });
  }

  return {
    done: () => done,
    undone: () => undone,
    first: () => first,
    isWhole: () => isWhole,
    isRedoSettled: () => isRedoSettled,
    /** Whether the beginning of the last group is known: it is a lone edit, or something else stands before it. */
    isRunWhole: () => done.length > 0 && (done.at(-1)?.group === null || lastRunStart(done) > 0),
    extend: (entries: readonly HistoryEntry[]) => {
      const older: { done: Step[]; undone: Step[] } = { done: [], undone: [] };
      for (const entry of entries.toReversed()) goBack(entry, older);
      done = older.done.reverse().concat(done);
      undone = older.undone.reverse().concat(undone);
      first = entries[0]?.sequence ?? first;
      isWhole = entries.length === 0;
    },
    push: ({ sequence, group, kind, target, isPart = false }: HistoryEntry) => {
      first ??= sequence;
      if (kind === 'new') {
        done.push({ sequence, group, isPart });
        undone = [];
        isRedoSettled = true;
      } else if (kind === 'undo') moveStep(done, undone, target);
      else if (kind === 'redo') moveStep(undone, done, target);
    },
  };
}

/** Take the edit `target` from one list to the end of the other: it is the last one, or, with its group, near it. */
function moveStep(from: Step[], to: Step[], target: Sequence | null): void {
  const at = from.findLastIndex((step) => step.sequence === target);
  if (at !== -1) to.push(...from.splice(at, 1));
}

/** The edits at the end of `steps` that belong together, last first. */
function lastRun(steps: readonly Step[]): Sequence[] | null {
  if (steps.length === 0) return null;
  return steps
    .slice(lastRunStart(steps))
    .map((step) => step.sequence)
    .reverse();
}

/** As `lastRun`; of a group that is one step, with all that was taken back between its parts. */
function lastWhole(undone: readonly Step[]): Sequence[] | null {
  const last = undone.at(-1);
  if (last === undefined || !last.isPart) return lastRun(undone);
  const first = undone.findIndex(({ group }) => group === last.group);
  return undone
    .slice(first)
    .map(({ sequence }) => sequence)
    .reverse();
}

function lastRunStart(steps: readonly Step[]): number {
  const last = steps.at(-1);
  if (last === undefined || last.group === null) return steps.length - 1;
  return steps.findLastIndex((step) => step.group !== last.group) + 1;
}
