import { app, type BrowserWindow } from 'electron';
import { readAbout } from './about.ts';
import type { Handlers } from './answer-requests.ts';
import { chooseFolder, pickFiles, saveFile } from './dialogs.ts';
import type { FileSystem } from './files/file-system.ts';
import { createTurns } from './files/turns.ts';
import { findIdleLayers, letGoOfLayers } from './idle-layers.ts';
import { keepPiece } from './keep-piece.ts';
import { keepFiles, readKept, readKeptPart } from './originals.ts';
import { printPdf } from './print.ts';
import { resetWorkingCopy } from './reset-working-copy.ts';
import { readSeeds } from './seeds.ts';
import type { Words } from './words.ts';
import type { HeldWorkspace } from './workspaces/open-workspace.ts';
import type { Workspaces } from './workspaces/workspaces.ts';

type Parts = {
  readonly window: BrowserWindow;
  readonly workspaces: Workspaces;
  readonly files: FileSystem;
  readonly appFolder: string;
  readonly words: () => Words;
  readonly setAppearance: Handlers['setAppearance'];
  readonly answerClosing: Handlers['answerClosing'];
};

/** What the main process does for each request. */
export function createHandlers(parts: Parts): Handlers {
  const { window, workspaces, files, appFolder, words } = parts;
  // Two requests may bring the same file.
  const keepInTurn = createTurns();
  // Kept since the program was started: their edits may not be in the journal yet.
  const fresh = new Set<string>();
  const keeping = ({ place: { folder }, journal }: HeldWorkspace) => ({ files, folder, journal, fresh });
  return {
    openWorkspace: ({ id }) => workspaces.open(id),
    recoverWorkspace: ({ id }) => workspaces.recover(id),
    chooseWorkspace: async ({ action, name }) => {
      const folder = await chooseFolder(window, words(), action);
      if (folder === null) return null;
      return action === 'create' ? workspaces.create(folder, name) : workspaces.openFolder(folder);
    },
    appendEdits: ({ workspaceId, edits }) => workspaces.append(workspaceId, edits) ?? noWorkspace,
    readJournal: ({ cursor, maxBytes }) => opened(workspaces).journal.readPage(cursor, maxBytes),
    readEntries: ({ sequences }) => opened(workspaces).journal.readOwn(sequences),
    keepFiles: ({ files: kept }) => {
      const held = workspaces.current();
      if (held === null) return noWorkspace;
      for (const { sha256 } of kept) fresh.add(sha256);
      return keepInTurn(() => keepFiles(files, held.place.folder, kept));
    },
    keepPiece: (piece) => {
      const held = workspaces.current();
      if (held === null) return noWorkspace;
      fresh.add(piece.sha256);
      return keepInTurn(() => keepPiece(files, held.place.folder, piece));
    },
    readKept: ({ part, ...which }) => {
      const { folder } = opened(workspaces).place;
      return part === undefined ? readKept(files, folder, which) : readKeptPart(files, folder, which, part);
    },
    findIdleLayers: () => findIdleLayers(keeping(opened(workspaces))),
    letGoOfLayers: ({ sha256s }) => {
      const held = workspaces.current();
      if (held === null) return noWorkspace;
      return keepInTurn(() => letGoOfLayers(keeping(held), sha256s));
    },
    pickFiles: ({ kind }) => pickFiles(window, words(), kind),
    readSeeds: () => readSeeds(appFolder),
    saveFile: (file) => saveFile(window, words(), { files, folder: app.getPath('documents'), file }),
    printPdf,
    takePicture: async (part) => {
      const picture = await window.webContents.capturePage(part);
      return new Uint8Array(picture.toPNG());
    },
    resetWorkingCopy: () => resetWorkingCopy(window.webContents.session),
    setAppearance: parts.setAppearance,
    readAbout: () => readAbout(appFolder),
    answerClosing: parts.answerClosing,
  };
}

const noWorkspace = {
  ok: false,
  problem: { kind: 'no-workspace', message: 'No workspace is open' },
} as const;

/** The open workspace; to read without one is a mistake of the window. */
function opened(workspaces: Workspaces): HeldWorkspace {
  const held = workspaces.current();
  if (held === null) throw new Error('No workspace is open');
  return held;
}
