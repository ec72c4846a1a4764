import { deflateSync, strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { type TableName, type Tables, tableNames } from '#core/history/change.ts';
import type { MapLayer } from '#core/layers/map-layer.ts';
import type { ZipLimits } from './read-zip.ts';

/** Every kept record of a workspace. */
export type Records = { readonly [Table in TableName]: readonly Tables[Table][] };

/** Original bytes or canonical text, found by its SHA-256. */
export type BundleFile = {
  readonly kind: 'original' | 'text';
  readonly sha256: string;
  readonly bytes: Uint8Array;
};

export type BundleManifest = {
  readonly format: 1;
  readonly app: 'liptako';
  readonly appVersion: string;
  readonly createdAt: string;
  readonly workspaceName: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly entries: readonly { readonly name: string; readonly sha256: string; readonly sizeBytes: number }[];
};

/** A bundle that has been checked from end to end. */
export type Bundle = {
  readonly manifest: BundleManifest;
  readonly records: Records;
  readonly files: readonly BundleFile[];
};

/** The newest format this version writes and reads. */
export const bundleFormat = 1;

/** What a bundle may hold. */
export const bundleLimits: ZipLimits = { entries: 20_000, inflatedBytes: 500 * 1024 * 1024, ratio: 200 };

/** SHA-256 in hex. */
export type Sha256 = (bytes: Uint8Array) => Promise<string>;

/** What a bundle is made from; files are read one after another. */
export type BundleContent = {
  readonly appVersion: string;
  readonly now: string;
  readonly workspaceName: string;
  readonly records: Records;
  /** `null`: the file is missing or damaged. */
  readonly readFile: (which: Pick<BundleFile, 'kind' | 'sha256'>) => Promise<Uint8Array | null>;
  readonly sha256: Sha256;
  readonly onProgress?: (done: number, total: number) => void;
};

export type WrittenBundle =
  /** Of the layers in `withoutFile` the name went along, but their file was gone, damaged or one too many. */
  | { readonly ok: true; readonly bytes: Uint8Array; readonly withoutFile: readonly string[] }
  /** An article's file is gone: a bundle without it could not be read back. */
  | { readonly ok: false; readonly code: 'missing-file'; readonly articleName: string }
  | { readonly ok: false; readonly code: 'too-large'; readonly limit: number };

/** Entries that pack better than this are stored as they are, or our own reader would take them for a bomb. */
const honestRatio = 100;

/**
 * Write a workspace into a `.liptako` bundle: a zip of `manifest.json`, `records/<table>.json`, `originals/<sha256>`
 * and `texts/<sha256>`. The same content makes the same bytes.
 */
export async function writeBundle(content: BundleContent): Promise<WrittenBundle> {
  const { records, sha256, onProgress } = content;
  const files = listFiles(records);
  const total = tableNames.length + files.length;
  const packer = createPacker();
  const entries: BundleManifest['entries'][number][] = [];
  let inflated = 0;
  const add = async (name: string, bytes: Uint8Array) => {
    entries.push({ name, sha256: await sha256(bytes), sizeBytes: bytes.length });
    inflated += bytes.length;
    packer.add(name, bytes);
    onProgress?.(entries.length, total);
  };
  for (const table of tableNames) await add(recordsName(table), strToU8(JSON.stringify(records[table])));
  for (const { kind, sha256: hash, articleName } of files) {
    const bytes = await content.readFile({ kind, sha256: hash });
    if (bytes === null) return { ok: false, code: 'missing-file', articleName };
    if (inflated + bytes.length > bundleLimits.inflatedBytes)
      return { ok: false, code: 'too-large', limit: bundleLimits.inflatedBytes };
    await add(fileName(kind, hash), bytes);
  }
  const withoutFile: string[] = [];
  for (const { sha256: hash, name } of lightLayers(records)) {
    const bytes = await content.readFile({ kind: 'original', sha256: hash });
    // Of a map layer without its file the name is left, and that the file is to be added again.
    if (bytes === null || inflated + bytes.length > bundleLimits.inflatedBytes) withoutFile.push(name);
    else await add(fileName('original', hash), bytes);
  }
  const manifest: BundleManifest = {
    format: bundleFormat,
    app: 'liptako',
    appVersion: content.appVersion,
    createdAt: content.now,
    workspaceName: content.workspaceName,
    counts: Object.fromEntries(tableNames.map((table) => [table, records[table].length])),
    entries,
  };
  packer.add('manifest.json', strToU8(JSON.stringify(manifest, null, 2)));
  return { ok: true, bytes: packer.finish(), withoutFile };
}

/** Where the records of a table stand in a bundle. */
export function recordsName(table: TableName): string {
  return `records/${table}.json`;
}

/** Where a file stands in a bundle. */
export function fileName(kind: BundleFile['kind'], sha256: string): string {
  return `${kind === 'original' ? 'originals' : 'texts'}/${sha256}`;
}

type WantedFile = Pick<BundleFile, 'kind' | 'sha256'> & { readonly articleName: string };

/** Each file that an article needs, once. */
function listFiles(records: Records): WantedFile[] {
  const files = new Map<string, WantedFile>();
  for (const { originalSha256, textSha256, originalName: articleName } of records.articles) {
    files.set(`o${originalSha256}`, { kind: 'original', sha256: originalSha256, articleName });
    files.set(`t${textSha256}`, { kind: 'text', sha256: textSha256, articleName });
  }
  return [...files.values()];
}

/** Larger files of map layers do not go along, in bytes: a bundle is read in one piece. */
export const largestLayer = 32 * 1024 * 1024;

/** The map layers of which a bundle takes the name only, as their files are too large for it. */
export function heavyLayers({ articles, mapLayers }: Pick<Records, 'articles' | 'mapLayers'>): MapLayer[] {
  const carried = new Set(articles.map(({ originalSha256 }) => originalSha256));
  return mapLayers.filter(({ sizeBytes, sha256 }) => sizeBytes > largestLayer && !carried.has(sha256));
}

/** A layer for each file of the analyst's map layers that is small enough and no article's own. */
function lightLayers({ articles, mapLayers }: Records): MapLayer[] {
  const carried = new Set(articles.map(({ originalSha256 }) => originalSha256));
  const light = mapLayers.filter(
    ({ sizeBytes, sha256 }) => sizeBytes <= largestLayer && !carried.has(sha256),
  );
  return [...new Map(light.map((layer) => [layer.sha256, layer])).values()];
}

function createPacker() {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  return {
    add(name: string, bytes: Uint8Array): void {
      const isHonest = bytes.length <= deflateSync(bytes).length * honestRatio;
      const entry = isHonest ? new ZipDeflate(name, { level: 6 }) : new ZipPassThrough(name);
      // Zip knows no dates before 1980; a fixed one makes the same content the same bytes.
      entry.mtime = new Date(1980, 0, 1, 12);
      zip.add(entry);
      entry.push(bytes, true);
    },
    finish(): Uint8Array {
      zip.end();
      const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
      let at = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, at);
        at += chunk.length;
      }
      return bytes;
    },
  };
}
