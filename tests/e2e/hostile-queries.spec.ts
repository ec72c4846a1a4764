import { expect, test } from '@playwright/test';
import { launch } from './support/launch.ts';
import { importSeeds, opened } from './support/workbench.ts';

/** What nobody means to search for, and what is said of it. */
const pasted: readonly (readonly [string, string, RegExp])[] = [
  ['like a regular expression', '^(([a-z])+.)+[A-Z]([a-z])+$ .*(a+)+$', /found|article/],
  ['a null byte', 'mali\0niger', /articles/],
  ['a right-to-left override', '\u202emali\u202c', /5 articles/],
  ['emoji', '👩‍👩‍👧‍👦🇲🇱', /found/],
  ['ten thousand letters', 'a'.repeat(10_000), /Nothing found/],
  ['two thousand words', Array.from({ length: 2_000 }, (_, at) => `w${at}`).join(' '), /only its first part/],
  ['a thousand parentheses', `${'('.repeat(1_000)}mali`, /5 articles/],
  ['ten thousand quotation marks', '"'.repeat(10_000), /found/],
  [
    'hundreds of patterns',
    Array.from({ length: 900 }, (_, at) => `m${at}*`).join(' OR '),
    /only its first part/,
  ],
  ['an address', 'http://x.org/a?b=c#d', /Nothing found/],
  ['a clock', '12:30', /article/],
  ['an operator', 'AND', /article/],
  ['markup', '<img src=x onerror=alert(1)>', /Nothing found/],
];

test('whatever is pasted into the search box is answered, and the next search too', async () => {
  const { app, page, complaints } = await launch();
  await opened(page);
  await importSeeds(page);
  const box = page.getByRole('searchbox', { name: 'Search everything' });
  const results = page.getByRole('region', { name: 'Search results' });

  for (const [what, text, answer] of pasted) {
    await test.step(what, async () => {
      await box.fill(text);
      await expect(results).toContainText(answer);
      await box.fill('menaka');
      await expect(results).toContainText('2 articles');
    });
  }
  expect(complaints).toEqual([]);
  await app.close();
});
