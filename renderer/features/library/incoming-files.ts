import type { PickedFile } from '#shared/ipc.ts';

/** A file on its way in. Its bytes are read when its turn comes, so that thousands need not be in memory. */
export type IncomingFile = {
  readonly name: string;
  readonly sizeBytes: number;
  /** `null` when it cannot be read. */
  read(): Promise<Uint8Array | null>;
  /** Given by hand; `null` when it was not. */
  readonly title: string | null;
};

/** Files that the main process has read. */
export function fromPicked(files: readonly PickedFile[]): IncomingFile[] {
  return files.map(({ name, sizeBytes, bytes }) => ({
    name,
    sizeBytes,
    title: null,
    read: async () => bytes,
  }));
}

/** Files that were dropped on the window or pasted into it. */
export function fromDropped(files: readonly File[]): IncomingFile[] {
  return files.map((file) => ({
    name: file.name,
    sizeBytes: file.size,
    title: null,
    read: () =>
      file.arrayBuffer().then(
        (buffer) => new Uint8Array(buffer),
        () => null,
      ),
  }));
}

/** A text that was pasted, as the file it is kept as. */
export function fromPasted({ text, title }: { text: string; title: string }, now: Date): IncomingFile {
  const bytes = new TextEncoder().encode(text);
  const stamp = now.toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '');
  return {
    name: `pasted-${stamp}.txt`,
    sizeBytes: bytes.length,
    title: title.trim() === '' ? null : title,
    read: async () => bytes,
  };
}

/** Files that systems leave in folders: nobody means to import them. */
const systemFile = /^(?:\..*|Thumbs\.db|desktop\.ini)$/i;

/**
 * All files of a drop, those in folders included, in order. To be called while the drop is handled: afterwards the
 * browser has taken the list away.
 */
export function filesOfDrop(data: DataTransfer): Promise<File[]> {
  const entries = Array.from(data.items, (item) => item.webkitGetAsEntry());
  // Some sources drop plain files without entries.
  if (entries.every((entry) => entry === null)) return Promise.resolve(Array.from(data.files));
  return collect(entries.filter((entry) => entry !== null));
}

async function collect(top: readonly FileSystemEntry[]): Promise<File[]> {
  const files: File[] = [];
  const waiting = [...top].reverse();
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    if (isFile(entry)) {
      files.push(await fileOf(entry));
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

/** An empty file stands for one that is gone or closed to us, so that the report names it. */
function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve) => entry.file(resolve, () => resolve(new File([], entry.name))));
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
