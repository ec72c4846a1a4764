import { tlpLabels } from '#core/brief/brief.ts';
import type { WorkspaceId } from '#core/ids.ts';
import { type KeptFile, type KeptPart, type RequestName, type Requests, saveKinds } from '#shared/ipc.ts';
import { bytes, list, matching, object, oneOf, orNull, refuse, text, truth, whole } from './parse.ts';
import { parseEdit, UUID } from './parse-edit.ts';

/** What a request is asked with. */
export type Argument<Name extends RequestName> = Parameters<Requests[Name]>[0];

/** The most one request may bring: what Node and the channel can still carry. */
const MAX_CONTENT_BYTES = 2 ** 31 - 1;
const MAX_TEXT = 512 * 1024 * 1024;
/** What is kept or read of a large file at a time. */
const MAX_PIECE_BYTES = 64 * 1024 * 1024;
const MAX_PIXELS = 32_768;

const workspaceId = matching<WorkspaceId>(UUID);
const sha256 = matching(/^[0-9a-f]{64}$/);

/** For every request the function that makes its typed argument of whatever came; each throws `BadArgument`. */
export const parseArgument: { readonly [Name in RequestName]: (value: unknown) => Argument<Name> } = {
  openWorkspace: (value) => object(value, { id: orNull(workspaceId) }),
  chooseWorkspace: (value) => object(value, { action: oneOf('create', 'open'), name: text(200) }),
  recoverWorkspace: (value) => object(value, { id: workspaceId }),
  appendEdits: (value) => object(value, { workspaceId, edits: list(parseEdit, 10_000) }),
  readJournal: (value) =>
    object(value, { cursor: whole(0, Number.MAX_SAFE_INTEGER), maxBytes: whole(1, 256 * 1024 * 1024) }),
  readEntries: (value) => object(value, { sequences: list(whole(1, Number.MAX_SAFE_INTEGER), 100_000) }),
  keepFiles: (value) => object(value, { files: list(parseKeptFile, 10_000) }),
  keepPiece: (value) =>
    object(value, {
      sha256,
      sizeBytes: whole(1, Number.MAX_SAFE_INTEGER),
      start: whole(0, Number.MAX_SAFE_INTEGER),
      bytes: orNull(bytes(MAX_PIECE_BYTES)),
    }),
  readKept: (value) =>
    object(value, {
      kind: oneOf('original', 'text'),
      sha256,
      part: (part) => (part === undefined ? undefined : parsePart(part)),
    }),
  findIdleLayers: nothing,
  letGoOfLayers: (value) => object(value, { sha256s: list(sha256, 10_000) }),
  pickFiles: (value) => object(value, { kind: oneOf('bundle', 'project', 'terms', 'geodata') }),
  readSeeds: nothing,
  saveFile: (value) =>
    object(value, {
      suggestedName: text(10_000),
      kind: oneOf(...saveKinds),
      content: (content) =>
        typeof content === 'string' ? text(MAX_TEXT)(content) : bytes(MAX_CONTENT_BYTES)(content),
    }),
  printPdf: (value) =>
    object(value, {
      html: text(MAX_TEXT),
      title: text(10_000),
      label: (label) => (label === undefined ? undefined : oneOf(...tlpLabels)(label)),
    }),
  takePicture: (value) =>
    object(value, {
      x: whole(0, MAX_PIXELS),
      y: whole(0, MAX_PIXELS),
      width: whole(1, MAX_PIXELS),
      height: whole(1, MAX_PIXELS),
    }),
  resetWorkingCopy: nothing,
  setAppearance: (value) =>
    object(value, { theme: oneOf('light', 'dark', 'system'), language: oneOf('en', 'fr') }),
  readAbout: nothing,
  answerClosing: (value) => object(value, { mayClose: truth }),
};

function parsePart(value: unknown): KeptPart {
  const part = object<KeptPart>(value, {
    start: whole(0, Number.MAX_SAFE_INTEGER),
    end: whole(0, Number.MAX_SAFE_INTEGER),
  });
  const length = part.end - part.start;
  return length >= 0 && length <= MAX_PIECE_BYTES ? part : refuse(`expected up to ${MAX_PIECE_BYTES} bytes`);
}

function parseKeptFile(value: unknown): KeptFile {
  return object(value, { kind: oneOf('original', 'text'), sha256, bytes: bytes(MAX_CONTENT_BYTES) });
}

function nothing(value: unknown): undefined {
  return value === undefined ? undefined : refuse('expected no argument');
}
