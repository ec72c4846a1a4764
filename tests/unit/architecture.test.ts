import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSource, layers } from './architecture-rules.ts';

const top = resolve(import.meta.dirname, '../..');
const maxLines = 300;

const files = ['renderer', 'electron', 'tests']
  .flatMap((folder) =>
    readdirSync(resolve(top, folder), { recursive: true, encoding: 'utf8' }).map(
      (path) => `${folder}/${path}`,
    ),
  )
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !path.includes('node_modules/'));

const read = (file: string) => readFileSync(resolve(top, file), 'utf8');

describe('the source', () => {
  it('keeps to the table of who may import whom', () => {
    const breaches = files
      // The rules' own tests hold made-up breaches.
      .filter((file) => file !== 'tests/unit/architecture.test.ts')
      .flatMap((file) => checkSource(file, read(file)))
      .map(({ file, line, what }) => `${file}:${line} ${what}`);

    expect(breaches).toEqual([]);
  });

  it('is seen whole by this test', () => {
    const seen = Object.values(layers).filter(({ folder }) => files.some((file) => file.startsWith(folder)));

    expect(seen.map(({ folder }) => folder)).toEqual(Object.values(layers).map(({ folder }) => folder));
  });

  it(`names files of more than ${maxLines} lines`, () => {
    const long = files
      .map((file) => ({ file, lines: read(file).split('\n').length - 1 }))
      .filter(({ file, lines }) => lines > maxLines && !file.startsWith('tests/'));

    if (long.length > 0)
      console.warn(`Long files:\n${long.map(({ file, lines }) => `  ${file} (${lines})`).join('\n')}`);
    expect(long.filter(({ lines }) => lines > 2 * maxLines)).toEqual([]);
  });
});

describe('checkSource', () => {
  it.each([
    { file: 'renderer/core/article.ts', source: "import type { TextSpan } from './text/span.ts';" },
    { file: 'renderer/core/brief/brief.ts', source: "import type { TagId } from '#core/ids.ts';" },
    { file: 'renderer/core/search/index.ts', source: "import lunr from 'lunr';" },
    { file: 'renderer/core/ids.ts', source: "import { v7 } from 'uuid';" },
    { file: 'renderer/core/text/x.ts', source: "// import { x } from 'dexie'; fetch('http://a')" },
    { file: 'renderer/core/text/x.ts', source: '/** Reads `new Date()` never. */' },
    { file: 'renderer/core/text/x.ts', source: 'const day = new Date(year, 1, 1);' },
    { file: 'renderer/core/text/x.ts', source: "const words = 'the date() of Math.random';" },
    { file: 'renderer/core/text/x.ts', source: "const quote = /['\"]/; // it's innerHTML" },
    { file: 'renderer/storage/database.ts', source: "import { Dexie } from 'dexie';" },
    { file: 'renderer/features/map/x.ts', source: "import { map } from 'leaflet';" },
    { file: 'renderer/features/map/x.ts', source: "import { y } from '#features/map/y.ts';" },
    { file: 'renderer/features/map/x.ts', source: "await fetch('app://liptako/geo/base.topojson');" },
    { file: 'renderer/features/map/x.ts', source: 'const dogFetch = prefetch(1); this.fetch(2);' },
    { file: 'renderer/app/commands.ts', source: "const a = ['articles.import', 'x', 'import', 'dexie'];" },
    { file: 'renderer/app/App.tsx', source: "import { y } from '#features/map/y.ts';" },
    { file: 'electron/main/journal.ts', source: "import { open } from 'node:fs/promises';" },
    { file: 'electron/preload/index.ts', source: "import { ipcRenderer } from 'electron';" },
    { file: 'electron.vite.config.ts', source: 'export default defineConfig({});' },
  ])('lets $source stand in $file', ({ file, source }) => {
    expect(checkSource(file, source)).toEqual([]);
  });

  it.each([
    {
      file: 'renderer/core/article.ts',
      source: "import { db } from '#storage/database.ts';",
      what: 'core may not import storage',
    },
    {
      file: 'renderer/core/article.ts',
      source: "import { useState } from 'react';",
      what: 'core may not import this package',
    },
    {
      file: 'renderer/core/article.ts',
      source: "import { readFile } from 'node:fs';",
      what: 'core may not import this package',
    },
    {
      file: 'renderer/core/brief/x.ts',
      source: "import lunr from 'lunr';",
      what: 'only renderer/core/search/ may',
    },
    {
      file: 'renderer/core/text/x.ts',
      source: "import { v7 } from 'uuid';",
      what: 'only renderer/core/ids.ts may',
    },
    {
      file: 'renderer/core/text/x.ts',
      source: "import {\n  a,\n  b,\n} from '../ids.ts';",
      what: 'a path that climbs',
    },
    {
      file: 'renderer/core/text/x.ts',
      source: "const x = await import('dexie');",
      what: 'core may not import this package',
    },
    {
      file: 'renderer/core/text/x.ts',
      source: "export { Dexie } from 'dexie';",
      what: 'core may not import this package',
    },
    {
      file: 'renderer/core/text/x.ts',
      source: "import 'leaflet/dist/leaflet.css';",
      what: 'only renderer/features/map/ may',
    },
    { file: 'renderer/core/text/x.ts', source: 'const at = Date.now();', what: 'clock' },
    { file: 'renderer/core/text/x.ts', source: 'const at = new Date();', what: 'clock' },
    { file: 'renderer/core/text/x.ts', source: 'const at = new Date;', what: 'clock' },
    {
      file: 'renderer/core/text/x.ts',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the source of a template.
      source: 'const at = `at ${new Date().toISOString()}`;',
      what: 'clock',
    },
    { file: 'renderer/core/text/x.ts', source: 'const one = Math.random() * 2;', what: 'chance' },
    { file: 'renderer/core/text/x.ts', source: 'const one = crypto.randomUUID();', what: 'chance' },
    {
      file: 'renderer/storage/tags.ts',
      source: "import { look } from '#state/workspace.ts';",
      what: 'storage may not import state',
    },
    {
      file: 'renderer/workers/x.ts',
      source: "import { Button } from '#ui/Button.tsx';",
      what: 'workers may not import ui',
    },
    { file: 'renderer/workers/x.ts', source: "await fetch('https://example.org/x');", what: 'not app://' },
    {
      file: 'renderer/state/x.ts',
      source: "import { Button } from '#ui/Button.tsx';",
      what: 'state may not import ui',
    },
    {
      file: 'renderer/ui/x.tsx',
      source: "import { desktop } from '#state/desktop.ts';",
      what: 'ui may not import state',
    },
    {
      file: 'renderer/features/map/x.tsx',
      source: "import { y } from '#features/reader/y.tsx';",
      what: 'another feature',
    },
    {
      file: 'renderer/features/map/x.tsx',
      source: "import { y } from '#app/y.tsx';",
      what: 'features may not import app',
    },
    {
      file: 'renderer/features/map/x.tsx',
      source: "import { Dexie } from 'dexie';",
      what: 'only renderer/storage/ may',
    },
    {
      file: 'renderer/features/map/x.tsx',
      source: "new Worker(new URL('../../workers/x.ts', import.meta.url));",
      what: 'a path that climbs',
    },
    {
      file: 'renderer/features/reader/x.tsx',
      source: "import { map } from 'leaflet';",
      what: 'only renderer/features/map/ may',
    },
    {
      file: 'renderer/features/reader/x.tsx',
      source: "import { shell } from 'electron';",
      what: 'only electron/main/',
    },
    { file: 'renderer/features/reader/x.tsx', source: "await fetch('app://liptako/x');", what: 'fetch' },
    { file: 'renderer/features/reader/x.tsx', source: "it's; await window.fetch(url);", what: 'fetch' },
    { file: 'renderer/features/reader/x.tsx', source: 'element.innerHTML = text;', what: 'markup' },
    { file: 'renderer/features/reader/x.tsx', source: "element['outerHTML'] = text;", what: 'markup' },
    {
      file: 'renderer/features/reader/x.tsx',
      source: 'return <div dangerouslySetInnerHTML={x} />;',
      what: 'markup',
    },
    { file: 'renderer/features/reader/x.tsx', source: 'new WebSocket(url);', what: 'network' },
    {
      file: 'renderer/features/reader/x.tsx',
      source: 'export default function X() {}',
      what: 'default export',
    },
    { file: 'renderer/features/reader/utils.ts', source: '', what: 'a name that says nothing' },
    { file: 'electron/main/x.ts', source: "import { get } from 'node:https';", what: 'network' },
    {
      file: 'electron/main/x.ts',
      source: "import { App } from '#app/App.tsx';",
      what: 'main may not import app',
    },
    {
      file: 'electron/preload/x.ts',
      source: "import { readFile } from 'node:fs';",
      what: 'preload may not import this package',
    },
    {
      file: 'electron/shared/ipc.ts',
      source: "import { app } from 'electron';",
      what: 'shared may not import this package',
    },
  ])('refuses $source in $file', ({ file, source, what }) => {
    expect(checkSource(file, source).map((breach) => breach.what)).toContainEqual(
      expect.stringContaining(what),
    );
  });

  it('names the file and the line', () => {
    const source = "import { a } from './a.ts';\n\n/* two\nlines */\nimport { b } from 'dexie';\n";

    expect(checkSource('renderer/core/x.ts', source)[0]).toMatchObject({
      file: 'renderer/core/x.ts',
      line: 5,
    });
  });
});
