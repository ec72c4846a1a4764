import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EDIT_RESERVE_BYTES } from '#main/files/write-problem.ts';
import { mergeByTime } from '#main/journal/merge-by-time.ts';
import { edit, laptop, numberOf, open, openGood, other, readAll } from './journal-fixtures.ts';
import { createSimulatedDisk, type SimulatedDisk } from './simulated-disk.ts';

const pathOf = (device: string) => `/w/journal/${device}.journal`;

/** Carry a device's journal to another laptop, as a stick or a shared folder would. */
function carry(from: SimulatedDisk, to: SimulatedDisk, device: string): void {
  to.put(pathOf(device), from.bytesOf(pathOf(device)));
}

describe('journals of two laptops', () => {
  it('merge by copying each other’s file, to the same order on both', async () => {
    const [here, there] = [createSimulatedDisk(), createSimulatedDisk()];
    const mine = await openGood({ files: here.files, device: laptop, now: () => 100 });
    await mine.append([edit(1)]);
    const theirs = await openGood({ files: there.files, device: other, now: () => 50 });
    await theirs.append([edit(2)]);
    await mine.append([edit(3)]);
    await theirs.append([edit(4)]);
    await Promise.all([mine.close(), theirs.close()]);
    carry(here, there, laptop);
    carry(there, here, other);

    const onMine = await openGood({ files: here.files, device: laptop, now: () => 120 });
    const onTheirs = await openGood({ files: there.files, device: other, now: () => 1 });

    const order = (await readAll(onMine)).map(numberOf);
    expect(order).toEqual([2, 4, 1, 3]);
    expect(await readAll(onTheirs)).toEqual(await readAll(onMine));
    expect(onMine.heads()).toEqual(onTheirs.heads());
    // A clock that is behind still writes after what its owner has seen.
    await onTheirs.append([edit(5)]);
    expect((await readAll(onTheirs)).map(numberOf)).toEqual([...order, 5]);
    expect((await onTheirs.readOwn([1, 3, 99])).map(numberOf)).toEqual([2, 5]);
    await Promise.all([onMine.close(), onTheirs.close()]);
  });

  it('leave an unfinished copy of the other’s file as it is, and read its whole records', async () => {
    const [here, there] = [createSimulatedDisk(), createSimulatedDisk()];
    const theirs = await openGood({ files: there.files, device: other });
    await theirs.append([edit(1)]);
    await theirs.append([edit(2)]);
    await theirs.close();
    const whole = there.bytesOf(pathOf(other));
    here.put(pathOf(other), whole.slice(0, -5));

    const opened = await open({ files: here.files, device: laptop });

    if (!opened.ok) throw new Error('not opened');
    expect(opened.notices).toHaveLength(1);
    expect((await readAll(opened.journal)).map(numberOf)).toEqual([1]);
    expect(here.bytesOf(pathOf(other))).toEqual(whole.slice(0, -5));
    await opened.journal.close();
    here.put(pathOf(other), whole);
    expect((await readAll(await openGood({ files: here.files }))).map(numberOf)).toEqual([1, 2]);
  });

  it('read files of that name alone', async () => {
    const disk = createSimulatedDisk();
    disk.put('/w/journal/notes.txt', new Uint8Array([1]));
    disk.put(`/w/journal/${other}.damaged-2026`, new Uint8Array([1]));

    expect(await readAll(await openGood({ files: disk.files }))).toEqual([]);
  });
});

describe('mergeByTime', () => {
  it('orders as sorting by time, device and number does', () => {
    const rising = fc
      .uniqueArray(fc.nat({ max: 40 }))
      .map((times) => times.sort((a, b) => a - b).map(BigInt));
    fc.assert(
      fc.property(fc.array(rising, { maxLength: 4 }), (times) => {
        const sorted = times
          .flatMap((own, part) => own.map((time, index) => ({ part, index, time })))
          .sort((a, b) => Number(a.time - b.time) || a.part - b.part || a.index - b.index)
          .map(({ part, index }) => ({ part, index }));

        expect(mergeByTime(times)).toEqual(sorted);
      }),
    );
  });
});

describe('reading in pages', () => {
  it('answers every entry once, whatever the size of the pages and whatever is written in between', async () => {
    const disk = createSimulatedDisk();
    const journal = await openGood({ files: disk.files });
    for (let number = 1; number <= 30; number += 1)
      await journal.append([edit(number, 'x'.repeat(number * 50))]);
    const found: number[] = [];
    let cursor: number | null = 0;
    let late = 30;
    while (cursor !== null) {
      const page = await journal.readPage(cursor, 2_000);
      expect(page.entries.length).toBeGreaterThan(0);
      found.push(...page.entries.map(numberOf));
      cursor = page.next;
      if (late < 33) await journal.append([edit(++late)]);
    }

    expect(found).toEqual(Array.from({ length: 33 }, (_, index) => index + 1));
    await journal.close();
  });
});

describe('the room left on the disk', () => {
  it('has to be more than the reserve after an edit, or the edit is refused', async () => {
    const disk = createSimulatedDisk();
    const journal = await openGood({ files: disk.files });
    disk.setFreeBytes(EDIT_RESERVE_BYTES);
    const refused = await journal.append([edit(1)]);
    expect(refused).toMatchObject({ ok: false, problem: { kind: 'disk-full' } });
    disk.setFreeBytes(EDIT_RESERVE_BYTES + 10_000);
    expect(await journal.append([edit(2)])).toMatchObject({ ok: true });

    expect((await readAll(journal)).map(numberOf)).toEqual([2]);
    await journal.close();
    expect(await journal.append([edit(3)])).toMatchObject({ ok: false, problem: { kind: 'no-workspace' } });
  });
});
