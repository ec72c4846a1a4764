import { createStore } from 'zustand/vanilla';
import { type FileSource, SourceProblem } from '#core/import/file-source.ts';
import type { LayerProblem } from '#core/layers/layer-problem.ts';
import type { MapLayer } from '#core/layers/map-layer.ts';
import { type OpenAnswer, openLayerFile } from '#core/layers/open-layer-file.ts';
import { desktop } from '#state/desktop.ts';
import type { layersApi } from '#workers/layers-api.ts';
import address from '#workers/layers-worker.ts?worker&url';
import type { Client } from '#workers/rpc.ts';
import { startWorker } from '#workers/start-worker.ts';

/** How far a kept file is: its shapes or tiles, or why there are none. */
export type LayerFile = OpenAnswer | 'reading';

/** What is open of the files on the map, by their hash: read once, however often the map comes up. */
export const layerFiles = createStore<{ readonly byHash: ReadonlyMap<string, LayerFile> }>(() => ({
  byHash: new Map(),
}));

/** Open the file of a layer, unless it is open or was tried. */
export function openLayer(layer: MapLayer): void {
  if (layerFiles.getState().byHash.has(layer.sha256)) return;
  put(layer.sha256, 'reading');
  const opening = layer.form === 'pmtiles' || layer.form === 'mbtiles' ? openTiles(layer) : readShapes(layer);
  opening.then(
    (answer) => put(layer.sha256, answer),
    (error: unknown) => put(layer.sha256, refused({ code: 'damaged', detail: said(layer, error) })),
  );
}

/** Forget what could not be opened, so that it is tried again. */
export function forgetFailed(sha256: string): void {
  layerFiles.setState(({ byHash }) => ({
    byHash: new Map([...byHash].filter(([hash]) => hash !== sha256)),
  }));
}

/** A worker that reads layers; to be closed when it has answered. */
export function startLayerWorker(): Client<typeof layersApi> {
  return startWorker<typeof layersApi>(address);
}

function put(sha256: string, file: LayerFile): void {
  layerFiles.setState(({ byHash }) => ({ byHash: new Map(byHash).set(sha256, file) }));
}

function openTiles({ sha256, sizeBytes, fileName }: MapLayer): Promise<OpenAnswer> {
  const source: FileSource = {
    name: fileName,
    path: sha256,
    sizeBytes,
    async read(start, end) {
      const bytes = await desktop().readKept({ kind: 'original', sha256, part: { start, end } });
      if (bytes === null) throw new SourceProblem('unreadable');
      return bytes;
    },
  };
  return openLayerFile(source);
}

async function readShapes({ sha256, fileName }: MapLayer): Promise<OpenAnswer> {
  const bytes = await desktop().readKept({ kind: 'original', sha256 });
  if (bytes === null) return refused({ code: 'unreadable', detail: {} });
  const worker = startLayerWorker();
  try {
    const answer = await worker.call('readShapes', { name: fileName, bytes });
    return answer.ok ? { ok: true, layer: { form: 'geojson', kind: 'shapes', file: answer.file } } : answer;
  } finally {
    worker.close();
  }
}

function said({ fileName }: MapLayer, error: unknown): LayerProblem['detail'] {
  return { form: fileName, line: 0, problem: error instanceof Error ? error.message : String(error) };
}

function refused(problem: LayerProblem): OpenAnswer {
  return { ok: false, problem };
}
