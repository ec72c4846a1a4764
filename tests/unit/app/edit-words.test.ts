import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { i18n } from '@lingui/core';
import { expect, it } from 'vitest';
import { editWords, wordedActions } from '#app/edit-words.ts';

i18n.loadAndActivate({ locale: 'en', messages: {} });

it('has a sentence for every action the features commit', () => {
  const files = readdirSync('renderer/features', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join('renderer/features', file));
  const used = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/action: '([a-z]+\.[a-z-]+)'/g)].map((found) => found[1]),
  );

  expect(used.length).toBeGreaterThan(25);
  expect([...new Set(used)].filter((action) => !wordedActions.includes(action ?? ''))).toEqual([]);
});

it.each([
  [
    { action: 'tag.merge', detail: { tag: 'convoy', into: 'attack', highlights: 42 } },
    'Merged convoy into attack, 42 highlights',
  ],
  [
    { action: 'articles.import', detail: { imported: 5, duplicates: 1, refused: 2 } },
    'Imported 5 articles, 1 duplicate, 2 files refused',
  ],
  [{ action: 'articles.import', detail: { imported: 1, duplicates: 0, refused: 0 } }, 'Imported 1 article'],
  [{ action: 'highlight.add', detail: { tag: '', quote: 'gao' } }, 'Highlighted “gao”'],
  [{ action: 'article.status', detail: { status: 'read', count: 3 } }, 'Marked 3 articles as read'],
  [{ action: 'article.status', detail: { status: 'read', count: 1 } }, 'Marked 1 article as read'],
  [
    { action: 'article.status', detail: { status: 'unread', count: 1, title: 'Gao' } },
    'Marked “Gao” as unread',
  ],
  [{ action: 'article.flag', detail: { count: 2 } }, 'Changed the flag of 2 articles'],
  [{ action: 'article.flag', detail: { flagged: 0, count: 1, title: 'Gao' } }, 'Took the flag off “Gao”'],
  [{ action: 'article.read', detail: { title: 'Gao', count: 1 } }, 'Read 1 paragraph of “Gao”'],
  [
    { action: 'batch.take-back', detail: { at: '2026-11-21T10:00:00.000Z', count: 2 } },
    `Took back the import of ${i18n.date(new Date('2026-11-21T10:00:00.000Z'), { dateStyle: 'medium', timeStyle: 'short' })}, 2 articles`,
  ],
  [
    { action: 'history.restore', detail: { at: '2026-11-21T10:00:00.000Z', side: 'after', records: 1 } },
    `Went back to ${i18n.date(new Date('2026-11-21T10:00:00.000Z'), { dateStyle: 'medium', timeStyle: 'medium' })}, 1 record`,
  ],
])('words %o', (label, words) => {
  expect(editWords(label)).toBe(words);
});

it('has a sentence for every edit of one tag and of several', () => {
  // Their actions are put together, so the list above does not see them.
  const verbs = ['move', 'merge', 'delete', 'archive', 'restore', 'recolor'];

  const actions = verbs.flatMap((verb) => [`tag.${verb}`, `tags.${verb}`]);

  expect(actions.filter((action) => !wordedActions.includes(action))).toEqual([]);
  expect(editWords({ action: 'tags.merge', detail: { count: 3, into: 'attack', highlights: 42 } })).toBe(
    'Merged 3 tags into attack, 42 highlights',
  );
});

it('shows what it has no sentence for as it is', () => {
  expect(editWords({ action: 'track.draw', detail: { name: 'N6' } })).toBe('track.draw N6');
});
