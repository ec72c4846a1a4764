import { createStore } from 'zustand/vanilla';
import type { BatchId } from '#core/ids.ts';

/** Whether lines that repeat are looked for, and in which import. */
export const repeatsDesk = createStore<{ readonly batchId: BatchId | null }>(() => ({ batchId: null }));

/** Look for lines that repeat in the articles of an import. */
export function showRepeats(batchId: BatchId): void {
  repeatsDesk.setState({ batchId });
}

/** Close the window with the lines that repeat. */
export function closeRepeats(): void {
  repeatsDesk.setState({ batchId: null });
}
