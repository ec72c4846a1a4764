import { within } from './within.ts';

/** What became of a database since it was last used. */
export type Probe = 'sound' | 'missing' | 'damaged';

/**
 * Open a database raw, once, before Dexie does: Chromium deletes a damaged one without an error and says so only in
 * `dataLoss` of the upgrade event, which Dexie hides. One that hangs for `limitMs` counts as damaged.
 */
export function probeDatabase(name: string, limitMs: number): Promise<Probe> {
  return within(limitMs, `opening ${name}`, openRaw(name)).catch(() => 'damaged' as const);
}

function openRaw(name: string): Promise<Probe> {
  return new Promise((resolve) => {
    const request = indexedDB.open(name);
    let probe: Probe = 'sound';
    request.onupgradeneeded = (event) => {
      // Not in the standard: Chromium tells here that it has thrown a damaged database away.
      const { dataLoss } = event as IDBVersionChangeEvent & { readonly dataLoss?: string };
      probe = dataLoss !== undefined && dataLoss !== 'none' ? 'damaged' : 'missing';
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      request.result.close();
      resolve(probe);
    };
    request.onerror = (event) => {
      event.preventDefault();
      resolve(probe === 'sound' ? 'damaged' : probe);
    };
    request.onblocked = () => resolve('damaged');
  });
}
