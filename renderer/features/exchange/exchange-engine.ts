import type { WrittenProject } from '#core/exchange/coding-project.ts';
import type { WriteJob } from '#core/exchange/write-project.ts';
import type { Imported, SourceFile } from '#core/import/import-file.ts';
import type { Refusal } from '#core/import/refusal.ts';
import type { exchangeApi, ReadAnswer } from '#workers/exchange-api.ts';
import exchangeAddress from '#workers/exchange-worker.ts?worker&url';
import type { importApi } from '#workers/import-api.ts';
import importAddress from '#workers/import-worker.ts?worker&url';
import { startWorker } from '#workers/start-worker.ts';

/** Reads and writes projects, and reads their texts as articles, in workers that live as long as the work. */
export type ExchangeEngine = {
  read(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<ReadAnswer>;
  write(what: WriteJob): Promise<WrittenProject>;
  importText(file: SourceFile): Promise<Imported | Refusal>;
  close(): void;
};

/** No honest file takes so long. */
const patienceMs = 5 * 60_000;

/** Start the workers; every call is given up when `signal` is aborted. */
export function startExchange(signal: AbortSignal): ExchangeEngine {
  const exchange = startWorker<typeof exchangeApi>(exchangeAddress);
  const importer = startWorker<typeof importApi>(importAddress);
  const options = () => ({ signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]) });
  return {
    read: (file) => exchange.call('readProject', file, options()),
    write: (what) => exchange.call('writeProject', what, options()),
    importText: (file) => importer.call('importFile', file, options()),
    close() {
      exchange.close();
      importer.close();
    },
  };
}
