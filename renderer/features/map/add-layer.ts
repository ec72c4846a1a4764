import { createStore } from 'zustand/vanilla';
import { newId } from '#core/ids.ts';
import type { LayerProblem } from '#core/layers/layer-problem.ts';
import type { MapLayer } from '#core/layers/map-layer.ts';
import type { WriteProblem } from '#shared/ipc.ts';
import { desktop } from '#state/desktop.ts';
import type { Session } from '#state/session.ts';
import { listMapLayers } from '#storage/map-layers.ts';
import type { InspectAnswer, LayerFacts } from '#workers/layers-api.ts';
import { commitLayer } from './layer-deeds.ts';
import { forgetFailed, layerFiles, openLayer, startLayerWorker } from './layer-files.ts';

/** The file that is being added, and how far it is. */
export type Adding = {
  readonly fileName: string;
  readonly stage: 'reading' | 'keeping';
  /** From 0 to 1. */
  readonly share: number;
  readonly cancel: () => void;
};

/** The one adding at a time; `null`: none. */
export const addingLayer = createStore<{ readonly adding: Adding | null }>(() => ({ adding: null }));

/** What came of it. */
export type AddOutcome =
  | { readonly kind: 'added'; readonly facts: LayerFacts }
  /** The same bytes are on the map already. */
  | { readonly kind: 'known'; readonly layer: MapLayer }
  /** It was on the map without its file, as after a bundle; the file is kept now. */
  | { readonly kind: 'found-again'; readonly layer: MapLayer }
  | { readonly kind: 'refused'; readonly problem: LayerProblem }
  | { readonly kind: 'unkept'; readonly problem: WriteProblem | null }
  | { readonly kind: 'cancelled' };

/** What is handed to the main process at a time. */
const pieceBytes = 8 * 1024 * 1024;

/** Look through a file, keep it in the workspace and lay it on the map: all of it or nothing. */
export async function addLayerFile(session: Session, file: File): Promise<AddOutcome> {
  const controller = new AbortController();
  const { signal } = controller;
  const tell = (stage: Adding['stage'], share: number) =>
    addingLayer.setState({
      adding: { fileName: file.name, stage, share, cancel: () => controller.abort() },
    });
  tell('reading', 0);
  try {
    const inspected = await inspect(file, signal, (share) => tell('reading', share));
    if (!inspected.ok) return { kind: 'refused', problem: inspected.problem };
    const { facts } = inspected;
    const known = (await listMapLayers(session.db)).find(({ sha256 }) => sha256 === facts.sha256);
    if (known !== undefined && !isFileMissing(known)) return { kind: 'known', layer: known };
    const problem = await keep(file, { facts, signal, onShare: (share) => tell('keeping', share) });
    if (problem !== null) return { kind: 'unkept', problem };
    forgetFailed(facts.sha256);
    if (known !== undefined) {
      openLayer(known);
      return { kind: 'found-again', layer: known };
    }
    const isKept = await commitLayer(session, toLayer(file, facts));
    return isKept ? { kind: 'added', facts } : { kind: 'unkept', problem: null };
  } catch (error) {
    if (signal.aborted) return { kind: 'cancelled' };
    throw error;
  } finally {
    addingLayer.setState({ adding: null });
  }
}

/** Whether a layer could not be drawn because its file is not in the workspace, or no longer what it was. */
function isFileMissing({ sha256 }: MapLayer): boolean {
  const file = layerFiles.getState().byHash.get(sha256);
  return typeof file === 'object' && !file.ok;
}

/** A worker of its own: to cancel is to end it, whatever it is in the middle of. */
async function inspect(
  file: File,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<InspectAnswer> {
  const worker = startLayerWorker();
  try {
    return await worker.call('inspect', { file }, { signal, onProgress });
  } finally {
    worker.close();
  }
}

type Keeping = {
  readonly facts: LayerFacts;
  readonly signal: AbortSignal;
  readonly onShare: (share: number) => void;
};

async function keep(
  file: File,
  { facts: { sha256 }, signal, onShare }: Keeping,
): Promise<WriteProblem | null> {
  const { keepPiece } = desktop();
  const sizeBytes = file.size;
  try {
    for (let start = 0; start < sizeBytes; start += pieceBytes) {
      signal.throwIfAborted();
      onShare(start / sizeBytes);
      const bytes = new Uint8Array(await file.slice(start, start + pieceBytes).arrayBuffer());
      const answer = await keepPiece({ sha256, sizeBytes, start, bytes });
      if (!answer.ok) return answer.problem;
    }
    return null;
  } catch (error) {
    await keepPiece({ sha256, sizeBytes, start: 0, bytes: null });
    if (signal.aborted) throw error;
    // The file went away or was changed meanwhile.
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

function toLayer(file: File, facts: LayerFacts): Omit<MapLayer, 'order'> {
  return {
    id: newId<'map layer'>(),
    name: facts.title === '' ? file.name.replace(/\.[^.]+$/, '') : facts.title,
    form: facts.form,
    fileName: file.name.slice(0, 300),
    sha256: facts.sha256,
    sizeBytes: file.size,
    attribution: facts.attribution,
    isShown: true,
    opacity: 1,
    createdAt: new Date().toISOString(),
  };
}
