import type { mapExchangeApi, ReadingProgress } from '#workers/map-exchange-api.ts';
import mapExchangeAddress from '#workers/map-exchange-worker.ts?worker&url';
import type { Client } from '#workers/rpc.ts';
import { startWorker } from '#workers/start-worker.ts';

export type MapEngine = Client<typeof mapExchangeApi>;

/** Start the worker of map files; it lives as long as one file is looked at. */
export function startMapEngine(): MapEngine {
  return startWorker<typeof mapExchangeApi>(mapExchangeAddress);
}

export type { ReadingProgress };
