import { Dexie } from 'dexie';
import type { Database } from './database.ts';

/** Whether an error comes from the working copy itself: damaged, closed under us or full; opening again mends it. */
export function isStorageFailure(error: unknown): boolean {
  const isDamage = error instanceof DOMException && error.name === 'UnknownError';
  return isDamage || error instanceof Dexie.DexieError;
}

/**
 * Call `onLost` when the browser closes the working copy, as it does with a damaged one, and leave it closed: Dexie
 * would open it again by itself, and what opens then is a new, empty one.
 */
export function whenLost(db: Database, onLost: () => void): void {
  let isLost = false;
  db.on('close', () => {
    if (isLost) return;
    isLost = true;
    // After Dexie has made itself ready to open again.
    queueMicrotask(() => db.close());
    onLost();
  });
}
