import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { requireServer } from '#runtime/display.mjs';
import { parseWish } from '#runtime/electron.mjs';
import { lacking } from '#runtime/libraries.mjs';
import { requireNode } from '#runtime/node-version.mjs';
import { requireRoom } from '#runtime/room.mjs';
import { checkIntegrity } from '#runtime/stand-in.mjs';
import { advice } from '#runtime/system-packages.mjs';

const runtime = resolve(import.meta.dirname, '../../../../electron/runtime');

describe('what stops a start', () => {
  it.each(['18.20.4', '20.18.3', '8.0.0'])('is Node %s, by its number and the one needed', (version) => {
    expect(() => requireNode(version)).toThrow(`Node 20.19 or newer; this is Node ${version}`);
  });

  it.each(['20.19.0', '20.20.2', '22.0.0', '100.1.0'])('is not Node %s', (version) => {
    expect(() => requireNode(version)).not.toThrow();
  });

  it('is a disk with too little room, by both numbers', () => {
    expect(() => requireRoom('/data', 700, () => 699)).toThrow(
      'Only 699 MB are free on the disk of /data; about 700 MB are needed.',
    );
    expect(() => requireRoom('/data', 700, () => 700)).not.toThrow();
  });

  it('is a missing library, by its name and the exact command', () => {
    const message = advice(lacking(['libgbm.so.1'], true), ['libgbm1', 'xvfb']);

    expect(message).toContain('libgbm.so.1');
    expect(message).toContain('no display');
    expect(message).toContain(
      '\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends libgbm1 xvfb\n',
    );
  });

  it('is a wish nobody knows, by the ones there are', () => {
    expect(() => parseWish('newest')).toThrow(
      'LIPTAKO_ELECTRON is "newest"; it can be auto, official, fallback.',
    );
    expect([undefined, '', 'official'].map(parseWish)).toEqual(['auto', 'auto', 'official']);
  });

  it('is a stand-in that is not the one that was checked', () => {
    expect(() => checkIntegrity(Buffer.from('something else'))).toThrow('its sha512 differs');
  });

  it.skipIf(process.platform !== 'linux')('is a display that does not answer', async () => {
    const socket = '/tmp/.X11-unix/X7391';
    const server = createServer().listen(socket);
    await new Promise((listening) => server.once('listening', listening));
    await expect(requireServer(':7391')).resolves.toBeUndefined();
    server.close();

    writeFileSync(socket, '');
    try {
      await expect(requireServer(':7391')).rejects.toThrow('DISPLAY is :7391, but no X server answers there');
    } finally {
      rmSync(socket);
    }
  });
});

describe('runCommand', () => {
  const run = (body: string) =>
    new Promise<{ code: number | null; errors: string }>((done) => {
      const folder = mkdtempSync(join(tmpdir(), 'command-'));
      const file = join(folder, 'command.mjs');
      const announce = pathToFileURL(join(runtime, 'announce.mjs'));
      writeFileSync(file, `import { Obstacle, runCommand } from '${announce}';\n${body}\n`);
      const child = execFile(process.execPath, [file], (_error, _out, errors) => {
        rmSync(folder, { recursive: true });
        done({ code: child.exitCode, errors });
      });
    });

  it('shows an obstacle as its words alone', async () => {
    const { code, errors } = await run(`runCommand(async () => { throw new Obstacle('Make room.'); });`);

    expect({ code, errors }).toEqual({ code: 1, errors: '\nMake room.\n' });
  });

  it('shows a mistake of ours with where it happened', async () => {
    const { code, errors } = await run(`runCommand(async () => { throw new TypeError('oops'); });`);

    expect(code).toBe(1);
    expect(errors).toMatch(/TypeError: oops\n\s+at /);
  });

  it('ends with the code of what it ran', async () => {
    expect((await run('runCommand(async () => 3);')).code).toBe(3);
  });
});
