import { randomUUID } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { type BrowserWindow, dialog, type FileFilter } from 'electron';
import { safeName } from '#core/exchange/safe-name.ts';
import type { PickedFile, PickKind, SaveAnswer, SaveKind } from '#shared/ipc.ts';
import type { FileSystem } from './files/file-system.ts';
import { lackOfSpace, writeProblem } from './files/write-problem.ts';
import { writeWhole } from './files/write-whole.ts';
import type { Words } from './words.ts';

/** The most Node reads into one array. */
export const MAX_BUNDLE_BYTES = 2 ** 31 - 1;

/** A project of a coding program: its texts and codings, no pictures or films. */
const MAX_PROJECT_BYTES = 512 * 1024 * 1024;

/** An export of a collection of events with half a million rows. */
const MAX_GEODATA_BYTES = 640 * 1024 * 1024;

/** A list of names to search. */
const MAX_TERMS_BYTES = 4 * 1024 * 1024;

/** What coding programs write that we read. */
const projectExtensions = ['qdpx', 'qde', 'qdc', 'jsonld', 'json', 'sqlite3', 'sqlite', 'db', 'csv', 'xlsx'];

/** All files picked at once together: they travel to the window in one answer. */
const MAX_PICKED_BYTES = 1024 * 1024 * 1024;

const extensions: Record<SaveKind, string> = {
  pdf: '.pdf',
  html: '.html',
  markdown: '.md',
  docx: '.docx',
  bundle: '.liptako',
  csv: '.csv',
  json: '.json',
  xlsx: '.xlsx',
  zip: '.zip',
  qdpx: '.qdpx',
  qdc: '.qdc',
  jsonld: '.jsonld',
  geojson: '.geojson',
  kml: '.kml',
  gpx: '.gpx',
  png: '.png',
  svg: '.svg',
};

/** Let the analyst pick files and read them; `null` when cancelled. */
export async function pickFiles(
  window: BrowserWindow,
  words: Words,
  kind: PickKind,
): Promise<PickedFile[] | null> {
  const { title, filter, limit } = picking(words)[kind];
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    properties: ['openFile'],
    filters: [filter, { name: words.allFiles, extensions: ['*'] }],
  });
  if (canceled) return null;
  return readPicked(filePaths, limit);
}

type Picking = {
  readonly title: string;
  readonly filter: FileFilter;
  readonly limit: number;
};

/** What each kind of picking asks for. */
function picking(words: Words): Record<PickKind, Picking> {
  return {
    bundle: {
      title: words.pickBundle,
      filter: { name: words.bundles, extensions: ['liptako'] },
      limit: MAX_BUNDLE_BYTES,
    },
    project: {
      title: words.pickProject,
      filter: { name: words.projects, extensions: projectExtensions },
      limit: MAX_PROJECT_BYTES,
    },
    geodata: {
      title: words.pickGeodata,
      filter: {
        name: words.geodata,
        extensions: ['geojson', 'json', 'kml', 'kmz', 'gpx', 'csv', 'tsv', 'txt'],
      },
      limit: MAX_GEODATA_BYTES,
    },
    terms: {
      title: words.pickTerms,
      filter: { name: words.terms, extensions: ['txt', 'csv', 'tsv'] },
      limit: MAX_TERMS_BYTES,
    },
  };
}

/** Read files, one after another; `bytes` is `null` for what is above `limit`, or beyond what one answer carries. */
export async function readPicked(paths: readonly string[], limit: number): Promise<PickedFile[]> {
  const picked: PickedFile[] = [];
  let room = Math.max(limit, MAX_PICKED_BYTES);
  for (const path of paths) {
    const file = await readOne(path, Math.min(limit, room));
    room -= file.bytes?.byteLength ?? 0;
    picked.push(file);
  }
  return picked;
}

/** Let the analyst choose a folder; `null` when cancelled. */
export async function chooseFolder(
  window: BrowserWindow,
  words: Words,
  action: 'create' | 'open',
): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: action === 'create' ? words.createIn : words.openFrom,
    properties: action === 'create' ? ['openDirectory', 'createDirectory'] : ['openDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Save content where the analyst chooses, whole or not at all; `null` when cancelled. */
export async function saveFile(
  window: BrowserWindow,
  words: Words,
  saving: {
    readonly files: FileSystem;
    /** Where the dialog begins. */
    readonly folder: string;
    readonly file: {
      readonly suggestedName: string;
      readonly kind: SaveKind;
      readonly content: string | Uint8Array;
    };
  },
): Promise<SaveAnswer | null> {
  const { files, folder, file } = saving;
  const extension = extensions[file.kind];
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: words.save,
    defaultPath: join(folder, safeName(file.suggestedName, extension)),
    filters: [{ name: extension.slice(1).toUpperCase(), extensions: [extension.slice(1)] }],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  if (canceled || filePath === '') return null;
  // GTK's dialog adds no extension by itself.
  const path = extname(filePath) === '' ? filePath + extension : filePath;
  const bytes = typeof file.content === 'string' ? Buffer.from(file.content, 'utf8') : file.content;
  try {
    const lack = await lackOfSpace(files, dirname(path), bytes.byteLength, 0);
    if (lack !== null) return { ok: false, problem: lack };
    await writeWhole(files, path, bytes, `${path}.${randomUUID()}.tmp`);
    return { ok: true, fileLabel: path };
  } catch (error) {
    return { ok: false, problem: writeProblem(error) };
  }
}

async function readOne(path: string, limit: number): Promise<PickedFile> {
  const name = basename(path);
  try {
    const { size } = await stat(path);
    if (size > limit) return { name, sizeBytes: size, bytes: null };
    const bytes = await readUpTo(path, limit);
    return { name, sizeBytes: bytes?.byteLength ?? size, bytes };
  } catch {
    return { name, sizeBytes: 0, bytes: null };
  }
}

/** A file that grows while it is read, or has no size (a pipe, /dev/zero), is not followed beyond `limit`. */
async function readUpTo(path: string, limit: number): Promise<Uint8Array | null> {
  const file = await open(path, 'r');
  try {
    if (!(await file.stat()).isFile()) return null;
    const { size } = await file.stat();
    if (size > limit) return null;
    const bytes = new Uint8Array(size);
    let filled = 0;
    while (filled < size) {
      const { bytesRead } = await file.read(bytes, filled, size - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  } finally {
    await file.close();
  }
}
