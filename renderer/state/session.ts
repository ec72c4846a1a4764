import { createContext, useContext } from 'react';
import type { Article } from '#core/article.ts';
import type { Change } from '#core/history/change.ts';
import type { EditLabel } from '#core/history/edit.ts';
import type { AnalystId, GroupId } from '#core/ids.ts';
import type { WorkspaceInfo, WriteProblem } from '#shared/ipc.ts';
import type { Database } from '#storage/database.ts';
import type { Following, HistoryPoint } from './plan-going-back.ts';

/** `ok` once the edit is on the disk; otherwise nothing was changed anywhere and the analyst has been told. */
export type CommitOutcome = { readonly ok: true } | { readonly ok: false; readonly problem: WriteProblem };

/** What undo and redo came to: the label of what was taken back or made again. */
export type RepeatOutcome =
  | { readonly ok: true; readonly label: EditLabel }
  | { readonly ok: false; readonly problem: WriteProblem };

/** The open workspace: what is kept in it, and the only way to change that. */
export type Session = {
  readonly db: Database;
  readonly workspace: WorkspaceInfo;
  /** Who works here: the analyst of this device. */
  readonly analystId: AnalystId;
  /**
   * Make one edit. `plan` runs after every earlier edit is stored, reads what it needs from `db` and answers the
   * changes (none: nothing happens). They are written to the journal first, then to `db`. What is noted `beside` the
   * edits is kept too, but undo passes over it: only for records that no undoable edit touches.
   */
  commit(
    label: EditLabel,
    plan: () => readonly Change[] | Promise<readonly Change[]>,
    options?: { readonly group?: GroupId; readonly beside?: true },
  ): Promise<CommitOutcome>;
  /** Undo / redo the newest edit (with its whole group); `null` when there is none. */
  undo(): Promise<RepeatOutcome | null>;
  redo(): Promise<RepeatOutcome | null>;
  /** What would change by going back to `point`, or forward to it; `null` when it was stopped. */
  planGoingBack(point: HistoryPoint, following?: Following): Promise<readonly Change[] | null>;
  /**
   * Make the workspace what it was at `point`, whatever was undone or done since: all of it or nothing, as one step
   * of undo. `detail` is what its sentence in the history needs. `null` when it was stopped.
   */
  goBack(
    point: HistoryPoint,
    detail: EditLabel['detail'],
    following?: Following,
  ): Promise<CommitOutcome | null>;
  /** The canonical text of an article; from the working copy, or from the kept file when the copy lacks it. */
  readText(article: Article): Promise<string>;
};

export const SessionContext = createContext<Session | null>(null);

/** The open workspace. Throws outside of one: screens that use it are only drawn inside. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession outside of an open workspace');
  return session;
}
