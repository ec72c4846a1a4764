import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fuseNames, readFuses, setFuses } from '#runtime/fuses.mjs';
import { listAsar } from '#runtime/read-asar.mjs';
import { readTar } from '#runtime/read-tar.mjs';
import { readZip } from '#runtime/read-zip.mjs';
import { keptName } from '#runtime/stand-in.mjs';
import { writeAsar } from '#runtime/write-asar.mjs';

describe('readTar', () => {
  it('reads what the system tar wrote', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tar-'));
    const long = `${'n'.repeat(60)}/${'m'.repeat(70)}`;
    writeFileSync(join(folder, 'a.txt'), 'é'.repeat(700));
    execFileSync('mkdir', ['-p', join(folder, 'n'.repeat(60))]);
    writeFileSync(join(folder, long), 'deep');
    execFileSync('tar', ['--format=ustar', '-cf', 't.tar', 'a.txt', 'n'.repeat(60)], { cwd: folder });

    const files = new Map(
      [...readTar(readFileSync(join(folder, 't.tar')))].map((file) => [file.name, String(file.content)]),
    );
    rmSync(folder, { recursive: true });

    expect(files).toEqual(
      new Map([
        ['a.txt', 'é'.repeat(700)],
        [long, 'deep'],
      ]),
    );
  });
});

describe('readZip', () => {
  it('reads stored and deflated files with their permissions', () => {
    const zip = zipSync({
      'plain.txt': [Buffer.from('stored'), { level: 0 }],
      'packed.txt': [Buffer.from('x'.repeat(10_000)), { level: 9, os: 3, attrs: 0o755 << 16 }],
    });

    const files = [...readZip(Buffer.from(zip))].map(({ name, mode, read }) => [
      name,
      mode & 0o777,
      String(read()),
    ]);

    expect(files).toContainEqual(['packed.txt', 0o755, 'x'.repeat(10_000)]);
    expect(files.find(([name]) => name === 'plain.txt')?.[2]).toBe('stored');
  });

  it('says so when it is none', () => {
    expect(() => [...readZip(Buffer.from('nothing'))]).toThrow('not a zip');
  });
});

describe('fuses', () => {
  const binary = () => Buffer.from('head dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x0810100011tail', 'latin1');

  it('changes the wanted digits and nothing else', () => {
    const changed = binary();
    setFuses(changed, { loadBrowserProcessSpecificV8Snapshot: false, nodeCliInspect: true });

    expect(changed.toString('latin1')).toContain('10110001tail');
    expect(changed.length).toBe(binary().length);
    expect(readFuses(changed)).toMatchObject({
      nodeCliInspect: true,
      loadBrowserProcessSpecificV8Snapshot: false,
    });
  });

  it('refuses a binary without a wire, or with one of another version', () => {
    expect(() => setFuses(Buffer.from('none'), { runAsNode: false })).toThrow('no fuse wire');
    const other = binary();
    other[5 + 32] = 2;
    expect(() => readFuses(other)).toThrow('version 2');
  });

  it('names as many fuses as the binary has', () => {
    expect(Object.keys(readFuses(binary()))).toEqual(fuseNames.slice(0, 8));
    expect(() => setFuses(binary(), { wasmTrapHandlers: true })).toThrow('no fuse wasmTrapHandlers');
  });
});

describe('writeAsar', () => {
  it('can be read by the header it carries', () => {
    const asar = writeAsar({ 'a.mjs': 'première', 'package.json': '{}' });

    const length = asar.readUInt32LE(12);
    const { files } = JSON.parse(asar.toString('utf8', 16, 16 + length));
    const start = 8 + asar.readUInt32LE(4);
    const read = (name: string) => {
      const from = start + Number(files[name].offset);
      return asar.toString('utf8', from, from + files[name].size);
    };
    expect([read('a.mjs'), read('package.json')]).toEqual(['première', '{}']);
  });
});

describe('listAsar', () => {
  it('lists what writeAsar wrote', () => {
    expect(listAsar(writeAsar({ 'a.mjs': 'é', 'package.json': '{}' }))).toEqual(['a.mjs', 'package.json']);
  });

  it('goes into folders', () => {
    const json = JSON.stringify({
      files: {
        out: { files: { main: { files: { 'index.js': { size: 1, offset: '0' } } }, empty: { files: {} } } },
      },
    });
    const head = Buffer.alloc(16);
    head.writeUInt32LE(json.length, 12);

    expect(listAsar(Buffer.concat([head, Buffer.from(json)]))).toEqual(['out/main/index.js']);
  });
});

describe('the stand-in', () => {
  it.each([
    ['Cypress/Cypress', 'electron'],
    ['Cypress/locales/fr.pak', 'locales/fr.pak'],
    ['Cypress/resources/app/index.js', null],
    ['Cypress/browser_v8_context_snapshot.bin', null],
    ['elsewhere/file', null],
  ])('keeps %s as %s', (name, kept) => {
    expect(keptName(name)).toBe(kept);
  });
});
