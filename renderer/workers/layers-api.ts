import { type FileSource, readWhole, SourceProblem, sourceOf } from '#core/import/file-source.ts';
import { createSha256 } from '#core/import/sha256.ts';
import type { LayerProblem } from '#core/layers/layer-problem.ts';
import type { LayerShape } from '#core/layers/layer-shapes.ts';
import type { LayerForm } from '#core/layers/map-layer.ts';
import {
  maxShapeBytes,
  type OpenAnswer,
  type OpenLayer,
  openLayerFile,
  problemOf,
} from '#core/layers/open-layer-file.ts';
import { createShapeTiles } from '#core/layers/shape-tiles.ts';
import { type Spot, shapesAt } from '#core/layers/shapes-at.ts';
import type { TileFacts } from '#core/layers/tile-archive.ts';
import { sourceOfFile } from './file-of-disk.ts';
import { paintShapes, type ShapePaint, type TileAsk, tilePixels } from './paint-shapes.ts';
import { createVectorPainter, type VectorSquare } from './paint-vector.ts';
import { createClient, type Job, transferring } from './rpc.ts';
import type { VectorColours } from './vector-rules.ts';

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

/** What is in an open file, without its shapes and tiles: those stay in the worker. */
export type LayerContents =
  | { readonly kind: 'shapes'; readonly shapes: number }
  | { readonly kind: 'tiles'; readonly facts: TileFacts };

export type ContentsAnswer =
  | { readonly ok: true; readonly contents: LayerContents }
  | { readonly ok: false; readonly problem: LayerProblem };

/** A file of the workspace, and the way to its bytes: whoever started the worker answers `KeptBytes` there. */
export type KeptLayer = {
  readonly name: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly form: LayerForm;
  readonly bytes: MessagePort;
};

/** Answers the bytes of the kept file, `null` when it is gone. */
export type KeptBytes = {
  readonly read: (part: {
    readonly start: number;
    readonly end: number;
  }) => Promise<Uint8Array | null> | Uint8Array | null;
};

const blockBytes = 1024 * 1024;
/** Lines and points reach over the edge of the square they lie on. */
const margin = 8;

/** What the worker for map layers answers: one worker looks through one file, or holds one open. */
export function createLayersApi() {
  let open: OpenLayer | null = null;
  let tiles: ReturnType<typeof createShapeTiles> | null = null;
  let paintVector: ReturnType<typeof createVectorPainter> | null = null;
  return {
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

    /** Open a kept file; the other questions are about it from then on. */
    async open(kept: KeptLayer): Promise<ContentsAnswer> {
      const answer = await openKept(kept);
      if (!answer.ok) return answer;
      open = answer.layer;
      if (open.kind === 'tiles') {
        const { facts } = open.archive;
        if (facts.kind === 'vector') paintVector = createVectorPainter(open.archive);
        return { ok: true, contents: { kind: 'tiles', facts } };
      }
      tiles = createShapeTiles(open.file.shapes);
      return { ok: true, contents: { kind: 'shapes', shapes: open.file.shapes.length } };
    },

    /** A tile of an archive as it is kept, no longer packed; `null`: there is none. */
    async getTile({ x, y, z }: TileAsk['square']): Promise<Uint8Array | null> {
      if (open?.kind !== 'tiles') return null;
      const bytes = (await open.archive.getTile(z, x, y))?.slice() ?? null;
      return bytes === null ? null : transferring(bytes, [bytes.buffer]);
    },

    /** The shapes on a square as a picture; `null`: there is nothing. */
    drawShapes({ square, density, paint }: TileAsk & { readonly paint: ShapePaint }): ImageBitmap | null {
      const found = tiles?.within(square, { size: tilePixels, margin }) ?? [];
      const picture = paintShapes(found, density, paint);
      return picture === null ? null : transferring(picture, [picture]);
    },

    /** A square of an archive of vector tiles. */
    async drawVector({
      colours,
      ...ask
    }: TileAsk & { readonly colours: VectorColours }): Promise<VectorSquare> {
      const drawn = (await paintVector?.(ask, colours)) ?? { picture: null, names: [] };
      return drawn.picture === null ? drawn : transferring(drawn, [drawn.picture]);
    },

    /** The shapes that lie at a point, the last drawn first. */
    findShapes({ spot, limit }: { readonly spot: Spot; readonly limit: number }): FoundWords[] {
      const found = open?.kind === 'shapes' ? shapesAt(open.file.shapes, spot, limit) : [];
      return found.map(({ name, text }) => ({ name, text }));
    },
  };
}

export type LayersApi = ReturnType<typeof createLayersApi>;

/** What a file says of a shape of it. */
export type FoundWords = Pick<LayerShape, 'name' | 'text'>;

async function openKept({ name, sha256, sizeBytes, form, bytes }: KeptLayer): Promise<OpenAnswer> {
  const kept = createClient<KeptBytes>(bytes);
  const source: FileSource = {
    name,
    path: sha256,
    sizeBytes,
    async read(start, end) {
      const part = await kept.call('read', { start, end });
      if (part === null) throw new SourceProblem('unreadable');
      return part;
    },
  };
  if (form === 'pmtiles' || form === 'mbtiles' || sizeBytes > maxShapeBytes) return openLayerFile(source);
  try {
    return await openLayerFile(sourceOf(name, await readChecked(source, sha256)));
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

/** All of a file, in pieces, so that whoever hands them on is never held up; refused when they are not what was kept. */
async function readChecked(source: FileSource, sha256: string): Promise<Uint8Array> {
  const whole = new Uint8Array(source.sizeBytes);
  const hashing = createSha256();
  for (let at = 0; at < source.sizeBytes; at += blockBytes) {
    const piece = await readWhole(source, at, Math.min(at + blockBytes, source.sizeBytes));
    hashing.add(piece);
    whole.set(piece, at);
  }
  if (hashing.finish() !== sha256) throw new SourceProblem('changed');
  return whole;
}

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
