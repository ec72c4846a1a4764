import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { disk } from '#main/files/file-system.ts';
import { IMPORT_RESERVE_BYTES } from '#main/files/write-problem.ts';
import { keepFiles, keptPath, readKept } from '#main/originals.ts';
import type { KeptFile } from '#shared/ipc.ts';
import { createSimulatedDisk, type Fault, luck } from './simulated-disk.ts';

function kept(text: string, kind: KeptFile['kind'] = 'original'): KeptFile {
  const bytes = new TextEncoder().encode(text);
  return { kind, sha256: createHash('sha256').update(bytes).digest('hex'), bytes };
}

const files = [kept('un'), kept('deux', 'text'), kept(''), kept('un'), kept('un', 'text')];

describe('keepFiles', () => {
  it('puts bytes under their hash, originals and texts apart', async () => {
    const disk = createSimulatedDisk();
    expect(await keepFiles(disk.files, '/w', files)).toEqual({ ok: true });

    const { sha256, bytes } = kept('un');
    expect(disk.bytesOf(`/w/originals/${sha256.slice(0, 2)}/${sha256}`)).toEqual(bytes);
    expect(disk.paths()).toHaveLength(3);
    for (const file of files) expect(await readKept(disk.files, '/w', file)).toEqual(file.bytes);
  });

  it('makes the folders that are missing on a real disk', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'liptako-kept-'));
    expect(await keepFiles(disk, folder, files)).toEqual({ ok: true });
    const more = [...files, kept('trois'), kept('quatre', 'text')];
    expect(await keepFiles(disk, folder, more)).toEqual({ ok: true });
    for (const file of more) {
      const bytes = await readKept(disk, folder, file);
      expect(bytes === null ? null : new TextDecoder().decode(bytes)).toBe(
        new TextDecoder().decode(file.bytes),
      );
    }
    rmSync(folder, { recursive: true });
  });

  it('refuses bytes that do not have their hash, with all that came with them', async () => {
    const disk = createSimulatedDisk();
    const wrong = { ...kept('un'), bytes: kept('deux').bytes };

    expect(await keepFiles(disk.files, '/w', [kept('trois'), wrong])).toMatchObject({
      ok: false,
      problem: { kind: 'failed' },
    });
    expect(disk.paths()).toEqual([]);
  });

  it('leaves an intact file alone and replaces a damaged one', async () => {
    const disk = createSimulatedDisk();
    const [intact, damaged] = [kept('un'), kept('deux')];
    await keepFiles(disk.files, '/w', [intact, damaged]);
    disk.put(keptPath('/w', damaged), new TextEncoder().encode('dEux'));
    expect(await readKept(disk.files, '/w', damaged)).toBeNull();
    const renamed: string[] = [];
    const watching = {
      ...disk.files,
      rename: (from: string, to: string) => {
        renamed.push(to);
        return disk.files.rename(from, to);
      },
    };

    expect(await keepFiles(watching, '/w', [intact, damaged])).toEqual({ ok: true });

    expect(renamed).toEqual([keptPath('/w', damaged)]);
    expect(await readKept(disk.files, '/w', damaged)).toEqual(damaged.bytes);
  });

  it('keeps a text that is its original once, and reads it as either', async () => {
    const disk = createSimulatedDisk();
    await keepFiles(disk.files, '/w', [kept('un'), kept('un', 'text'), kept('deux', 'text')]);
    expect(disk.paths().map((path) => path.split('/')[2])).toEqual(['originals', 'texts']);
    expect(await readKept(disk.files, '/w', kept('un', 'text'))).toEqual(kept('un').bytes);
    expect(await readKept(disk.files, '/w', kept('deux'))).toBeNull();
  });

  it('replaces a damaged original also when its text was kept with it', async () => {
    const disk = createSimulatedDisk();
    const both = [kept('un'), kept('un', 'text')];
    await keepFiles(disk.files, '/w', both);
    disk.put(keptPath('/w', kept('un')), new TextEncoder().encode('Un'));
    expect(await readKept(disk.files, '/w', kept('un', 'text'))).toBeNull();
    expect(await keepFiles(disk.files, '/w', both)).toEqual({ ok: true });
    expect(await readKept(disk.files, '/w', kept('un', 'text'))).toEqual(kept('un').bytes);
  });

  it('keeps the reserve free for the journal', async () => {
    const disk = createSimulatedDisk();
    disk.setFreeBytes(IMPORT_RESERVE_BYTES + 1);
    expect(await keepFiles(disk.files, '/w', [kept('deux')])).toMatchObject({
      ok: false,
      problem: { kind: 'disk-full' },
    });
    disk.setFreeBytes(IMPORT_RESERVE_BYTES + 4);
    expect(await keepFiles(disk.files, '/w', [kept('deux')])).toEqual({ ok: true });
  });

  it.each<Fault>(['ENOSPC', 'EIO', 'short', 'late-EIO', 'crash'])(
    'with %s at any call never shows a file that is not whole, and has what it acknowledged after a power cut',
    async (fault) => {
      const plain = createSimulatedDisk();
      await keepFiles(plain.files, '/w', files);
      for (let call = 1; call <= plain.calls(); call += 1) {
        for (let seed = 0; seed < 6; seed += 1) {
          const disk = createSimulatedDisk();
          disk.failAt(call, fault, seed % 2 === 0);
          const answer = await keepFiles(disk.files, '/w', files);
          disk.crash(luck(call * 100 + seed));

          for (const path of disk.paths().filter((name) => !name.endsWith('.tmp'))) {
            const hash = createHash('sha256').update(disk.bytesOf(path)).digest('hex');
            expect(path.endsWith(hash), path).toBe(true);
          }
          if (!answer.ok) continue;
          for (const file of files) expect(await readKept(disk.files, '/w', file)).toEqual(file.bytes);
        }
      }
    },
  );
});
