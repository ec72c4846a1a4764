import { createInflateBudget, documentLimits } from '#core/import/containers/inflate-limits.ts';
import { readDirectory, type ZipEntry } from '#core/import/containers/zip/read-directory.ts';
import { openEntry } from '#core/import/containers/zip/read-entry.ts';
import { SourceProblem, sourceOf } from '#core/import/file-source.ts';
import { declaresNestedEntities } from '#core/import/scan-xml.ts';
import type { Tools } from '#core/import/tools.ts';
import type { Given } from './extraction.ts';
import { decodeBytes } from './plain-text.ts';

/** The parts of a document that is a zip file. */
export type ZippedParts = {
  readonly names: readonly string[];
  /**
   * A part's bytes; `null` when there is no such part.
   *
   * @throws SourceProblem `damaged`, `encrypted` or `bomb`.
   */
  bytes(name: string): Promise<Uint8Array | null>;
  /**
   * A part that is XML, decoded; `null` when there is no such part.
   *
   * @throws SourceProblem also `bomb` when it declares entities made of entities.
   */
  xml(name: string): Promise<string | null>;
};

/**
 * Open a document that is a zip file. All its parts are charged to one account, so that it can't unpack to more than
 * is safe.
 *
 * @throws SourceProblem `damaged` when its directory is missing or broken, `bomb` when it has too many parts.
 */
export async function openZippedParts({ name, bytes }: Given, tools: Tools): Promise<ZippedParts> {
  const source = sourceOf(name, bytes);
  const directory = await readDirectory(source, documentLimits.entries);
  if (directory === null) throw new SourceProblem('damaged', { sizeBytes: bytes.length });
  const entries = new Map<string, ZipEntry>();
  for (const entry of directory) if (!entry.isFolder) entries.set(entry.path, entry);
  const budget = createInflateBudget(documentLimits);

  /** What was unpacked already: a part is looked at more than once. */
  const unpacked = new Map<string, Promise<Uint8Array>>();

  async function unpack(entry: ZipEntry): Promise<Uint8Array> {
    const part = await openEntry(source, entry, { path: entry.path, budget });
    return part.read(0, part.sizeBytes);
  }

  async function read(path: string): Promise<Uint8Array | null> {
    const entry = entries.get(path);
    if (entry === undefined) return null;
    const bytes = unpacked.get(path) ?? unpack(entry);
    unpacked.set(path, bytes);
    return bytes;
  }

  return {
    names: [...entries.keys()],
    bytes: read,
    async xml(path) {
      const part = await read(path);
      if (part === null) return null;
      const decoded = decodeBytes({ name: path, bytes: part }, declaredEncoding(part), tools);
      if (decoded.kind === 'refused')
        throw new SourceProblem(decoded.reason === 'empty' ? 'empty' : 'damaged', { part: path });
      if (declaresNestedEntities(decoded.text))
        throw new SourceProblem('bomb', { limit: 'entities', part: path });
      return decoded.text;
    },
  };
}

/** The encoding an XML file names in its first line; UTF-8 when it names none. */
function declaredEncoding(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  return /^(?:\xef\xbb\xbf)?<\?xml[^>]{1,100}encoding\s*=\s*["']([\w.-]{1,40})/.exec(head)?.[1] ?? 'utf-8';
}
