import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BadArgument } from '#main/parse.ts';
import { parseArgument } from '#main/parse-arguments.ts';
import { type RequestName, requestNames } from '#shared/ipc.ts';
import { edit } from './journal-fixtures.ts';

const id = '01890000-0000-7000-8000-000000000001';
const sha256 = 'ab'.repeat(32);
const bytes = new Uint8Array([1, 2]);

const good: Record<RequestName, unknown[]> = {
  openWorkspace: [{ id: null }, { id }],
  chooseWorkspace: [
    { action: 'create', name: 'Djibo' },
    { action: 'open', name: '' },
  ],
  recoverWorkspace: [{ id }],
  appendEdits: [
    { workspaceId: id, edits: [] },
    { workspaceId: id, edits: [edit(1), { ...edit(2), kind: 'undo', target: 1, group: id }] },
  ],
  readJournal: [{ cursor: 0, maxBytes: 1_000_000 }],
  readEntries: [{ sequences: [1, 2] }],
  keepFiles: [{ files: [{ kind: 'text', sha256, bytes }] }],
  keepPiece: [
    { sha256, sizeBytes: 2, start: 0, bytes },
    { sha256, sizeBytes: 2, start: 0, bytes: null },
  ],
  readKept: [
    { kind: 'original', sha256 },
    { kind: 'original', sha256, part: { start: 10, end: 20 } },
  ],
  findIdleLayers: [undefined],
  letGoOfLayers: [{ sha256s: [] }, { sha256s: [sha256] }],
  takePicture: [{ x: 0, y: 40, width: 800, height: 600 }],
  pickFiles: [{ kind: 'bundle' }, { kind: 'project' }, { kind: 'terms' }, { kind: 'geodata' }],
  readSeeds: [undefined],
  saveFile: [
    { suggestedName: 'x', kind: 'pdf', content: bytes },
    { suggestedName: '../../x', kind: 'csv', content: '' },
  ],
  printPdf: [{ html: '<p>', title: 't' }],
  resetWorkingCopy: [undefined],
  setAppearance: [{ theme: 'dark', language: 'fr' }],
  readAbout: [undefined],
  answerClosing: [{ mayClose: true }, { mayClose: false }],
};

const bad: Partial<Record<RequestName, unknown[]>> = {
  openWorkspace: [
    {},
    { id: '../..' },
    { id: id.replace('7000', '7A00') },
    { id, folder: '/etc' },
    { id: [id] },
  ],
  chooseWorkspace: [
    { action: 'delete', name: '' },
    { action: 'open', name: 'x'.repeat(201) },
  ],
  appendEdits: [
    { edits: [] },
    { workspaceId: id, edits: [{ ...edit(1), extra: 1 }] },
    { workspaceId: id, edits: [{ ...edit(1), at: 'yesterday' }] },
    { workspaceId: id, edits: [{ ...edit(1), target: 0 }] },
    { workspaceId: id, edits: [{ ...edit(1), group: 'x' }] },
    {
      workspaceId: id,
      edits: [{ ...edit(1), changes: [{ table: 'sqlite', id: 'x', before: null, after: { id: 'x' } }] }],
    },
    {
      workspaceId: id,
      edits: [{ ...edit(1), changes: [{ table: 'tags', id: 'x', before: null, after: null }] }],
    },
    {
      workspaceId: id,
      edits: [{ ...edit(1), changes: [{ table: 'tags', id: 'x', before: null, after: { id: 'y' } }] }],
    },
    ...[new Date(), new Map(), 1n, Number.NaN, [undefined], JSON.parse('{"__proto__":{"x":1}}'), bytes].map(
      (field) => ({
        workspaceId: id,
        edits: [
          { ...edit(1), changes: [{ table: 'tags', id: 'x', before: null, after: { id: 'x', field } }] },
        ],
      }),
    ),
  ],
  readJournal: [
    { cursor: -1, maxBytes: 1 },
    { cursor: 0.5, maxBytes: 1 },
    { cursor: 0, maxBytes: 2 ** 40 },
  ],
  readEntries: [{ sequences: ['1'] }, { sequences: { length: 3 } }],
  keepFiles: [
    { files: [{ kind: 'text', sha256: '../../../etc/passwd', bytes }] },
    { files: [{ kind: 'journal', sha256, bytes }] },
  ],
  keepPiece: [
    { sha256: '../../x', sizeBytes: 2, start: 0, bytes },
    { sha256, sizeBytes: 2, start: -1, bytes },
    { sha256, sizeBytes: 2, start: 0, bytes: [1, 2] },
  ],
  letGoOfLayers: [{ sha256s: ['../../x'] }, { sha256s: sha256 }, {}],
  takePicture: [
    { x: -1, y: 0, width: 1, height: 1 },
    { x: 0, y: 0, width: 0, height: 1 },
    { x: 0, y: 0, width: 1e9, height: 1 },
  ],
  readKept: [
    { kind: 'original', sha256, part: { start: 20, end: 10 } },
    { kind: 'original', sha256, part: { start: 0, end: 2 ** 40 } },
    { kind: 'original', sha256, part: null },
    { kind: 'text', sha256: sha256.toUpperCase() },
    { kind: '..', sha256 },
    { kind: 'text', sha256: `${sha256}\n` },
  ],
  saveFile: [
    { suggestedName: 'x', kind: 'exe', content: '' },
    { suggestedName: 'x', kind: 'pdf', content: [1] },
  ],
  readSeeds: [null, {}],
  answerClosing: [undefined, {}, { mayClose: 1 }, { mayClose: true, now: true }],
};

describe('the arguments of requests', () => {
  it.each(requestNames)('of %s pass when they have the shape of the contract', (name) => {
    for (const value of good[name]) expect(parseArgument[name](value)).toEqual(value);
  });

  it.each(Object.keys(bad) as RequestName[])('of %s are refused when they have not', (name) => {
    for (const value of bad[name] ?? []) {
      expect(
        () => parseArgument[name](value),
        JSON.stringify(value, (_, v) => (typeof v === 'bigint' ? 'n' : v)),
      ).toThrow(BadArgument);
    }
  });

  it.each(requestNames)('of %s are refused whatever else is sent', (name) => {
    fc.assert(
      fc.property(
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withTypedArray: true,
          withNullPrototype: true,
        }),
        (value) => {
          if (value === undefined) return;
          expect(() => parseArgument[name](value)).toThrow(BadArgument);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keep nothing of a foreign prototype', () => {
    const parsed = parseArgument.openWorkspace(Object.assign(Object.create(null), { id: null }));

    expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
    expect(() => parseArgument.openWorkspace(Object.create({ id: null }))).toThrow(BadArgument);
  });
});
