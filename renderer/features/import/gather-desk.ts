import { t as say } from '@lingui/core/macro';
import { createStore } from 'zustand/vanilla';
import type { Batch } from '#core/import/batch.ts';
import type { Refusal } from '#core/import/refusal.ts';
import { notify } from '#state/notices.ts';
import type { Incoming, IncomingFile } from './incoming-files.ts';
import { refusalWords } from './refusal-words.ts';

/** What the import dialog has gathered so far. */
export type Gathering = {
  readonly isOpen: boolean;
  readonly files: readonly IncomingFile[];
  /** What lies in the folders and is not imported. */
  readonly passedOver: readonly Refusal[];
  /** How they came; `files` when they came in several ways. */
  readonly way: Batch['way'];
};

const nothing: Gathering = { isOpen: false, files: [], passedOver: [], way: 'files' };

export const gatherDesk = createStore<Gathering>(() => nothing);

/** Open the import dialog with nothing in it. */
export function openGathering(): void {
  gatherDesk.setState({ isOpen: true });
}

/** Add files to those that are to be imported, and ask about them; says so when there are none. */
export function gather({ files, passedOver }: Incoming, way: Batch['way']): void {
  if (files.length === 0) {
    notify({ kind: 'warn', text: nothingIn(passedOver), topic: 'gather' });
    return;
  }
  gatherDesk.setState((old) => ({
    isOpen: true,
    files: [...old.files, ...newOf(files, old.files)],
    passedOver: [...old.passedOver, ...newLines(passedOver, old.passedOver)],
    way: old.files.length === 0 || old.way === way ? way : 'files',
  }));
}

/** Forget the files that were gathered. */
export function clearGathering(): void {
  gatherDesk.setState({ files: [], passedOver: [], way: 'files' });
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

function newLines(lines: readonly Refusal[], known: readonly Refusal[]): readonly Refusal[] {
  const key = ({ name, detail }: Refusal) => `${name}\n${JSON.stringify(detail)}`;
  const keys = new Set(known.map(key));
  return lines.filter((line) => !keys.has(key(line)));
}

function nothingIn(passedOver: readonly Refusal[]): string {
  if (passedOver.length === 0) return say`Nothing to import: there is no file in it.`;
  const lines = passedOver.map(({ reason, detail }) => refusalWords(reason, detail, ''));
  return [say`Nothing to import.`, ...lines].join(' ');
}
