import { strFromU8 } from 'fflate';
import { type TableName, tableNames } from '#core/history/change.ts';
import {
  type Bundle,
  type BundleFile,
  type BundleManifest,
  bundleFormat,
  bundleLimits,
  type Records,
  recordsName,
  type Sha256,
} from './bundle.ts';
import { checkRecords } from './check-records.ts';
import { parseJson } from './parse-json.ts';
import { inflateEntry, listZip, type ZipEntry, type ZipProblem } from './read-zip.ts';
import { manifestSchema, recordSchemas } from './record-schemas.ts';

/** Why a bundle is refused, as one code and the names and numbers that go into its sentence. */
export type BundleProblem = {
  readonly code:
    | ZipProblem['code']
    /** An entry that no bundle has. */
    | 'unknown-name'
    | 'missing-entry'
    | 'damaged-entry'
    | 'wrong-hash'
    | 'bad-manifest'
    /** Made by a newer Liptako. */
    | 'newer-format'
    | 'bad-json'
    | 'forbidden-key'
    | 'too-deep'
    | 'bad-record'
    | 'duplicate-id'
    | 'missing-article'
    | 'missing-brief'
    /** A text is not as long as its article says. */
    | 'wrong-text'
    /** A passage is not what stands at its place in the text. */
    | 'wrong-passage';
  readonly detail: Readonly<Record<string, string | number>>;
};

export type BundleAnswer =
  | { readonly ok: true; readonly bundle: Bundle }
  | { readonly ok: false; readonly problem: BundleProblem };

/**
 * Read a bundle and check all of it: structure and limits of the zip, the hash of every entry, every record, every
 * reference, and that each passage stands in its text. Answers the first problem; nothing of a bundle with one is used.
 */
export async function readBundle(bytes: Uint8Array, sha256: Sha256): Promise<BundleAnswer> {
  const listing = listZip(bytes, bundleLimits);
  if (!listing.ok) return listing;
  try {
    return { ok: true, bundle: await readEntries(listing.entries, sha256) };
  } catch (error) {
    if (error instanceof BundleRefusal) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** Carries a problem out of the reading functions; never leaves this module. */
class BundleRefusal extends Error {
  readonly problem: BundleProblem;

  constructor(problem: BundleProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

function refuse(code: BundleProblem['code'], detail: BundleProblem['detail'] = {}): never {
  throw new BundleRefusal({ code, detail });
}

const knownName = /^(manifest\.json|records\/[a-zA-Z]+\.json|(originals|texts)\/[0-9a-f]{64})$/;

async function readEntries(entries: readonly ZipEntry[], sha256: Sha256): Promise<Bundle> {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const manifest = readManifest(byName.get('manifest.json'));
  const listed = new Map(manifest.entries.map((entry) => [entry.name, entry]));
  for (const name of byName.keys())
    if (!isKnown(name) || (name !== 'manifest.json' && !listed.has(name))) refuse('unknown-name', { name });
  const contents = new Map<string, Uint8Array>();
  for (const { name, sha256: hash } of manifest.entries) {
    const content = inflate(byName.get(name), name);
    if ((await sha256(content)) !== hash) refuse('wrong-hash', { name });
    contents.set(name, content);
  }
  const records = Object.fromEntries(
    tableNames.map((table) => [table, readRecords(table, contents)]),
  ) as unknown as Records;
  const files = [...contents].flatMap(([name, content]) => readFile(name, content, listed));
  const problem = checkRecords(records, files);
  if (problem !== null) throw new BundleRefusal(problem);
  return { manifest, records, files };
}

function isKnown(name: string): boolean {
  if (!knownName.test(name)) return false;
  return !name.startsWith('records/') || tableNames.some((table) => recordsName(table) === name);
}

function readManifest(entry: ZipEntry | undefined): BundleManifest {
  const name = 'manifest.json';
  const value = parse(inflate(entry, name), name);
  const format = (value as { readonly format?: unknown } | null)?.format;
  // Looked at first: a newer manifest may look like nothing this version knows.
  if (typeof format === 'number' && format > bundleFormat)
    refuse('newer-format', { found: format, known: bundleFormat });
  const parsed = manifestSchema.safeParse(value);
  if (!parsed.success) return refuse('bad-manifest', { path: parsed.error.issues[0]?.path.join('.') ?? '' });
  const names = parsed.data.entries.map((listedEntry) => listedEntry.name);
  if (new Set(names).size !== names.length) refuse('bad-manifest', { path: 'entries' });
  return parsed.data;
}

function inflate(entry: ZipEntry | undefined, name: string): Uint8Array {
  if (entry === undefined) return refuse('missing-entry', { name });
  return inflateEntry(entry) ?? refuse('damaged-entry', { name });
}

function parse(content: Uint8Array, name: string): unknown {
  const parsed = parseJson(strFromU8(content));
  return parsed.ok ? parsed.value : refuse(parsed.code, { name, key: parsed.key });
}

/** Tables that the first bundles of this format did not have. */
const laterTables: ReadonlySet<TableName> = new Set([
  'analysts',
  'tagGroups',
  'memos',
  'readings',
  'savedSearches',
  'searchDecisions',
  'batches',
  'actors',
  'relations',
  'events',
  'tracks',
  'areas',
  'mapLayers',
  'findings',
]);

function readRecords(table: TableName, contents: ReadonlyMap<string, Uint8Array>): unknown[] {
  const name = recordsName(table);
  const content = contents.get(name);
  if (content === undefined) return laterTables.has(table) ? [] : refuse('missing-entry', { name });
  const value = parse(content, name);
  if (!Array.isArray(value)) return refuse('bad-record', { table, index: 0, path: '' });
  const schema = recordSchemas[table];
  return value.map((record: unknown, index) => {
    const parsed = schema.safeParse(record);
    if (parsed.success) return parsed.data;
    return refuse('bad-record', { table, index, path: parsed.error.issues[0]?.path.join('.') ?? '' });
  });
}

/** The name of a file is its hash, so a wrong one is a wrong hash. */
function readFile(
  name: string,
  bytes: Uint8Array,
  listed: ReadonlyMap<string, { readonly sha256: string }>,
): BundleFile[] {
  const [folder, sha256 = ''] = name.split('/');
  if (folder !== 'originals' && folder !== 'texts') return [];
  if (listed.get(name)?.sha256 !== sha256) refuse('wrong-hash', { name });
  return [{ kind: folder === 'originals' ? 'original' : 'text', sha256, bytes }];
}
