import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AppendAnswer } from '#shared/ipc.ts';
import { edit, numberOf, open, openGood, readAll } from './journal-fixtures.ts';
import { createSimulatedDisk, type Fault, luck, type SimulatedDisk } from './simulated-disk.ts';

/** What a client knows of its edits: acknowledged, refused, or never answered. */
type Told = { readonly numbers: number[]; answer: AppendAnswer | null };

/** A session of several requests, some at the same moment, with a restart in the middle. */
async function session(disk: SimulatedDisk, told: Told[]): Promise<void> {
  const ask = (journal: Awaited<ReturnType<typeof openGood>>, ...numbers: number[]) => {
    const request: Told = { numbers, answer: null };
    told.push(request);
    return journal.append(numbers.map((number) => edit(number))).then((answer) => {
      request.answer = answer;
    });
  };
  const first = await openGood({ files: disk.files });
  await ask(first, 1);
  await Promise.all([ask(first, 2, 3), ask(first, 4), ask(first, 5, 6, 7)]);
  await first.close();
  const second = await openGood({ files: disk.files });
  await ask(second, 8);
  await Promise.all([ask(second, 9), ask(second, 10, 11)]);
  await second.close();
}

/** The numbers that can be read after everything has been closed or lost. */
async function readBack(disk: SimulatedDisk): Promise<number[]> {
  const journal = await openGood({ files: disk.files });
  const numbers = (await readAll(journal)).map(numberOf);
  await journal.close();
  return numbers;
}

/** Every acknowledged request is there; one that was not answered is there whole or not at all; in order. */
function expectKept(found: readonly number[], told: readonly Told[], refusedMayRemain: boolean): void {
  const rest = [...found];
  for (const { numbers, answer } of told) {
    const isThere = numbers.every((number, index) => rest[index] === number);
    if (answer?.ok) expect(isThere, `acknowledged ${numbers} in ${found}`).toBe(true);
    if (answer?.ok === false && !refusedMayRemain) expect(isThere, `refused ${numbers}`).toBe(false);
    if (isThere) rest.splice(0, numbers.length);
  }
  expect(rest, `nothing that was not asked for, or half of it: ${found}`).toEqual([]);
}

async function callsOfSession(): Promise<number> {
  const disk = createSimulatedDisk();
  await session(disk, []);
  return disk.calls();
}

describe('a journal whose disk fails', () => {
  it.each<Fault>(['ENOSPC', 'EIO', 'short', 'late-EIO'])(
    'with %s at any call loses nothing it acknowledged',
    async (fault) => {
      const calls = await callsOfSession();
      expect(calls).toBeGreaterThan(20);
      for (let call = 1; call <= calls; call += 1) {
        for (const lasting of [false, true]) {
          const disk = createSimulatedDisk();
          const told: Told[] = [];
          disk.failAt(call, fault, lasting);
          // Opening itself may fail, and says so.
          await session(disk, told).catch(() => undefined);
          expect(disk.failed()).toBe(true);
          disk.heal();

          // A group that could be neither written nor cut off may be found whole; it is never found in part.
          expectKept(await readBack(disk), told, lasting);
        }
      }
    },
  );

  it('answers a full disk as such, and goes on when there is room again', async () => {
    const disk = createSimulatedDisk();
    const journal = await openGood({ files: disk.files });
    await journal.append([edit(1)]);
    disk.failAt(2, 'ENOSPC', true);
    expect(await journal.append([edit(2)])).toMatchObject({ ok: false, problem: { kind: 'disk-full' } });
    disk.heal();
    expect(await journal.append([edit(3)])).toMatchObject({ ok: true, entries: [{ sequence: 2 }] });
    await journal.close();

    expect(await readBack(disk)).toEqual([1, 3]);
  });
});

describe('a journal that could not cut off what failed', () => {
  it('cuts it off before it writes again', async () => {
    const disk = createSimulatedDisk();
    const journal = await openGood({ files: disk.files });
    await journal.append([edit(1)]);
    disk.failAt(3, 'EIO', true);
    expect(await journal.append([edit(2, 'x'.repeat(5_000))])).toMatchObject({ ok: false });
    expect(await journal.append([edit(3)])).toMatchObject({ ok: false });
    disk.heal();
    expect(await journal.append([edit(4)])).toMatchObject({ ok: true });
    await journal.close();

    const opened = await open({ files: disk.files });
    expect(opened).toMatchObject({ ok: true, notices: [] });
    if (opened.ok) expect((await readAll(opened.journal)).map(numberOf)).toEqual([1, 4]);
  });
});

describe('a journal whose power is cut', () => {
  it('at any call keeps what it acknowledged, whatever of the rest reached the disk', async () => {
    const calls = await callsOfSession();
    for (let call = 1; call <= calls; call += 1) {
      for (let seed = 0; seed < 12; seed += 1) {
        const disk = createSimulatedDisk();
        const told: Told[] = [];
        disk.failAt(call, 'crash');
        await session(disk, told).catch(() => undefined);
        disk.crash(luck(call * 1000 + seed));

        expectKept(await readBack(disk), told, true);
      }
    }
  });

  it('behaves as a plain list would, through any mix of edits, faults, cuts and restarts', async () => {
    const step = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({
          kind: fc.constant('append' as const),
          sizes: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant('cut' as const),
          call: fc.integer({ min: 1, max: 8 }),
          seed: fc.nat(),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant('fault' as const),
          call: fc.integer({ min: 1, max: 5 }),
          fault: fc.constantFrom<Fault>('ENOSPC', 'EIO', 'short'),
        }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const disk = createSimulatedDisk();
        let journal = await openGood({ files: disk.files });
        let model: number[] = [];
        let next = 1;
        const append = (sizes: readonly number[]) =>
          sizes.map((size) => {
            const request: Told = { numbers: Array.from({ length: size }, () => next++), answer: null };
            const done = journal.append(request.numbers.map((number) => edit(number))).then((answer) => {
              request.answer = answer;
            });
            return { request, done };
          });
        for (const item of steps) {
          if (item.kind === 'append') {
            const requests = append(item.sizes);
            await Promise.all(requests.map(({ done }) => done));
            model.push(...requests.flatMap(({ request }) => (request.answer?.ok ? request.numbers : [])));
          } else if (item.kind === 'fault') {
            disk.failAt(item.call, item.fault);
          } else if (item.kind === 'restart') {
            disk.heal();
            await journal.close();
            journal = await openGood({ files: disk.files });
          } else {
            disk.failAt(item.call, 'crash');
            const requests = append([2, 1, 3]);
            await Promise.race([
              Promise.all(requests.map(({ done }) => done)),
              new Promise((resolve) => setTimeout(resolve, 2)),
            ]);
            disk.crash(luck(item.seed));
            journal = await openGood({ files: disk.files });
            const found = (await readAll(journal)).map(numberOf);
            expect(found.slice(0, model.length)).toEqual(model);
            expectKept(
              found.slice(model.length),
              requests.map(({ request }) => request),
              true,
            );
            model = found;
          }
          disk.heal();
          expect((await readAll(journal, 300)).map(numberOf)).toEqual(model);
          expect(journal.heads()[0]?.sequence ?? 0).toBe(model.length);
        }
        await journal.close();
      }),
      { numRuns: 150 },
    );
  });

  it('keeps a torn end aside, and opens even when there is no room to', async () => {
    const disk = createSimulatedDisk();
    const journal = await openGood({ files: disk.files });
    await journal.append([edit(1)]);
    await journal.close();
    const [path = ''] = disk.paths();
    const good = disk.bytesOf(path);
    disk.put(path, new Uint8Array([...good, 0, 0, 0]));
    disk.failAt(6, 'ENOSPC', true);

    const opened = await open({ files: disk.files });
    expect(disk.failed()).toBe(true);
    disk.heal();

    if (!opened.ok) throw new Error('not opened');
    expect(opened.notices).toEqual([{ kind: 'torn-tail', bytes: 3 }]);
    expect((await readAll(opened.journal)).map(numberOf)).toEqual([1]);
    expect(await opened.journal.append([edit(2)])).toMatchObject({ ok: true });
    await opened.journal.close();
    expect(await readBack(disk)).toEqual([1, 2]);
  });

  it('right after a torn end was set aside still has it aside', async () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const disk = createSimulatedDisk();
      const journal = await openGood({ files: disk.files });
      await journal.append([edit(1)]);
      await journal.close();
      const [path = ''] = disk.paths();
      disk.put(path, new Uint8Array([...disk.bytesOf(path), 7, 8, 9]));
      await openGood({ files: disk.files });

      disk.crash(luck(seed));

      const aside = disk.paths().find((name) => name.includes('.torn-')) ?? '';
      expect([...disk.bytesOf(aside)]).toEqual([7, 8, 9]);
    }
  });
});
