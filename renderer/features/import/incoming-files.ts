import { countPassedOver, type PassedOver, passedOver } from '#core/import/containers/passed-over.ts';
import type { Refusal } from '#core/import/refusal.ts';
import type { PickedFile } from '#shared/ipc.ts';
import type { HandedFile } from '#workers/read-handed.ts';

/** A file on its way in: its bytes stay on the disk until its turn comes. */
export type IncomingFile = {
  /** `null`: the system would not let it be opened. */
  readonly file: File | null;
  /** Its name with the folders it was dropped or picked with, `/` between them. */
  readonly path: string;
  /** Given by hand; `null` when it was not. */
  readonly title: string | null;
  /** Why there is no `file`, where that is known. */
  readonly closed?: HandedFile['closed'];
};

/** What a choice or a drop brings. */
export type Incoming = {
  readonly files: readonly IncomingFile[];
  /** What lies in the folders and is no article by its name: a line for each folder and kind. */
  readonly passedOver: readonly Refusal[];
};

/** Files that the main process has read. */
export function fromPicked(files: readonly PickedFile[]): IncomingFile[] {
  return files.map(({ name, bytes }) => ({
    file: bytes === null ? null : new File([bytes as BlobPart], name),
    path: name,
    title: null,
  }));
}

/** Files that were chosen in the browser's own box, or pasted: those of a folder come in the order of their names. */
export function fromChosen(files: readonly File[]): Incoming {
  const found = files.map((file) => ({ file, path: file.webkitRelativePath || file.name, title: null }));
  const isFolder = found.some(({ file, path }) => path !== file.name);
  return sift(isFolder ? found.sort((a, b) => inOrder.compare(a.path, b.path)) : found);
}

/** So long is asked for sizes before the window answers again. */
const sliceMs = 8;

/**
 * The bytes of each file, in order; 0 for one that can't be opened. In slices: the first time a file is asked for its
 * size the browser looks at the disk, and the window waits.
 */
export async function sizesOf(files: readonly IncomingFile[], signal?: AbortSignal): Promise<number[]> {
  const sizes: number[] = [];
  let endsAt = performance.now() + sliceMs;
  for (const { file } of files) {
    if (performance.now() > endsAt) {
      await new Promise((resolve) => setTimeout(resolve));
      if (signal?.aborted) break;
      endsAt = performance.now() + sliceMs;
    }
    sizes.push(file?.size ?? 0);
  }
  return sizes;
}

/** A text that was pasted, as the file it is kept as. */
export function fromPasted({ text, title }: { text: string; title: string }, now: Date): IncomingFile {
  const stamp = now.toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '');
  const name = `pasted-${stamp}.txt`;
  return { file: new File([text], name), path: name, title: title.trim() === '' ? null : title };
}

/**
 * All files of a drop, those in folders included, in order. To be called while the drop is handled: afterwards the
 * browser has taken the list away.
 */
export async function filesOfDrop(data: DataTransfer): Promise<Incoming> {
  const entries = Array.from(data.items, (item) => item.webkitGetAsEntry());
  // Some sources drop plain files without entries.
  if (entries.every((entry) => entry === null)) return fromChosen(Array.from(data.files));
  return sift(await collect(entries.filter((entry) => entry !== null)));
}

const inOrder = new Intl.Collator('en', { numeric: true });

/** Tell the files that are meant to be imported from those that lie in folders for other reasons, which are counted. */
function sift(found: readonly IncomingFile[]): Incoming {
  const counts = new Map<string, PassedOver>();
  const files = found.filter(({ path }) => {
    const [top = '', ...inside] = path.split('/');
    const what = inside.length === 0 ? null : (passedOver(path) ?? (inside.some(isHidden) ? 'hidden' : null));
    if (what === null) return true;
    const count = counts.get(top) ?? countPassedOver(top);
    counts.set(top, count);
    count.count(what, inside.at(-1) ?? '');
    return false;
  });
  return { files, passedOver: [...counts.values()].flatMap((count) => count.refusals()) };
}

function isHidden(name: string): boolean {
  return name.startsWith('.');
}

async function collect(top: readonly FileSystemEntry[]): Promise<IncomingFile[]> {
  const files: IncomingFile[] = [];
  const waiting = [...top].reverse();
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    if (isFile(entry)) files.push(await openEntry(entry));
    else if (isFolder(entry)) {
      const { found, isClosed } = await listFolder(entry);
      if (isClosed) files.push({ file: null, path: `${pathOf(entry)}/`, title: null, closed: 'folder' });
      waiting.push(...found.sort((a, b) => inOrder.compare(b.name, a.name)));
    }
  }
  return files;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function pathOf(entry: FileSystemEntry): string {
  return entry.fullPath.replace(/^\//, '');
}

async function openEntry(entry: FileSystemFileEntry): Promise<IncomingFile> {
  const path = pathOf(entry);
  // A name that is not in Unicode comes as an empty one, by which nothing can be opened.
  if (entry.name === '') return { file: null, path, title: null, closed: 'name' };
  const file = await new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null)));
  return { file, path, title: null };
}

/** A folder is listed in parts of a hundred until an empty one comes, or until the system will not go on. */
async function listFolder(
  folder: FileSystemDirectoryEntry,
): Promise<{ found: FileSystemEntry[]; isClosed: boolean }> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[] | null>((resolve) =>
      reader.readEntries(resolve, () => resolve(null)),
    );
    if (part === null || part.length === 0) return { found, isClosed: part === null };
    found.push(...part);
  }
}
