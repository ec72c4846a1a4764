import { createStore } from 'zustand/vanilla';
import type { BatchId } from '#core/ids.ts';

/** Whether the list of imports is open, and which one is chosen in it; `null`: the newest. */
export const batchDesk = createStore<{ readonly isOpen: boolean; readonly chosen: BatchId | null }>(() => ({
  isOpen: false,
  chosen: null,
}));

/** Open the list of imports, at one of them if given. */
export function showBatches(chosen: BatchId | null = null): void {
  batchDesk.setState({ isOpen: true, chosen });
}

/** Close the list of imports. */
export function closeBatches(): void {
  batchDesk.setState({ isOpen: false });
}
