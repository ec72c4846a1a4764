import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keepPiece } from '#main/keep-piece.ts';
import { keptPath, readKept, readKeptPart } from '#main/originals.ts';
import { createSimulatedDisk } from './simulated-disk.ts';

const whole = Uint8Array.from({ length: 3_000_000 }, (_, at) => (at * 31) % 251);
const sha256 = createHash('sha256').update(whole).digest('hex');
const sizeBytes = whole.length;
const which = { kind: 'original', sha256 } as const;
const pieceAt = (start: number, end: number) => ({
  sha256,
  sizeBytes,
  start,
  bytes: whole.slice(start, end),
});

describe('keepPiece', () => {
  it('puts a file together, and gives it back whole and in parts', async () => {
    const disk = createSimulatedDisk();
    for (let at = 0; at < sizeBytes; at += 1_100_000) {
      expect(await readKept(disk.files, '/w', which)).toBeNull();
      expect(await keepPiece(disk.files, '/w', pieceAt(at, at + 1_100_000))).toEqual({ ok: true });
    }

    expect(Buffer.compare((await readKept(disk.files, '/w', which)) ?? new Uint8Array(), whole)).toBe(0);
    expect(disk.paths()).toEqual([keptPath('/w', which)]);
    const part = (start: number, end: number) => readKeptPart(disk.files, '/w', which, { start, end });
    expect(await part(5, 9)).toEqual(whole.slice(5, 9));
    expect(await part(sizeBytes - 2, sizeBytes + 50)).toEqual(whole.slice(-2));
    expect(await part(sizeBytes + 1, sizeBytes + 2)).toEqual(new Uint8Array());
    expect(
      await readKeptPart(disk.files, '/w', { ...which, sha256: 'ab'.repeat(32) }, { start: 0, end: 1 }),
    ).toBeNull();
  });

  it.each([
    [
      'has another hash',
      [pieceAt(0, 1_500_000), { ...pieceAt(1_500_000, sizeBytes), bytes: new Uint8Array(1_500_000) }],
    ],
    ['has a gap', [pieceAt(0, 1_000_000), pieceAt(1_500_000, sizeBytes)]],
    ['does not begin at its beginning', [pieceAt(1_500_000, sizeBytes)]],
  ])('leaves nothing of a file that %s', async (_, pieces) => {
    const disk = createSimulatedDisk();
    const answers = [];
    for (const piece of pieces) answers.push(await keepPiece(disk.files, '/w', piece));

    expect(answers.at(-1)).toMatchObject({ ok: false, problem: { kind: 'failed' } });
    expect(disk.paths()).toEqual([]);
  });

  it('leaves nothing of a file that is given up', async () => {
    const disk = createSimulatedDisk();
    await keepPiece(disk.files, '/w', pieceAt(0, 1_000_000));
    expect(await keepPiece(disk.files, '/w', { ...pieceAt(0, 0), bytes: null })).toEqual({ ok: true });
    expect(disk.paths()).toEqual([]);
  });
});
