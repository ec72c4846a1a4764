import { type FileSource, readWhole, sourceOf } from '#core/import/file-source.ts';
import { createSha256 } from '#core/import/sha256.ts';
import type { LayerProblem } from '#core/layers/layer-problem.ts';
import type { ShapeFile } from '#core/layers/layer-shapes.ts';
import type { LayerForm } from '#core/layers/map-layer.ts';
import { type OpenLayer, openLayerFile, problemOf } from '#core/layers/open-layer-file.ts';
import { sourceOfFile } from './file-of-disk.ts';
import type { Job } from './rpc.ts';

/** What a file is that can be laid on the map. */
export type LayerFacts = {
  readonly form: LayerForm;
  readonly sha256: string;
  readonly title: string;
  readonly attribution: string;
  /** Shapes it draws; `null` of an archive of tiles. */
  readonly shapes: number | null;
  /** Parts that cannot be drawn. */
  readonly skipped: number;
};

export type InspectAnswer =
  | { readonly ok: true; readonly facts: LayerFacts }
  | { readonly ok: false; readonly problem: LayerProblem };

export type ShapesAnswer =
  | { readonly ok: true; readonly file: ShapeFile }
  | { readonly ok: false; readonly problem: LayerProblem };

const blockBytes = 1024 * 1024;

/** What the worker for map layers answers. */
export const layersApi = {
  /** Look through a file before it is kept: whether it can be drawn, and its hash. Reports the share that is done. */
  async inspect({ file }: { readonly file: File }, job: Job<number>): Promise<InspectAnswer> {
    const source = sourceOfFile(file, file.name);
    const answer = await openLayerFile(source);
    if (!answer.ok) return answer;
    try {
      await probeTile(answer.layer);
      return { ok: true, facts: { ...factsOf(answer.layer), sha256: await hash(source, job) } };
    } catch (error) {
      return { ok: false, problem: problemOf(error) };
    }
  },

  /** The shapes of a kept file. */
  async readShapes({
    name,
    bytes,
  }: {
    readonly name: string;
    readonly bytes: Uint8Array;
  }): Promise<ShapesAnswer> {
    const answer = await openLayerFile(sourceOf(name, bytes));
    if (!answer.ok) return answer;
    if (answer.layer.kind === 'shapes') return { ok: true, file: answer.layer.file };
    return { ok: false, problem: { code: 'unknown-form', detail: { form: '' } } };
  },
};

/** Read one tile, so that a file whose tiles cannot be read is refused before it is kept. */
async function probeTile(layer: OpenLayer): Promise<void> {
  if (layer.kind !== 'tiles') return;
  const { minZoom, box } = layer.archive.facts;
  const [west, south, east, north] = box;
  const angle = (((south + north) / 2) * Math.PI) / 180;
  const down = (1 - Math.log(Math.tan(angle) + 1 / Math.cos(angle)) / Math.PI) / 2;
  const across = ((west + east) / 2 + 180) / 360;
  await layer.archive.getTile(minZoom, Math.floor(across * 2 ** minZoom), Math.floor(down * 2 ** minZoom));
}

function factsOf(layer: OpenLayer): Omit<LayerFacts, 'sha256'> {
  if (layer.kind === 'tiles') {
    const { title, attribution } = layer.archive.facts;
    return { form: layer.form, title, attribution, shapes: null, skipped: 0 };
  }
  const { title, attribution, shapes, skipped } = layer.file;
  return { form: layer.form, title, attribution, shapes: shapes.length, skipped };
}

async function hash(source: FileSource, { signal, report }: Job<number>): Promise<string> {
  const sha256 = createSha256();
  for (let at = 0; at < source.sizeBytes; at += blockBytes) {
    signal.throwIfAborted();
    sha256.add(await readWhole(source, at, Math.min(at + blockBytes, source.sizeBytes)));
    report(Math.min(1, (at + blockBytes) / source.sizeBytes));
  }
  return sha256.finish();
}
