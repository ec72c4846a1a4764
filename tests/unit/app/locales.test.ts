import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { setupI18n } from '@lingui/core';
import { describe, expect, it } from 'vitest';

const top = resolve(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(resolve(top, file), 'utf8');
const english = readPo(read('renderer/locales/en.po'));
const french = readPo(read('renderer/locales/fr.po'));

describe('the English catalogue', () => {
  it('holds every message of the sources, and none that is gone', async () => {
    const found = readPo(await extractSources());

    expect(found.size).toBeGreaterThan(500);
    expect([...english.keys()].filter((key) => !found.has(key))).toEqual([]);
    expect([...found.keys()].filter((key) => !english.has(key))).toEqual([]);
  }, 120_000);

  it('keeps no obsolete entry', () => {
    expect(read('renderer/locales/en.po')).not.toMatch(/^#~/m);
    expect(read('renderer/locales/fr.po')).not.toMatch(/^#~/m);
  });
});

describe('the French catalogue', () => {
  it('misses no message', () => {
    expect([...english.keys()].filter((key) => (french.get(key) ?? '') === '')).toEqual([]);
    expect([...french.keys()].filter((key) => !english.has(key))).toEqual([]);
  });

  it('holds the same values and tags as its source, message by message', () => {
    const differing = [...english].filter(
      ([key, source]) =>
        JSON.stringify(partsOf('fr', french.get(key) ?? '')) !== JSON.stringify(partsOf('en', source)),
    );

    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('keeps to French typography', () => {
    const careless = [...french.values()].filter((words) => / [;:!?»](?:[\s}<]|$)|« |["']/.test(words));

    expect(careless).toEqual([]);
  });
});

it.each([
  ['en', '{count} of {0}', '{kept} of {0}'],
  ['en', '<0>Import</0> articles', 'Import articles'],
  ['fr', '{n, plural, one {# article} other {# articles}}', 'articles'],
  ['fr', '{n, plural, one {un {a}} other {# {b}}}', '{n, plural, one {un {a}} other {#}}'],
])('would see that %s “%s” and “%s” differ', (locale, one, other) => {
  expect(partsOf(locale, one)).not.toEqual(partsOf(locale, other));
});

/** The messages of a .po file by context and id; an English entry stands for itself. */
function readPo(text: string): Map<string, string> {
  const messages = new Map<string, string>();
  for (const entry of text.split(/\n{2,}/)) {
    const id = field(entry, 'msgid');
    if (id !== '') messages.set(`${field(entry, 'msgctxt')}|${id}`, field(entry, 'msgstr'));
  }
  return messages;
}

function field(entry: string, name: string): string {
  const lines = new RegExp(`^${name} ((?:".*"\\n?)+)`, 'm').exec(entry)?.[1] ?? '';
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => String(JSON.parse(line)))
    .join('');
}

/** The values a message asks for when it is shown with small and large numbers, and the tags it then holds. */
function partsOf(locale: string, message: string): { values: string[]; tags: string[] } {
  const i18n = setupI18n({ locale, messages: { [locale]: { message } } });
  const values = new Set<string>();
  const tags = new Set<string>();
  for (const number of [0, 1, 2, 1_000]) {
    const given = new Proxy<Record<string, unknown>>(
      {},
      {
        get: (_, name) => {
          values.add(String(name));
          return number;
        },
      },
    );
    for (const tag of i18n._('message', given).match(/<\/?\d+\/?>/g) ?? []) tags.add(tag);
  }
  return { values: [...values].sort(), tags: [...tags].sort() };
}

/** What the extractor finds in the sources now, as a .po file; the catalogues are left alone. */
async function extractSources(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'liptako-locales-'));
  const { lingui } = JSON.parse(read('package.json'));
  const catalogs = lingui.catalogs.map((catalog: object) => ({ ...catalog, path: join(folder, '{locale}') }));
  const config = join(folder, 'lingui.config.json');
  writeFileSync(config, JSON.stringify({ ...lingui, rootDir: top, catalogs }));
  try {
    const cli = resolve(top, 'node_modules/@lingui/cli/dist/lingui.js');
    await promisify(execFile)(process.execPath, [cli, 'extract', '--config', config], { cwd: top });
    return readFileSync(join(folder, 'en.po'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
