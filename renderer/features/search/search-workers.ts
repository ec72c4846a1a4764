import type { indexWorkerApi } from '#workers/index-api.ts';
import indexAddress from '#workers/index-worker.ts?worker&url';
import type { Client } from '#workers/rpc.ts';
import type { searchApi } from '#workers/search-api.ts';
import address from '#workers/search-worker.ts?worker&url';
import { startWorker } from '#workers/start-worker.ts';

/** The worker that answers questions, and the one that builds and keeps what it answers from. */
export type SearchWorkers = {
  readonly client: Client<typeof searchApi>;
  readonly indexer: Client<typeof indexWorkerApi>;
};

let ready: SearchWorkers | null = null;

/** Start the workers before a workspace is open: they load while it opens, and the first search comes the sooner. */
export function readySearchWorkers(): void {
  ready ??= start();
}

/** The workers that were made ready, or else new ones; whoever takes them closes them. */
export function takeSearchWorkers(): SearchWorkers {
  const taken = ready ?? start();
  ready = null;
  return taken;
}

function start(): SearchWorkers {
  return {
    client: startWorker<typeof searchApi>(address),
    indexer: startWorker<typeof indexWorkerApi>(indexAddress),
  };
}
