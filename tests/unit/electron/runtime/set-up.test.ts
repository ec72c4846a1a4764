import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentStamp } from '#runtime/build.mjs';
import { displaySocket } from '#runtime/display.mjs';
import { satisfies } from '#runtime/electron.mjs';
import { parseMissing } from '#runtime/libraries.mjs';
import { ensurePackages, isInstalled, lockStamp } from '#runtime/packages.mjs';
import { pickNames } from '#runtime/system-packages.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'set-up-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('contentStamp', () => {
  const stamp = () => contentStamp(folder, ['renderer', 'package.json']);

  beforeEach(() => {
    mkdirSync(join(folder, 'renderer', 'core'), { recursive: true });
    writeFileSync(join(folder, 'renderer', 'core', 'a.ts'), '1');
  });

  it('changes with what a file holds, and comes back with it', () => {
    const first = stamp();
    writeFileSync(join(folder, 'renderer', 'core', 'a.ts'), '2');
    expect(stamp()).not.toBe(first);

    writeFileSync(join(folder, 'renderer', 'core', 'a.ts'), '1');
    expect(stamp()).toBe(first);
  });

  it('changes with names, new files and lost ones', () => {
    const stamps = [stamp()];
    writeFileSync(join(folder, 'renderer', 'b.ts'), '');
    stamps.push(stamp());
    rmSync(join(folder, 'renderer', 'core', 'a.ts'));
    stamps.push(stamp());
    writeFileSync(join(folder, 'renderer', 'a.ts'), '1');
    stamps.push(stamp());

    expect(new Set(stamps).size).toBe(4);
  });

  it('keeps the end of one file apart from the beginning of the next', () => {
    writeFileSync(join(folder, 'renderer', 'x'), 'renderer/y\0');
    const one = stamp();
    rmSync(join(folder, 'renderer', 'x'));
    writeFileSync(join(folder, 'renderer', 'x'), '');
    writeFileSync(join(folder, 'renderer', 'y'), '');

    expect(stamp()).not.toBe(one);
  });

  it('does not look beside what it is told', () => {
    const first = stamp();
    writeFileSync(join(folder, 'README.md'), 'not a source');

    expect(stamp()).toBe(first);
  });
});

describe('the packages', () => {
  const lock = (packages: object) => JSON.stringify({ packages });
  const install = (packages: object) => {
    mkdirSync(join(folder, 'node_modules'), { recursive: true });
    writeFileSync(join(folder, 'node_modules', '.package-lock.json'), lock(packages));
  };

  it('are stamped by what the lock holds', () => {
    writeFileSync(join(folder, 'package-lock.json'), '{}');
    const first = lockStamp(folder);
    writeFileSync(join(folder, 'package-lock.json'), '{ }');

    expect(lockStamp(folder)).not.toBe(first);
  });

  it.each([
    ['the same', { 'node_modules/a': { version: '1.0.0' } }, true],
    ['another version', { 'node_modules/a': { version: '1.0.1' } }, false],
    ['one is missing', {}, false],
  ])('are compared with what npm noted: %s', (_, installed, same) => {
    const wanted = { '': {}, 'node_modules/a': { version: '1.0.0' } };

    expect(isInstalled(wanted, installed)).toBe(same);
  });

  it('may lack what is for other systems only', () => {
    expect(isInstalled({ 'node_modules/win': { version: '1.0.0', optional: true } }, {})).toBe(true);
  });

  it('are left alone when somebody installed them by hand, and remembered as good', async () => {
    const packages = { 'node_modules/a': { version: '1.0.0' } };
    writeFileSync(join(folder, 'package-lock.json'), lock(packages));
    install(packages);

    await ensurePackages(folder);

    expect(readFileSync(join(folder, 'node_modules', '.liptako-lock'), 'utf8')).toBe(lockStamp(folder));
  });
});

describe('the choice of an Electron', () => {
  it.each([
    ['auto', null, false],
    ['auto', '33.2.1', true],
    ['auto', '45.4.1', true],
    ['official', '33.2.1', false],
    ['official', '45.4.1', true],
    ['fallback', '45.4.1', false],
    ['fallback', '33.2.1', true],
  ] as const)('%s with %s in place: kept is %s', (wish, version, kept) => {
    expect(satisfies(wish, version)).toBe(kept);
  });
});

describe('the system', () => {
  it('tells by ldd which libraries are missing', () => {
    const output =
      '\tlibgbm.so.1 => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x1)\n\tlibnss3.so => not found\n';

    expect(parseMissing(output)).toEqual(['libgbm.so.1', 'libnss3.so']);
  });

  it('is asked for packages by the name it knows', () => {
    const wanted = [['libasound2', 'libasound2t64'], ['libnss3']];

    expect(pickNames(wanted, (name) => name.endsWith('t64'))).toEqual(['libasound2t64', 'libnss3']);
    expect(pickNames(wanted, () => true)).toEqual(['libasound2', 'libnss3']);
  });

  it.each([
    [':0', '/tmp/.X11-unix/X0'],
    [':12.0', '/tmp/.X11-unix/X12'],
    ['unix:3', '/tmp/.X11-unix/X3'],
    ['far.example:0', null],
  ])('finds the socket of display %s', (display, socket) => {
    expect(displaySocket(display)).toBe(socket);
  });
});
