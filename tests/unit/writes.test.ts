import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Ways to keep something beyond the moment. */
const writes =
  /\b(?:table|db(?:\.\w+|\.table\([^)]*\)))\s*\.(?:put|add|update|upsert|delete|clear|bulk(?:Put|Add|Update|Delete))\(|\b(?:localStorage|sessionStorage)\b|\bindexedDB\.open\b/;

/** The files that may, and what they keep. All else an analyst does goes through `session.commit` and the journal. */
const allowed: Readonly<Record<string, string>> = {
  'storage/apply-changes.ts': 'the working copy of what the journal holds',
  'storage/texts.ts': 'texts that are kept files on the disk',
  'storage/segment-store.ts': 'the search index, made anew from the articles whenever it is lost',
  'storage/suggestions.ts': 'what the program found by itself, and finds again',
  'storage/found-items.ts': 'what the program found by itself, and finds again',
  'storage/sketches.ts': 'what can be worked out from the texts again',
  'storage/probe-database.ts': 'nothing: it looks whether a database opens',
  'state/known-columns.ts': 'which columns of tables were told last time, on this computer',
  'state/preferences.ts': 'how this analyst likes the screen, on this computer',
};

it('lets nothing an analyst does be kept outside of the history', () => {
  const writers = readdirSync('renderer', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .filter((file) => writes.test(readFileSync(join('renderer', file), 'utf8')));

  expect(writers.sort()).toEqual(Object.keys(allowed).sort());
});

it.each([
  'await db.articles.put(article)',
  'db.table(name).bulkDelete(ids)',
  "localStorage.setItem('notes', text)",
  'table.clear()',
])('knows %s for a write', (source) => {
  expect(writes.test(source)).toBe(true);
});
