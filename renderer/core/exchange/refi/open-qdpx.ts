import { strFromU8, strToU8 } from 'fflate';
import {
  inflateEntry,
  listZip,
  type ZipEntry,
  type ZipLimits,
  type ZipProblem,
} from '#core/exchange/read-zip.ts';
import { surveyUtf8 } from '#core/import/detect-encoding.ts';
import { decodeWide, parseXml, type XmlElement, type XmlProblem } from './parse-xml.ts';

/** A text that a project points to, its byte order mark included. */
export type StoredText =
  /** `isSound`: every byte of it could be read. */
  | { readonly kind: 'text'; readonly raw: string; readonly isSound: boolean }
  | { readonly kind: 'missing' | 'too-large' | 'damaged' };

/** A project file that has been opened: its XML, and the texts beside it. */
export type OpenProject = {
  readonly ok: true;
  readonly root: XmlElement;
  /** The text under a path of the project, wherever in the file it stands. */
  readText(path: string): StoredText;
};

/**
 * Why a project file can't be opened: what the zip or the XML has, and `no-project-file`, `several-project-files`
 * (`names`), `damaged-entry` (`name`), `wrong-root` (`found`, `wanted`).
 */
export type OpenProblem = {
  readonly ok: false;
  readonly code:
    | ZipProblem['code']
    | XmlProblem['code']
    | 'no-project-file'
    | 'several-project-files'
    | 'damaged-entry'
    | 'wrong-root';
  readonly detail: Readonly<Record<string, string | number>>;
};

/** Films and pictures in it are only counted, never inflated. */
const limits: ZipLimits = { entries: 50_000, inflatedBytes: 4 * 1024 ** 3, ratio: 1_100, isForeign: true };
const largestProject = 200 * 1024 ** 2;
const largestText = 64 * 1024 ** 2;
/** Of all texts together. */
const mostText = 512 * 1024 ** 2;

/** Open a project file: the zip, or its XML alone, whose texts then are missing. */
export function openQdpx(bytes: Uint8Array): OpenProject | OpenProblem {
  if (!isZip(bytes)) return openXml(bytes, () => ({ kind: 'missing' }));
  const listing = listZip(bytes, limits);
  if (!listing.ok) return { ok: false, ...listing.problem };
  const files = listing.entries.filter(
    ({ name }) => !name.endsWith('/') && !/(^|\/)(__MACOSX\/|\._)/.test(name),
  );
  const project = findProject(files);
  if ('code' in project) return project;
  if (project.sizeBytes > largestProject)
    return refuse('too-large', { name: project.name, limit: largestProject });
  const xml = inflateEntry(project);
  if (xml === null) return refuse('damaged-entry', { name: project.name });
  return openXml(xml, createTextReader(files));
}

function refuse(code: OpenProblem['code'], detail: OpenProblem['detail']): OpenProblem {
  return { ok: false, code, detail };
}

/** Any file that does not begin as XML is held for a zip, so that its problem is told as one. */
function isZip(bytes: Uint8Array): boolean {
  const head = strFromU8(bytes.subarray(0, 4), true);
  return !/^(?:\s*<|\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/.test(head);
}

function openXml(bytes: Uint8Array, readText: OpenProject['readText']): OpenProject | OpenProblem {
  const parsed = parseXml(bytes);
  if (!parsed.ok) return parsed;
  const { root } = parsed;
  if (root.name === 'Project') return { ok: true, root, readText };
  return refuse('wrong-root', { found: root.name.slice(0, 80), wanted: 'Project' });
}

/** By the rule `project.qde`; ATLAS.ti names it after the project, and people zip the folder around it. */
function findProject(files: readonly ZipEntry[]): ZipEntry | OpenProblem {
  const all = files.filter(({ name }) => /\.qde$/i.test(name));
  const outer = all.filter(({ name }) => !name.includes('/'));
  const candidates = outer.length > 0 ? outer : all;
  const named = candidates.filter(({ name }) => /(^|\/)project\.qde$/i.test(name));
  const [only, ...others] = named.length === 1 ? named : candidates;
  if (only === undefined) return refuse('no-project-file', {});
  if (others.length === 0) return only;
  return refuse('several-project-files', {
    names: candidates
      .slice(0, 5)
      .map(({ name }) => name)
      .join(', '),
  });
}

function createTextReader(files: readonly ZipEntry[]): OpenProject['readText'] {
  const byName = new Map(files.map((entry) => [lastName(entry.name).toLowerCase(), entry]));
  let left = mostText;
  return (path) => {
    const entry = namesOf(path)
      .flatMap((name) => byName.get(name.toLowerCase()) ?? [])
      .at(0);
    if (entry === undefined) return { kind: 'missing' };
    if (entry.sizeBytes > Math.min(largestText, left)) return { kind: 'too-large' };
    left -= entry.sizeBytes;
    const bytes = inflateEntry(entry);
    return bytes === null ? { kind: 'damaged' } : { kind: 'text', ...decodeText(bytes) };
  };
}

/** How the file at `internal://…`, or only its name, may be called in the zip, whose names are bytes. */
function namesOf(path: string): string[] {
  const name = lastName(path.trim());
  const plain = [name, unescapePath(name)];
  return name === '' ? [] : [...plain, ...plain.map((one) => strFromU8(strToU8(one), true))];
}

function lastName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? '';
}

function unescapePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** UTF-8, or UTF-16 by its mark. The mark stays: some programs count it. */
function decodeText(bytes: Uint8Array): { raw: string; isSound: boolean } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { raw: `\ufeff${decodeWide(bytes, 0)}`, isSound: true };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { raw: `\ufeff${decodeWide(bytes, 1)}`, isSound: true };
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  // The decoder would take the mark away, and with it a place that may be counted.
  const raw = isMarked ? `\ufeff${strFromU8(bytes.subarray(3))}` : strFromU8(bytes);
  return { raw, isSound: surveyUtf8(bytes).broken === 0 };
}
