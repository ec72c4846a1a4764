import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { codeOf, disk } from '#main/files/file-system.ts';
import { writeJson, writeWhole } from '#main/files/write-whole.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'liptako-unit-'));
});

describe('the disk', () => {
  it('opens as the modes say', async () => {
    const path = join(folder, 'file');
    await expect(disk.open(path, 'read')).rejects.toMatchObject({ code: 'ENOENT' });
    const made = await disk.open(path, 'write');
    await made.write(Buffer.from('abcdef'), 0);
    await made.sync();
    await made.close();
    const again = await disk.open(path, 'write');
    await again.write(Buffer.from('X'), 2);
    await again.truncate(5);
    expect(await again.size()).toBe(5);
    const into = Buffer.alloc(9);
    expect(await again.read(into, 1)).toBe(4);
    expect(into.toString('utf8', 0, 4)).toBe('bXde');
    await again.close();
    expect(codeOf(await disk.open(path, 'create').catch((error: unknown) => error))).toBe('EEXIST');
    await (await disk.open(path, 'replace')).close();
    expect(readFileSync(path, 'utf8')).toBe('');
  });

  it('tells of a missing file or folder as such', async () => {
    expect(await disk.list(join(folder, 'none'))).toEqual([]);
    expect(await disk.modifiedAt(join(folder, 'none'))).toBeNull();
    expect(await disk.freeBytes(folder)).toBeGreaterThan(0);
    await disk.syncFolder(folder);
    await disk.remove(join(folder, 'none'));
  });

  it('replaces a file whole and leaves nothing beside it', async () => {
    const path = join(folder, 'x.json');
    writeFileSync(`${path}.tmp`, 'left by a crash');
    await writeJson(disk, path, { a: 'é' });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ a: 'é' });
    const failing = { ...disk, rename: () => Promise.reject(new Error('no')) };
    await expect(writeWhole(failing, path, Buffer.from('new'))).rejects.toThrow('no');
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ a: 'é' });
    expect(readdirSync(folder)).toEqual(['x.json']);
  });
});
