import { createStore } from 'zustand/vanilla';
import type { LayerProblem } from '#core/layers/layer-problem.ts';
import type { MapLayer } from '#core/layers/map-layer.ts';
import { desktop } from '#state/desktop.ts';
import type { KeptBytes, LayerContents, LayersApi } from '#workers/layers-api.ts';
import address from '#workers/layers-worker.ts?worker&url';
import { type Client, serve, transferring } from '#workers/rpc.ts';
import { startWorker } from '#workers/start-worker.ts';

/** A file that is open in a worker of its own, which reads and draws it. */
export type OpenFile = { readonly contents: LayerContents; readonly worker: Client<LayersApi> };

/** How far a kept file is: open, or why it is not. */
export type LayerFile =
  | 'reading'
  | { readonly ok: true; readonly file: OpenFile }
  | { readonly ok: false; readonly problem: LayerProblem };

/** What is open of the files on the map, by their hash: read once, however often the map comes up. */
export const layerFiles = createStore<{ readonly byHash: ReadonlyMap<string, LayerFile> }>(() => ({
  byHash: new Map(),
}));

/** Open the file of a layer, unless it is open or was tried. */
export function openLayer(layer: MapLayer): void {
  const { sha256 } = layer;
  if (layerFiles.getState().byHash.has(sha256)) return;
  put(sha256, 'reading');
  const worker = startLayerWorker();
  const isAwaited = () => layerFiles.getState().byHash.get(sha256) === 'reading';
  const close = (problem: LayerProblem) => {
    worker.close();
    if (isAwaited()) put(sha256, { ok: false, problem });
  };
  readBy(worker, layer).then(
    (answer) => {
      if (!answer.ok) close(answer.problem);
      else if (!isAwaited()) worker.close();
      else put(sha256, { ok: true, file: { contents: answer.contents, worker } });
    },
    (error: unknown) => close({ code: 'damaged', detail: said(layer, error) }),
  );
}

/** Close the files of layers that are no longer on the map. */
export function closeOthers(layers: readonly MapLayer[]): void {
  const { byHash } = layerFiles.getState();
  const used = new Set(layers.map(({ sha256 }) => sha256));
  const others = [...byHash].filter(([sha256]) => !used.has(sha256));
  if (others.length === 0) return;
  layerFiles.setState({ byHash: new Map([...byHash].filter(([sha256]) => used.has(sha256))) });
  for (const [, file] of others) if (typeof file === 'object' && file.ok) file.file.worker.close();
}

/** Forget what could not be opened, so that it is tried again. */
export function forgetFailed(sha256: string): void {
  layerFiles.setState(({ byHash }) => ({
    byHash: new Map([...byHash].filter(([hash]) => hash !== sha256)),
  }));
}

/** A worker that reads layers; to be closed when it has answered. */
export function startLayerWorker(): Client<LayersApi> {
  return startWorker<LayersApi>(address);
}

function put(sha256: string, file: LayerFile): void {
  layerFiles.setState(({ byHash }) => ({ byHash: new Map(byHash).set(sha256, file) }));
}

function readBy(worker: Client<LayersApi>, { sha256, sizeBytes, fileName, form }: MapLayer) {
  const { port1, port2 } = new MessageChannel();
  const kept: KeptBytes = {
    async read(part) {
      const bytes = await desktop().readKept({ kind: 'original', sha256, part });
      return bytes === null ? null : transferring(bytes, [bytes.buffer]);
    },
  };
  serve(port1, kept);
  return worker.call(
    'open',
    { name: fileName, sha256, sizeBytes, form, bytes: port2 },
    { transfer: [port2] },
  );
}

function said({ fileName }: MapLayer, error: unknown): LayerProblem['detail'] {
  return { form: fileName, line: 0, problem: error instanceof Error ? error.message : String(error) };
}
