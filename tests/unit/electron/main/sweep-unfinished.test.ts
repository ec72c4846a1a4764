import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keepPiece } from '#main/keep-piece.ts';
import { keepFiles, keptPath, readKept } from '#main/originals.ts';
import { sweepUnfinished } from '#main/sweep-unfinished.ts';
import { createSimulatedDisk } from './simulated-disk.ts';

const whole = Uint8Array.from({ length: 300_000 }, (_, at) => (at * 31) % 251);
const sha256 = createHash('sha256').update(whole).digest('hex');
const small = { kind: 'text', sha256: '', bytes: new TextEncoder().encode('Gao') } as const;
const text = { ...small, sha256: createHash('sha256').update(small.bytes).digest('hex') };

describe('sweepUnfinished', () => {
  it('removes what power going off at any moment left of a file, and nothing that was kept', async () => {
    let swept = 0;
    for (let call = 1; call < 40; call++) {
      const disk = createSimulatedDisk();
      await keepFiles(disk.files, '/w', [text]);
      const beforehand = disk.paths();
      disk.failAt(call, 'crash');
      for (let start = 0; start < whole.length; start += 100_000)
        await keepPiece(disk.files, '/w', {
          sha256,
          sizeBytes: whole.length,
          start,
          bytes: whole.slice(start, start + 100_000),
        });
      // As luck has it: what was not flushed is there or not.
      disk.crash((limit) => (call * 7) % limit);
      if (disk.paths().some((path) => path.endsWith('.part'))) swept += 1;

      await sweepUnfinished(disk.files, '/w');

      expect(disk.paths().filter((path) => /\.(part|tmp)$/.test(path))).toEqual([]);
      for (const path of beforehand) expect(disk.paths()).toContain(path);
      expect(await readKept(disk.files, '/w', text)).toEqual(text.bytes);
    }
    expect(swept).toBeGreaterThan(2);
  });

  it('leaves alone what it does not know', async () => {
    const disk = createSimulatedDisk();
    const others = [
      '/w/originals/notes.part',
      `/w/originals/zz/${sha256}.part`,
      '/w/originals/ab/survey.part',
      keptPath('/w', { kind: 'original', sha256 }),
    ];
    for (const path of others) disk.put(path, whole);
    disk.put(`${keptPath('/w', { kind: 'original', sha256 })}.part`, whole);

    await sweepUnfinished(disk.files, '/w');

    expect(disk.paths()).toEqual([...others].sort());
  });

  it('lets a disk that refuses be', async () => {
    const disk = createSimulatedDisk();
    const path = `${keptPath('/w', { kind: 'original', sha256 })}.part`;
    disk.put(path, whole);
    disk.failAt(1, 'EIO', true);
    await sweepUnfinished(disk.files, '/w');
    expect(disk.paths()).toEqual([path]);
  });
});
