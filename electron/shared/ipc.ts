import type { TlpLabel } from '#core/brief/brief.ts';
import type { Edit, JournalEntry, JournalHead, Sequence } from '#core/history/edit.ts';
import type { DeviceId, WorkspaceId } from '#core/ids.ts';
import type { IdleLayer } from '#core/layers/layer-use.ts';

/** A workspace as it may be shown; where it lies on disk is only ever a label. */
export type WorkspaceInfo = {
  readonly id: WorkspaceId;
  readonly name: string;
  readonly createdAt: string;
  /** The folder, for the analyst to read; never sent back. */
  readonly folderLabel: string;
};

/** Something that was put right while opening and that the analyst has to know. */
export type OpenNotice =
  /** A crash had left the last record half written; it was never acknowledged and is cut off (kept aside). */
  | { readonly kind: 'torn-tail'; readonly bytes: number }
  /** The lock of a program that no longer runs was taken over. */
  | { readonly kind: 'stale-lock' };

/** Why a workspace could not be opened. Nothing on disk was changed. */
export type OpenProblem =
  | { readonly kind: 'locked' }
  | { readonly kind: 'missing'; readonly folderLabel: string }
  | {
      readonly kind: 'newer-format';
      readonly found: number;
      readonly known: number;
    }
  | { readonly kind: 'unwritable'; readonly message: string }
  /** A record before the last one is damaged: entries up to `goodEntries` can be read. */
  | {
      readonly kind: 'broken-journal';
      readonly goodEntries: number;
      readonly offset: number;
      readonly workspace: WorkspaceInfo;
    };

export type OpenedWorkspace = {
  readonly workspace: WorkspaceInfo;
  readonly device: DeviceId;
  readonly heads: readonly JournalHead[];
  readonly notices: readonly OpenNotice[];
  readonly known: readonly WorkspaceInfo[];
};

export type OpenAnswer =
  | { readonly ok: true; readonly opened: OpenedWorkspace }
  | {
      readonly ok: false;
      readonly problem: OpenProblem;
      readonly known: readonly WorkspaceInfo[];
    };

/** Why something could not be written; nothing half-written is left behind. */
export type WriteProblem = {
  readonly kind: 'disk-full' | 'failed' | 'no-workspace';
  readonly message: string;
};

export type AppendAnswer =
  | {
      readonly ok: true;
      readonly entries: readonly Omit<JournalEntry, 'edit'>[];
    }
  | { readonly ok: false; readonly problem: WriteProblem };

/** `original`: bytes as they came; `text`: canonical text in UTF-8. Both are found by their SHA-256. */
export type KeptKind = 'original' | 'text';

/** A stretch of a file, from `start` up to `end`. */
export type KeptPart = { readonly start: number; readonly end: number };

/** The next stretch of an original that is kept bit by bit; `bytes` is `null` to give up what was kept of it so far. */
export type KeptPiece = {
  readonly sha256: string;
  /** Of the whole file. */
  readonly sizeBytes: number;
  /** Where the stretch belongs: where the one before it ended. */
  readonly start: number;
  readonly bytes: Uint8Array | null;
};

/** The kept file of a map layer that nothing uses any more. */
export type IdleFile = IdleLayer & { readonly sizeBytes: number };

export type LetGoAnswer =
  | { readonly ok: true; readonly freedBytes: number }
  | { readonly ok: false; readonly problem: WriteProblem };

/** A part of the window in its own pixels. */
export type WindowPart = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type KeptFile = {
  readonly kind: KeptKind;
  readonly sha256: string;
  readonly bytes: Uint8Array;
};

/**
 * What the analyst is asked to pick: `project` is one file of a coding program, `terms` a list of names to search,
 * `geodata` a file of events, places, lines or areas.
 */
export type PickKind = 'bundle' | 'project' | 'terms' | 'geodata';

/** A file the analyst picked; `bytes` is `null` when it was too large to read or could not be read. */
export type PickedFile = {
  readonly name: string;
  readonly sizeBytes: number;
  readonly bytes: Uint8Array | null;
};

export type SaveAnswer =
  | { readonly ok: true; readonly fileLabel: string }
  | { readonly ok: false; readonly problem: WriteProblem };

export const saveKinds = [
  'pdf',
  'html',
  'markdown',
  'docx',
  'bundle',
  'csv',
  'json',
  'xlsx',
  'zip',
  'qdpx',
  'qdc',
  'jsonld',
  'geojson',
  'kml',
  'gpx',
  'png',
  'svg',
] as const;

/** The kinds of files the analyst may save. */
export type SaveKind = (typeof saveKinds)[number];

export type About = {
  readonly version: string;
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  /** The text of resources/ATTRIBUTION.md. */
  readonly attribution: string;
};

/**
 * All that the window may ask of the main process: one plain argument, one plain answer, never a path.
 * Expected failures are answers; a rejected promise is a bug.
 */
export type Requests = {
  /** Open a workspace by id; `null` opens the last one, or makes the default one on the first start. */
  openWorkspace(which: { id: WorkspaceId | null }): OpenAnswer;
  /** Let the analyst choose a folder: an empty one to make a workspace in, or one to open; `null` when cancelled. */
  chooseWorkspace(how: { action: 'create' | 'open'; name: string }): OpenAnswer | null;
  /** Set a broken journal's unreadable rest aside (kept) and open with what can be read. */
  recoverWorkspace(which: { id: WorkspaceId }): OpenAnswer;
  /**
   * Write edits to the journal of a workspace, in order and all or none, and answer once they are on the disk. Refused
   * when another one is open by now.
   */
  appendEdits(what: { workspaceId: WorkspaceId; edits: readonly Edit[] }): AppendAnswer;
  /** Entries in order of time; `cursor` is 0 at first, then the last answer's `next`, which is `null` at the end. */
  readJournal(where: { cursor: number; maxBytes: number }): {
    entries: readonly JournalEntry[];
    next: number | null;
  };
  /** Entries of this device by number, for undo. */
  readEntries(which: { sequences: readonly Sequence[] }): readonly JournalEntry[];
  /** Keep files by their hash (checked); one that is there already is left as it is. Answers once on the disk. */
  keepFiles(what: { files: readonly KeptFile[] }): { ok: true } | { ok: false; problem: WriteProblem };
  /**
   * Keep an original too large for one request, bit by bit and in order. The last bit is answered once the hash of all
   * has been checked and the file is on the disk; on failure nothing is left of it.
   */
  keepPiece(piece: KeptPiece): { ok: true } | { ok: false; problem: WriteProblem };
  /**
   * A kept file, its hash checked; `null` when it is missing or damaged. Of a part the hash can't be checked; it is
   * shorter at the end of the file.
   */
  readKept(which: { kind: KeptKind; sha256: string; part?: KeptPart | undefined }): Uint8Array | null;
  /** Kept files of map layers that no layer, no article and none of the newest steps of undo uses. */
  findIdleLayers(): readonly IdleFile[];
  /** Remove those of them; a file that is in use is left where it is. */
  letGoOfLayers(which: { sha256s: readonly string[] }): LetGoAnswer;
  /** Let the analyst pick files; `null` when cancelled. */
  pickFiles(what: { kind: PickKind }): readonly PickedFile[] | null;
  /** The five starter articles. */
  readSeeds(): readonly PickedFile[];
  /** Save `content` where the analyst chooses, whole or not at all; `null` when cancelled. */
  saveFile(file: { suggestedName: string; kind: SaveKind; content: string | Uint8Array }): SaveAnswer | null;
  /** Print a self-contained page (no script runs in it) to PDF; `label` stands at the top and foot of every sheet. */
  printPdf(page: { html: string; title: string; label?: TlpLabel | undefined }): Uint8Array;
  /** A part of the window as it is on the screen, as PNG. */
  takePicture(part: WindowPart): Uint8Array;
  /** Throw the IndexedDB files away, for one that cannot be opened or deleted from the window. */
  resetWorkingCopy(): boolean;
  /** Theme of native parts and language of menus and dialogs. */
  setAppearance(look: { theme: 'light' | 'dark' | 'system'; language: 'en' | 'fr' }): void;
  /** Versions and licences. */
  readAbout(): About;
  /** `closing` was heard: all is kept and the window may go, or it has to stay with what could not be kept. */
  answerClosing(how: { mayClose: boolean }): void;
};

export type RequestName = keyof Requests;

export const requestNames = Object.keys({
  openWorkspace: true,
  chooseWorkspace: true,
  recoverWorkspace: true,
  appendEdits: true,
  readJournal: true,
  readEntries: true,
  keepFiles: true,
  keepPiece: true,
  readKept: true,
  findIdleLayers: true,
  letGoOfLayers: true,
  pickFiles: true,
  readSeeds: true,
  saveFile: true,
  printPdf: true,
  takePicture: true,
  resetWorkingCopy: true,
  setAppearance: true,
  readAbout: true,
  answerClosing: true,
} satisfies Record<RequestName, true>) as RequestName[];

/** What the main process tells the window. */
export type Events = {
  /** A menu item was chosen; the name is one of the window's commands. */
  menuCommand: { readonly command: string };
  /** The window is about to close: keep what is in the boxes, then call `answerClosing`. */
  closing: null;
};

export type EventName = keyof Events;

export const eventNames = Object.keys({
  menuCommand: true,
  closing: true,
} satisfies Record<EventName, true>) as EventName[];

/** What the window finds as `window.desktop`. */
export type Desktop = {
  readonly [Name in RequestName]: (
    ...argument: Parameters<Requests[Name]>
  ) => Promise<ReturnType<Requests[Name]>>;
} & {
  /** Hear an event; call what it answers to stop. */
  on<Name extends EventName>(name: Name, listener: (value: Events[Name]) => void): () => void;
};

/** The channel a request or event travels on. */
export function channelOf(name: RequestName | EventName): string {
  return `liptako:${name}`;
}
