import type { PickedFile } from '#shared/ipc.ts';

/** A file on its way in: its bytes stay on the disk until its turn comes. */
export type IncomingFile = {
  /** `null`: the system would not let it be opened. */
  readonly file: File | null;
  /** Its name with the folders it was dropped or picked with, `/` between them. */
  readonly path: string;
  /** Given by hand; `null` when it was not. */
  readonly title: string | null;
};

/** Files that the main process has read. */
export function fromPicked(files: readonly PickedFile[]): IncomingFile[] {
  return files.map(({ name, bytes }) => ({
    file: bytes === null ? null : new File([bytes as BlobPart], name),
    path: name,
    title: null,
  }));
}

/**
 * Files that were chosen in the browser's own box, or pasted; those that systems leave in folders are left out. The
 * files of a folder come in the order of their names, others as they were chosen.
 */
export function fromChosen(files: readonly File[]): IncomingFile[] {
  const found = files
    .map((file) => ({ file, path: file.webkitRelativePath || file.name, title: null }))
    .filter(({ file, path }) => path === file.name || !path.split('/').some((name) => systemFile.test(name)));
  const isFolder = found.some(({ file, path }) => path !== file.name);
  return isFolder ? found.sort((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true })) : found;
}

/** A text that was pasted, as the file it is kept as. */
export function fromPasted({ text, title }: { text: string; title: string }, now: Date): IncomingFile {
  const stamp = now.toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '');
  const name = `pasted-${stamp}.txt`;
  return { file: new File([text], name), path: name, title: title.trim() === '' ? null : title };
}

/** Files that systems leave in folders: nobody means to import them. */
const systemFile = /^(?:\..*|Thumbs\.db|desktop\.ini)$/i;

/**
 * All files of a drop, those in folders included, in order. To be called while the drop is handled: afterwards the
 * browser has taken the list away.
 */
export function filesOfDrop(data: DataTransfer): Promise<IncomingFile[]> {
  const entries = Array.from(data.items, (item) => item.webkitGetAsEntry());
  // Some sources drop plain files without entries.
  if (entries.every((entry) => entry === null)) return Promise.resolve(fromChosen(Array.from(data.files)));
  return collect(entries.filter((entry) => entry !== null));
}

async function collect(top: readonly FileSystemEntry[]): Promise<IncomingFile[]> {
  const files: IncomingFile[] = [];
  const waiting = [...top].reverse();
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    if (isFile(entry)) {
      files.push(await openEntry(entry));
    } else if (isFolder(entry)) {
      const inside = await listFolder(entry);
      const wanted = inside.filter(({ name }) => !systemFile.test(name));
      waiting.push(...wanted.sort((a, b) => b.name.localeCompare(a.name)));
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

async function openEntry(entry: FileSystemFileEntry): Promise<IncomingFile> {
  const file = await new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null)));
  return { file, path: entry.fullPath.replace(/^\//, ''), title: null };
}

/** A folder is listed in parts of a hundred until an empty one comes. */
async function listFolder(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (part.length === 0) return found;
    found.push(...part);
  }
}
