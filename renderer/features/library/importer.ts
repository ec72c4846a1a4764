import type { Imported, SourceFile } from '#core/import/import-file.ts';
import type { Refusal } from '#core/import/refusal.ts';
import type { importApi } from '#workers/import-api.ts';
import type { Client } from '#workers/rpc.ts';

/** Reads files as articles, one at a time, in a worker. */
export type Importer = {
  importFile(file: SourceFile, signal: AbortSignal): Promise<Imported | Refusal>;
  close(): void;
};

/** No honest file takes so long; one that does is given up, so that the others get their turn. */
const patienceMs = 60_000;

/**
 * An importer on workers from `start`. A file that breaks or blocks the worker is refused, and the next one gets a
 * fresh worker. Rejects only when `signal` is aborted.
 */
export function createImporter(start: () => Client<typeof importApi>): Importer {
  let client: Client<typeof importApi> | null = null;

  function drop(): void {
    client?.close();
    client = null;
  }

  return {
    async importFile(file, signal) {
      client ??= start();
      const timeout = AbortSignal.timeout(patienceMs);
      try {
        return await client.call('importFile', file, { signal: AbortSignal.any([signal, timeout]) });
      } catch (error) {
        // Whatever the worker is in the middle of, it is of no more use.
        drop();
        signal.throwIfAborted();
        const message = error instanceof Error ? error.message : String(error);
        return { kind: 'refused', name: file.name, reason: 'failed', detail: { message } };
      }
    },
    close: drop,
  };
}
