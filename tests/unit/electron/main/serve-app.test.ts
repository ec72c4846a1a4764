import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { locateFile, serveApp } from '#main/serve-app.ts';

vi.mock('electron', () => ({ app: { isPackaged: true }, protocol: {} }));

type Serve = (request: { method: string; url: string }) => Promise<Response>;
let folder = '';
let serve: Serve;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'liptako-unit-'));
  mkdirSync(join(folder, 'out', 'renderer', 'assets'), { recursive: true });
  mkdirSync(join(folder, 'resources', 'geo'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{}');
  writeFileSync(join(folder, 'out', 'renderer', 'index.html'), '<title>Liptako</title>');
  writeFileSync(join(folder, 'out', 'renderer', 'assets', 'a-1.js'), 'export {}');
  writeFileSync(join(folder, 'resources', 'geo', 'gazetteer.tsv'), 'a\tb');
  const session = { protocol: { handle: (_scheme: string, handler: Serve) => (serve = handler) } };
  serveApp(session as never, folder);
});

const get = (url: string) => serve({ method: 'GET', url });

describe('app://workbench/', () => {
  it.each([
    ['app://workbench/', 'text/html; charset=utf-8'],
    ['app://workbench/index.html', 'text/html; charset=utf-8'],
    ['app://workbench/assets/a-1.js?x=1', 'text/javascript; charset=utf-8'],
    ['app://workbench/resources/geo/gazetteer.tsv', 'text/tab-separated-values; charset=utf-8'],
  ])('serves %s as %s, with every protective header', async (url, type) => {
    const answer = await get(url);

    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toEqual({
      'content-type': type,
      'content-security-policy':
        "default-src 'none'; script-src 'self'; " +
        "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='; img-src 'self' data: blob:; font-src 'self'; " +
        "connect-src 'self'; worker-src 'self'; manifest-src 'none'; base-uri 'none'; form-action 'none'; " +
        "frame-ancestors 'none'; frame-src 'none'; object-src 'none'; require-trusted-types-for 'script'; " +
        'trusted-types liptako-workers',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
    });
  });

  it.each([
    'app://workbench/missing.js',
    'app://workbench/assets',
    'app://workbench/assets/',
    'app://workbench/package.json',
    'app://workbench/..%2f..%2fpackage.json',
    'app://workbench/%2e%2e/%2e%2e/package.json',
    'app://workbench/resources/..%2fpackage.json',
    'app://workbench/resources/..%5cpackage.json',
    'app://workbench/resources//etc/passwd.txt',
    'app://workbench/C:%5Cx.txt',
    'app://workbench/seeds/000.txt',
    'app://workbench/.git/config.txt',
    'app://workbench/a%00.html',
    'app://workbench/%E0%A4%A.html',
    'app://workbench.evil/index.html',
    'app://print/index.html',
    'https://workbench/index.html',
  ])('answers 404 to %s', async (url) => {
    expect((await get(url)).status).toBe(404);
  });

  it.each(['POST', 'PUT', 'HEAD', 'DELETE'])('refuses %s', async (method) => {
    expect((await serve({ method, url: 'app://workbench/' })).status).toBe(405);
  });

  it('never leaves its two folders', () => {
    const part = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '',
        'resources',
        '%2e%2e',
        '%2f',
        '..%2f',
        '%5c',
        'a.html',
        'C:',
        '~',
        '%00',
      ),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const file = locateFile('/app', `app://workbench/${parts.join('/')}`);
        if (file === null) return;
        const root = ['out/renderer', 'resources'].map((name) => join('/app', name) + sep);
        expect(root.some((start) => file.startsWith(start))).toBe(true);
        expect(file.split(sep)).not.toContain('..');
      }),
      { numRuns: 2000 },
    );
  });
});
