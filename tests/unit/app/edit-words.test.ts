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
  const nouns = [...new Set(wordedActions.map((action) => action.split('.')[0]))].join('|');
  const used = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(new RegExp(`action: '((?:${nouns})\\.[a-z]+)'`, 'g'))].map(
      (found) => found[1],
    ),
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
])('words %o', (label, words) => {
  expect(editWords(label)).toBe(words);
});

it('shows what it has no sentence for as it is', () => {
  expect(editWords({ action: 'track.draw', detail: { name: 'N6' } })).toBe('track.draw N6');
});
