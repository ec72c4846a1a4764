import { createStore } from 'zustand/vanilla';
import type { Batch } from '#core/import/batch.ts';
import type { IncomingFile } from './incoming-files.ts';

/** What the import dialog has gathered so far. */
export type Gathering = {
  readonly isOpen: boolean;
  readonly files: readonly IncomingFile[];
  /** How they came; `files` when they came in several ways. */
  readonly way: Batch['way'];
};

const nothing: Gathering = { isOpen: false, files: [], way: 'files' };

export const gatherDesk = createStore<Gathering>(() => nothing);

/** Open the import dialog with nothing in it. */
export function openGathering(): void {
  gatherDesk.setState({ isOpen: true });
}

/** Add files to those that are to be imported, and ask about them; nothing when there are none. */
export function gather(files: readonly IncomingFile[], way: Batch['way']): void {
  if (files.length === 0) return;
  gatherDesk.setState((old) => ({
    isOpen: true,
    files: [...old.files, ...newOf(files, old.files)],
    way: old.files.length === 0 || old.way === way ? way : 'files',
  }));
}

/** Forget the files that were gathered. */
export function clearGathering(): void {
  gatherDesk.setState({ files: [], way: 'files' });
}

/** Close the import dialog; what was gathered is forgotten. */
export function closeGathering(): void {
  gatherDesk.setState(nothing);
}

/** The same file chosen twice is meant once. */
function newOf(files: readonly IncomingFile[], known: readonly IncomingFile[]): IncomingFile[] {
  if (known.length === 0) return [...files];
  const key = ({ path, file }: IncomingFile) => `${path}\n${file?.size}\n${file?.lastModified}`;
  const keys = new Set(known.map(key));
  return files.filter((file) => !keys.has(key(file)));
}
