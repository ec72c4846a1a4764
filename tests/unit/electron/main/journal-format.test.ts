import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextTime } from '#main/journal/logical-clock.ts';
import { edit, laptop, numberOf, open, openGood, readAll, workspace } from './journal-fixtures.ts';
import { createSimulatedDisk } from './simulated-disk.ts';

const path = `/w/journal/${laptop}.journal`;

/** The format as its description tells it, read by other means than the program's. */
function decode(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const hex = (from: number, length: number) =>
    Buffer.from(bytes.buffer, bytes.byteOffset + from, length).toString('hex');
  const records = [];
  let previous = createHash('sha256').update(workspace).digest('hex');
  for (let at = 0; at < bytes.length; ) {
    const end = at + 4 + view.getUint32(at);
    const hash = createHash('sha256')
      .update(Buffer.from(previous, 'hex'))
      .update(bytes.subarray(at, at + 38))
      .update(bytes.subarray(at + 70, end))
      .digest('hex');
    records.push({
      format: view.getUint16(at + 4),
      device: hex(at + 6, 16),
      sequence: view.getBigUint64(at + 22),
      time: view.getBigUint64(at + 30),
      intact: hash === hex(at + 38, 32),
      edit: JSON.parse(new TextDecoder().decode(bytes.subarray(at + 70, end))),
    });
    previous = hash;
    at = end;
  }
  return records;
}

describe('a journal file', () => {
  it('holds what its description says', async () => {
    const disk = createSimulatedDisk();
    const journal = await openGood({ files: disk.files, now: () => 5 });
    await journal.append([edit(1), edit(2)]);
    await journal.append([edit(3)]);
    await journal.close();

    const device = laptop.replaceAll('-', '');
    expect(decode(disk.bytesOf(path))).toEqual([
      { format: 0x8001, device, sequence: 1n, time: 5n << 16n, intact: true, edit: edit(1) },
      { format: 0x0001, device, sequence: 2n, time: (5n << 16n) + 1n, intact: true, edit: edit(2) },
      { format: 0x0001, device, sequence: 3n, time: (5n << 16n) + 2n, intact: true, edit: edit(3) },
    ]);
  });

  it('belongs to one workspace: under another id not one record is believed', async () => {
    const disk = createSimulatedDisk();
    const journal = await openGood({ files: disk.files });
    await journal.append([edit(1)]);
    await journal.append([edit(2)]);
    await journal.close();
    const bytes = disk.bytesOf(path);
    const foreign = createSimulatedDisk();
    foreign.put(path, bytes);

    const { openJournal } = await import('#main/journal/open-journal.ts');
    const opened = await openJournal({
      files: foreign.files,
      folder: '/w/journal',
      workspace: '01890000-0000-7000-8000-000000000002' as typeof workspace,
      device: laptop,
      now: () => 0,
    });

    expect(opened).toMatchObject({ ok: false, problem: { kind: 'broken', offset: 0, goodEntries: 0 } });
    expect(foreign.bytesOf(path)).toEqual(bytes);
  });
});

describe('damage', () => {
  async function threeRecords() {
    const disk = createSimulatedDisk();
    const journal = await openGood({ files: disk.files });
    const ends: number[] = [];
    for (const number of [1, 2, 3]) {
      await journal.append([edit(number)]);
      ends.push(disk.bytesOf(path).length);
    }
    await journal.close();
    return { bytes: disk.bytesOf(path), ends };
  }

  it('of any one bit is told from an unfinished end, and never read past', async () => {
    const { bytes, ends } = await threeRecords();
    const [, second = 0] = ends;
    for (let at = 0; at < bytes.length; at += 1) {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (at % 8));
      const disk = createSimulatedDisk();
      disk.put(path, damaged);

      const opened = await open({ files: disk.files });

      const good = ends.filter((end) => end <= at).length;
      if (at < second) {
        expect(opened, `byte ${at}`).toEqual({
          ok: false,
          problem: { kind: 'broken', offset: ends[good - 1] ?? 0, goodEntries: good },
        });
        expect(disk.bytesOf(path)).toEqual(damaged);
        expect(disk.paths()).toEqual([path]);
        continue;
      }
      if (!opened.ok) throw new Error(`byte ${at}: ${JSON.stringify(opened.problem)}`);
      expect(opened.notices).toEqual([{ kind: 'torn-tail', bytes: bytes.length - second }]);
      expect((await readAll(opened.journal)).map(numberOf)).toEqual([1, 2]);
      const aside = disk.paths().find((name) => name.includes('.torn-')) ?? '';
      expect(disk.bytesOf(aside)).toEqual(damaged.slice(second));
      expect(disk.bytesOf(path)).toEqual(bytes.slice(0, second));
      await opened.journal.close();
    }
  });

  it('of the end, cut anywhere, leaves every whole record and goes on from there', async () => {
    const { bytes, ends } = await threeRecords();
    for (let length = 0; length <= bytes.length; length += 1) {
      const disk = createSimulatedDisk();
      disk.put(path, bytes.slice(0, length));
      const journal = await openGood({ files: disk.files });
      const good = ends.filter((end) => end <= length).length;

      expect(await journal.append([edit(9)])).toMatchObject({ ok: true, entries: [{ sequence: good + 1 }] });
      expect((await readAll(journal)).map(numberOf)).toEqual([...[1, 2, 3].slice(0, good), 9]);
      await journal.close();
    }
  });

  it('is set aside whole by recovery, which then opens with the good part', async () => {
    const { bytes } = await threeRecords();
    const damaged = bytes.slice();
    damaged[80] = 0;
    const disk = createSimulatedDisk();
    disk.put(path, damaged);
    const { recoverJournal } = await import('#main/journal/open-journal.ts');

    await recoverJournal({
      files: disk.files,
      folder: '/w/journal',
      workspace,
      device: laptop,
      now: () => 0,
    });

    const aside = disk.paths().find((name) => name.includes('.damaged-')) ?? '';
    expect(disk.bytesOf(aside)).toEqual(damaged);
    const journal = await openGood({ files: disk.files });
    expect(await readAll(journal)).toEqual([]);
    expect(await journal.append([edit(1)])).toMatchObject({ ok: true, entries: [{ sequence: 1 }] });
  });

  it('is not what a record of a later format is', async () => {
    const disk = createSimulatedDisk();
    const journal = await openGood({ files: disk.files });
    await journal.append([edit(1)]);
    await journal.close();
    const later = disk.bytesOf(path);
    later[5] = 7;
    const previous = createHash('sha256').update(workspace).digest();
    const hash = createHash('sha256')
      .update(previous)
      .update(later.subarray(0, 38))
      .update(later.subarray(70))
      .digest();
    later.set(hash, 38);
    disk.put(path, later);

    expect(await open({ files: disk.files })).toEqual({
      ok: false,
      problem: { kind: 'newer-format', found: 7 },
    });
    expect(disk.bytesOf(path)).toEqual(later);
  });
});

describe('the logical clock', () => {
  it('always moves on, and follows the device’s clock when that is ahead', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 2 ** 40 }), { minLength: 1 }), (clock) => {
        let last = 0n;
        for (const now of clock) {
          const next = nextTime(last, now);
          expect(next > last).toBe(true);
          expect(next >= BigInt(now) << 16n).toBe(true);
          last = next;
        }
      }),
    );
  });

  it('counts up when the clock is set back', () => {
    expect(nextTime((9n << 16n) + 3n, 4)).toBe((9n << 16n) + 4n);
  });
});
