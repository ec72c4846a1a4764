import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { readPicked } from '#main/dialogs.ts';
import { readSeeds } from '#main/seeds.ts';

vi.mock('electron', () => ({ dialog: {} }));

describe('picked files', () => {
  it('come with their bytes, or with none when they are too large, missing or no files', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'liptako-unit-'));
    const path = (name: string) => join(folder, name);
    writeFileSync(path('a.txt'), 'été');
    writeFileSync(path('empty.txt'), '');
    writeFileSync(path('big.txt'), Buffer.alloc(101));

    const picked = await readPicked(
      [path('a.txt'), path('empty.txt'), path('big.txt'), path('none.txt'), folder, '/dev/zero'],
      100,
    );

    expect(picked.map(({ name, sizeBytes, bytes }) => [name, sizeBytes, bytes?.byteLength ?? null])).toEqual([
      ['a.txt', 5, 5],
      ['empty.txt', 0, 0],
      ['big.txt', 101, null],
      ['none.txt', 0, null],
      [expect.any(String), expect.any(Number), null],
      ['zero', 0, null],
    ]);
  });
});

describe('the seeds', () => {
  it('are five, in order of their names, as they lie on the disk', async () => {
    const seeds = await readSeeds(resolve(import.meta.dirname, '..', '..', '..', '..'));

    expect(seeds.map(({ name }) => name.slice(0, 3))).toEqual(['000', '001', '002', '003', '004']);
    expect(seeds.map(({ sizeBytes }) => sizeBytes)).toEqual([4343, 7716, 4409, 2469, 5091]);
  });
});
