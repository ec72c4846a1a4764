import { createStore } from 'zustand/vanilla';
import type { WriteProblem } from '#shared/ipc.ts';

/** Whether what the analyst did is on the disk. */
export type Saving = {
  /** Edits under way. */
  readonly pending: number;
  /** Why the last edit could not be kept; `null` once one could again. */
  readonly problem: WriteProblem | null;
  /** The working copy failed: no edit is taken until the workspace is opened again, which brings it level. */
  readonly broken: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
};

export const saving = createStore<Saving>(() => ({
  pending: 0,
  problem: null,
  broken: false,
  canUndo: false,
  canRedo: false,
}));
