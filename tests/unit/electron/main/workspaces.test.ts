import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeviceId, Id, NewId, WorkspaceId } from '#core/ids.ts';
import { disk } from '#main/files/file-system.ts';
import { deviceId } from '#main/workspaces/device.ts';
import type { Machine } from '#main/workspaces/open-workspace.ts';
import { lockWorkspace, type Processes, systemProcesses } from '#main/workspaces/workspace-lock.ts';
import { createWorkspaces, type Workspaces } from '#main/workspaces/workspaces.ts';
import type { OpenAnswer } from '#shared/ipc.ts';
import { edit, laptop, other } from './journal-fixtures.ts';

let userData = '';
let counter = 0;
const newId: NewId = <Kind extends string>() =>
  `01890000-0000-7000-8000-${String(++counter).padStart(12, '0')}` as Id<Kind>;

beforeEach(() => {
  userData = mkdtempSync(join(tmpdir(), 'liptako-unit-'));
});

function machine(changes: Partial<Machine> = {}): Machine {
  return {
    files: disk,
    device: laptop,
    processes: systemProcesses(),
    now: () => 1_000_000_000_000,
    ...changes,
  };
}

const installations: Workspaces[] = [];
afterEach(async () => {
  for (const workspaces of installations.splice(0)) await workspaces.close();
});

function installation(changes: Partial<Machine> = {}): Workspaces {
  const workspaces = createWorkspaces({
    machine: machine(changes),
    userData,
    newId,
    firstName: 'Premier: espace',
  });
  installations.push(workspaces);
  return workspaces;
}

function opened(answer: OpenAnswer) {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.opened;
}

describe('the first start', () => {
  it('makes a workspace, and the next one opens it', async () => {
    const first = installation();
    const { workspace, known, heads } = opened(await first.open(null));
    expect(workspace.folderLabel).toBe(join(userData, 'workspaces', 'Premier espace'));
    expect(known).toEqual([workspace]);
    expect(heads).toEqual([]);
    expect(JSON.parse(readFileSync(join(workspace.folderLabel, 'workspace.json'), 'utf8'))).toEqual({
      format: 1,
      id: workspace.id,
      name: 'Premier: espace',
      createdAt: '2001-09-09T01:46:40.000Z',
    });
    await first.current()?.journal.append([edit(1)]);
    await first.close();
    expect(readdirSync(workspace.folderLabel).sort()).toEqual(['journal', 'workspace.json']);

    const again = opened(await installation().open(null));
    expect(again.workspace).toEqual(workspace);
    expect(again.heads).toMatchObject([{ device: laptop, sequence: 1 }]);
    expect(again.notices).toEqual([]);
  });
});

describe('opening', () => {
  it('the open workspace again (a reloaded window) keeps what was being written', async () => {
    const workspaces = installation();
    const { workspace } = opened(await workspaces.open(null));
    const appended = workspaces.current()?.journal.append([edit(1), edit(2)]);

    const again = opened(await workspaces.open(workspace.id));

    expect(await appended).toMatchObject({ ok: true });
    expect(again.heads).toMatchObject([{ sequence: 2 }]);
    expect(again.notices).toEqual([]);
  });

  it('another one lets go of the first, but not when the other cannot be opened', async () => {
    const workspaces = installation();
    const first = opened(await workspaces.open(null)).workspace;
    const missing = await workspaces.openFolder(join(userData, 'nowhere'));
    expect(missing).toMatchObject({ ok: false, problem: { kind: 'missing' }, known: [{ id: first.id }] });
    expect(workspaces.current()?.place.id).toBe(first.id);

    const second = opened(await workspaces.create(join(userData, 'case'), 'Djibo')).workspace;

    expect(workspaces.current()?.place.id).toBe(second.id);
    expect(readdirSync(first.folderLabel)).not.toContain('lock');
    expect(opened(await workspaces.open(first.id)).known.map(({ id }) => id)).toEqual([first.id, second.id]);
  });

  it('another one takes no edits that were begun in the first', async () => {
    const workspaces = installation();
    const first = opened(await workspaces.open(null)).workspace;
    expect(await workspaces.append(first.id, [edit(1)])).toMatchObject({ ok: true });
    const second = opened(await workspaces.create(join(userData, 'case'), 'Djibo')).workspace;

    expect(await workspaces.append(first.id, [edit(2)])).toBeNull();

    expect(opened(await workspaces.open(second.id)).heads).toEqual([]);
    expect(opened(await workspaces.open(first.id)).heads).toMatchObject([{ sequence: 1 }]);
  });

  it('makes a folder of its own inside one that is not empty', async () => {
    const workspaces = installation();
    writeFileSync(join(userData, 'notes.txt'), '');
    const one = opened(await workspaces.create(userData, 'Djibo')).workspace;
    const two = opened(await workspaces.create(userData, 'Djibo')).workspace;

    expect(one.folderLabel).toBe(join(userData, 'Djibo'));
    expect(two.folderLabel).toBe(join(userData, 'Djibo 2'));
  });

  it('refuses a later layout, a damaged manifest and an unknown id without touching them', async () => {
    const workspaces = installation();
    const { workspace } = opened(await workspaces.open(null));
    await workspaces.close();
    const manifest = join(workspace.folderLabel, 'workspace.json');
    const text = readFileSync(manifest, 'utf8');
    writeFileSync(manifest, text.replace('"format": 1', '"format": 2'));
    expect(await workspaces.open(null)).toMatchObject({
      ok: false,
      problem: { kind: 'newer-format', found: 2, known: 1 },
    });
    writeFileSync(manifest, text.slice(0, 20));
    expect(await workspaces.open(null)).toMatchObject({ ok: false, problem: { kind: 'missing' } });
    expect(readFileSync(manifest, 'utf8')).toBe(text.slice(0, 20));
    expect(await workspaces.open(newId<'workspace'>())).toMatchObject({
      ok: false,
      problem: { kind: 'missing' },
    });
    expect(readdirSync(workspace.folderLabel)).not.toContain('lock');
  });

  it('finds workspaces again when their list is lost or damaged', async () => {
    const workspaces = installation();
    const { workspace } = opened(await workspaces.open(null));
    await workspaces.close();
    writeFileSync(join(userData, 'workspaces.json'), '{"format":1,"wor');

    const again = opened(await installation().open(null));

    expect(again.workspace).toEqual(workspace);
    expect(again.known).toEqual([workspace]);
  });

  it('shows a broken journal, and recovery opens with what can be read', async () => {
    const workspaces = installation();
    const { workspace } = opened(await workspaces.open(null));
    for (const number of [1, 2, 3]) await workspaces.current()?.journal.append([edit(number)]);
    await workspaces.close();
    const journal = join(workspace.folderLabel, 'journal', `${laptop}.journal`);
    const bytes = readFileSync(journal);
    const damaged = Buffer.from(bytes);
    const middle = Math.floor(bytes.length / 2);
    damaged[middle] = bytes.readUInt8(middle) ^ 1;
    writeFileSync(journal, damaged);

    expect(await workspaces.open(null)).toMatchObject({
      ok: false,
      problem: { kind: 'broken-journal', goodEntries: 1, offset: bytes.length / 3, workspace },
    });
    expect(readFileSync(journal)).toEqual(damaged);
    const recovered = opened(await workspaces.recover(workspace.id));

    expect(recovered.heads).toMatchObject([{ sequence: 1 }]);
    const aside = readdirSync(join(workspace.folderLabel, 'journal')).find((name) =>
      name.includes('.damaged-'),
    );
    expect(readFileSync(join(workspace.folderLabel, 'journal', aside ?? ''))).toEqual(damaged);
  });
});

describe('on a full disk', () => {
  it('a workspace is opened and read all the same, and edits are refused', async () => {
    const workspaces = installation();
    const { workspace } = opened(await workspaces.open(null));
    await workspaces.current()?.journal.append([edit(1)]);
    await workspaces.close();
    const full: typeof disk = {
      ...disk,
      open: async (path, mode) => {
        const file = await disk.open(path, mode);
        const write = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
        return { ...file, write };
      },
      freeBytes: () => Promise.resolve(0),
    };

    const onFull = installation({ files: full });
    const { heads, notices } = opened(await onFull.open(workspace.id));

    expect([heads[0]?.sequence, notices]).toEqual([1, []]);
    expect((await onFull.current()?.journal.readPage(0, 1000))?.entries).toHaveLength(1);
    expect(await onFull.current()?.journal.append([edit(2)])).toMatchObject({
      ok: false,
      problem: { kind: 'disk-full' },
    });
    await onFull.close();
    expect(readdirSync(workspace.folderLabel)).not.toContain('lock');
  });
});

describe('the lock of a workspace', () => {
  const processes = (changes: Partial<Processes['own']>, running: Record<number, string>): Processes => ({
    own: { pid: 10, bootId: 'boot', startedAt: '100', ...changes },
    startOf: (pid) => running[pid] ?? null,
  });
  const lockFor = (device: DeviceId, own: Processes, now = Date.now) =>
    lockWorkspace(disk, userData, { device, processes: own, now });

  it('keeps a second program out while the first one runs', async () => {
    const first = await lockFor(laptop, processes({}, { 10: '100' }));
    expect(first?.takenOver).toBe(false);
    expect(
      await lockFor(laptop, processes({ pid: 11, startedAt: '200' }, { 10: '100', 11: '200' })),
    ).toBeNull();
    await first?.release();
    const second = await lockFor(laptop, processes({ pid: 11, startedAt: '200' }, { 11: '200' }));
    expect(second?.takenOver).toBe(false);
    await second?.release();
    expect(readdirSync(userData)).toEqual([]);
  });

  it.each([
    { what: 'of a program that is gone', own: { pid: 11, startedAt: '200' }, running: { 11: '200' } },
    {
      what: 'whose process id went to another program',
      own: { pid: 11, startedAt: '200' },
      running: { 10: '150', 11: '200' },
    },
    {
      what: 'of before the machine was started',
      own: { bootId: 'later', pid: 11, startedAt: '9' },
      running: { 10: '100', 11: '9' },
    },
  ])('$what is taken over', async ({ own, running }) => {
    await lockFor(laptop, processes({}, { 10: '100' }));

    const taken = await lockFor(laptop, processes(own, running));

    expect(taken?.takenOver).toBe(true);
    await taken?.release();
  });

  it('half written is taken over', async () => {
    writeFileSync(join(userData, 'lock'), '{"devi');

    expect((await lockFor(laptop, processes({}, {})))?.takenOver).toBe(true);
  });

  it('of another laptop holds as long as it shows signs of life', async () => {
    await lockFor(other, processes({ bootId: 'theirs' }, {}));
    const mine = processes({}, { 10: '100' });

    expect(await lockFor(laptop, mine, () => Date.now() + 9 * 60_000)).toBeNull();
    expect((await lockFor(laptop, mine, () => Date.now() + 11 * 60_000))?.takenOver).toBe(true);
  });

  it('is told as a notice, and a held one as a problem', async () => {
    const dead: Processes = { own: { pid: 1, bootId: 'b', startedAt: '1' }, startOf: () => null };
    const first = installation({ processes: dead });
    const { workspace } = opened(await first.open(null));

    const second = installation({
      processes: { own: { pid: 2, bootId: 'b', startedAt: '2' }, startOf: () => null },
    });
    expect(opened(await second.open(null)).notices).toEqual([{ kind: 'stale-lock' }]);

    const third = installation({
      processes: { own: { pid: 3, bootId: 'b', startedAt: '3' }, startOf: () => '2' },
    });
    expect(await third.open(workspace.id as WorkspaceId)).toMatchObject({
      ok: false,
      problem: { kind: 'locked' },
    });
  });

  it('tells this very process as running since it began', () => {
    const { own, startOf } = systemProcesses();

    expect(startOf(own.pid)).toBe(own.startedAt);
    expect(startOf(2 ** 22 - 3)).toBeNull();
  });
});

describe('the id of the device', () => {
  it('is made once, and anew when its file is damaged', async () => {
    const first = await deviceId(disk, userData, newId);
    expect(await deviceId(disk, userData, newId)).toBe(first);
    writeFileSync(join(userData, 'device.json'), '{"id":"../x"}');
    expect(await deviceId(disk, userData, newId)).not.toBe(first);
  });
});
