import { expect, type Page, test } from '@playwright/test';
import { selectByKeys, tabTo } from './support/keys.ts';
import { launch } from './support/launch.ts';
import { articleText, openArticle, painted } from './support/reading.ts';
import { readRecords } from './support/records.ts';
import { importSeeds, opened, saved } from './support/workbench.ts';

const seed = 'Islamic State attacks show ambition';
const attack = 'Armed men arrived on motorbikes and shot at everything which moved';

type Kept = { readonly tagIds: readonly string[]; readonly anchor: { readonly exact: string } };

async function highlights(page: Page): Promise<readonly Kept[]> {
  await saved(page);
  return Object.values((await readRecords(page, ['highlights'])).highlights ?? {}) as Kept[];
}

/** The paths of the tags of the highlight of `exact`. */
async function tagsOf(page: Page, exact: string): Promise<string[]> {
  await saved(page);
  const { tags = {}, highlights: all = {} } = await readRecords(page, ['tags', 'highlights']);
  const pathOf = (id: string): string => {
    const tag = tags[id] as { name: string; parentId: string | null };
    return tag.parentId === null ? tag.name : `${pathOf(tag.parentId)} / ${tag.name}`;
  };
  const found = (Object.values(all) as Kept[]).find(({ anchor }) => anchor.exact === exact);
  return found?.tagIds.map(pathOf) ?? [];
}

/** Open the keys' settings with the rows that `query` finds, by keyboard alone. */
async function openKeys(page: Page, query: string): Promise<void> {
  await page.keyboard.press('Control+,');
  await tabTo(page, page.getByRole('tab', { name: 'General' }));
  await page.keyboard.press('ArrowRight');
  const box = page.getByRole('searchbox', { name: 'Find a command or a key' });
  await tabTo(page, box);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(query);
}

async function record(page: Page, command: string, key: string): Promise<void> {
  await tabTo(page, page.getByRole('button', { name: `Another key for: ${command}`, exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Press the key for this')).toBeVisible();
  await page.keyboard.press(key);
}

async function readSeed(page: Page): Promise<void> {
  await openArticle(page, seed);
  await tabTo(page, articleText(page));
}

const caret = (page: Page) =>
  page.evaluate(() => {
    const selection = getSelection();
    const start = selection?.focusNode?.parentElement?.dataset.start;
    return start === undefined ? null : Number(start) + (selection?.focusOffset ?? 0);
  });
const selected = (page: Page) => page.evaluate(() => getSelection()?.toString() ?? '');

test('keys are given anew, taken, switched off and kept over a restart', async () => {
  test.setTimeout(150_000);
  const first = await launch();
  const { page, userData } = first;
  await opened(page);
  await importSeeds(page);

  await test.step('a free key is taken at once', async () => {
    await openKeys(page, 'highlight');
    await record(page, 'Highlight the selection', 'a');
    const row = page.locator('[data-command="mark.highlight"]');
    await expect(row.getByText('a', { exact: true })).toBeVisible();
    await expect(row.getByRole('button', { name: /^Another key/ })).toBeFocused();
  });

  await test.step('a taken key is named, and goes only when that is settled', async () => {
    await record(page, 'Next highlight', 'n');
    const question = page.getByRole('alertdialog', { name: 'n is taken' });
    await expect(question).toContainText('Highlight and write a note');
    await tabTo(page, question.getByRole('button', { name: 'Leave it as it was' }));
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-command="mark.note"]').getByText('n', { exact: true })).toBeVisible();
    await record(page, 'Next highlight', 'n');
    await expect(question.getByRole('button', { name: 'Take it' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-command="mark.note"]').getByText('no key')).toBeVisible();
    await expect(
      page.locator('[data-command="highlight.next"]').getByText('n', { exact: true }),
    ).toBeVisible();
  });

  await test.step('keys that lists need are refused, Escape leaves all as it was', async () => {
    await record(page, 'Next highlight', 'Enter');
    await expect(page.getByRole('alert').getByText('Enter alone is needed')).toBeVisible();
    await record(page, 'Next highlight', 'Escape');
    await expect(page.getByRole('tab', { name: 'Keys' })).toBeVisible();
    await expect(
      page.locator('[data-command="highlight.next"]').getByText('n', { exact: true }),
    ).toBeVisible();
  });

  await test.step('one command is switched off', async () => {
    const off = page.getByRole('checkbox', { name: 'Key for: Previous highlight' });
    await tabTo(page, off);
    await page.keyboard.press('Space');
    await expect(off).not.toBeChecked();
    await page.keyboard.press('Escape');
  });

  const proveKeys = async (at: Page) => {
    await readSeed(at);
    const before = (await highlights(at)).length;
    await at.keyboard.press('Control+Home');
    for (let step = 0; step <= before; step++) await at.keyboard.press('Control+ArrowDown');
    await at.keyboard.press('s');
    await at.keyboard.press('h');
    await expect(at.getByRole('region', { name: 'The passage' }).getByText('a: ')).toHaveCount(0);
    expect(await highlights(at)).toHaveLength(before);
    await at.keyboard.press('a');
    await expect.poll(async () => (await highlights(at)).length).toBe(before + 1);
    await at.keyboard.press('?');
    const sheet = at.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await at.keyboard.type('highlight the sel');
    await expect(sheet.getByText('a', { exact: true })).toBeVisible();
    await expect(sheet.getByText('h', { exact: true })).toHaveCount(0);
    await at.keyboard.press('Escape');
    await at.keyboard.press('Escape');
    await expect(sheet).toHaveCount(0);
    await expect(articleText(at), 'the focus is back in the text').toBeFocused();
  };
  await test.step('the new keys work, the old ones do not, and the sheet shows them', () => proveKeys(page));

  await first.app.close();
  const second = await launch(userData);
  await opened(second.page);
  await test.step('a restart keeps them', () => proveKeys(second.page));

  await test.step('all characters are switched off at once', async () => {
    const { page: at } = second;
    await openKeys(at, '');
    const all = at.getByRole('checkbox', { name: /^Keys that write a character/ });
    await tabTo(at, all, 'Shift+Tab');
    await at.keyboard.press('Space');
    await expect(all).not.toBeChecked();
    await at.keyboard.press('Escape');
    await tabTo(at, articleText(at));
    const before = (await highlights(at)).length;
    await selectByKeys(at, attack);
    await at.keyboard.press('a');
    await at.keyboard.press('1');
    await at.keyboard.press('?');
    await expect(at.getByRole('dialog')).toHaveCount(0);
    expect(await highlights(at)).toHaveLength(before);
    // In the box a digit is text now; with Alt it chooses.
    await at.keyboard.press('Enter');
    const box = at.getByRole('combobox', { name: 'Tag the selection' });
    await at.keyboard.press('1');
    await expect(box).toHaveValue('1');
    await at.keyboard.press('Escape');
    await at.keyboard.press('Alt+1');
    await expect.poll(() => tagsOf(at, attack)).toEqual(['attack']);
  });

  await test.step('everything goes back to the usual', async () => {
    const { page: at } = second;
    await openKeys(at, 'highlight');
    await at.getByRole('button', { name: 'All back to the usual…' }).click();
    await at
      .getByRole('dialog', { name: 'All keys back' })
      .getByRole('button', { name: 'Back to the usual' })
      .click();
    await expect(at.locator('[data-command="mark.highlight"]').getByText('h', { exact: true })).toBeVisible();
    await expect(at.locator('[data-command="mark.note"]').getByText('n', { exact: true })).toBeVisible();
    await at.keyboard.press('Escape');
  });
  await second.app.close();
  expect([...first.complaints, ...second.complaints]).toEqual([]);
});

test('the picker finds, numbers, makes and repeats tags', async () => {
  test.setTimeout(120_000);
  const { app, page, complaints } = await launch();
  await opened(page);
  await importSeeds(page);
  await readSeed(page);
  const box = page.getByRole('combobox', { name: 'Tag the selection' });
  const panel = page.getByRole('region', { name: 'The passage' });
  const options = panel.getByRole('option');

  await selectByKeys(page, attack);
  await page.keyboard.press('Enter');
  await expect(box).toBeFocused();
  expect((await painted(page)).get('selected'), 'the selection stays to be seen').toEqual([attack]);
  await page.keyboard.type('att amb');
  await expect(options.first()).toHaveAccessibleName(/attack \/ ambush/);
  await expect(panel.getByRole('complementary', { name: 'What the tag means' })).toContainText('ambush');
  await page.keyboard.press('Shift+Enter');
  const more = page.getByRole('combobox', { name: 'Tag the highlight' });
  await expect(more).toBeFocused();
  await page.keyboard.type('attack/Night raïd');
  await expect(options.last()).toContainText('Make the tag “Night raïd” under attack');
  await page.keyboard.press('Enter');
  await expect(articleText(page)).toBeFocused();
  expect(await tagsOf(page, attack)).toEqual(['attack / ambush', 'attack / Night raïd']);

  // The last tag once more, without a picker.
  const villages = 'three Nigerien villages';
  await selectByKeys(page, villages);
  await page.keyboard.press('q');
  await expect.poll(() => tagsOf(page, villages)).toEqual(['attack / Night raïd']);

  // Only the recent ones, by number.
  const official = 'a local official';
  await selectByKeys(page, official);
  await page.keyboard.press('r');
  await expect(options).toHaveCount(2);
  await expect(options.first()).toHaveAccessibleName(/Night raïd/);
  await page.keyboard.press('2');
  await expect.poll(() => tagsOf(page, official)).toEqual(['attack / ambush']);

  // Named by the words; the same words again take the same tag.
  const bikes = 'motorbikes';
  await selectByKeys(page, bikes);
  await page.keyboard.press('v');
  await expect.poll(() => tagsOf(page, bikes)).toEqual([bikes]);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+ArrowDown');
  await page.keyboard.press('Control+ArrowDown');
  const before = (await highlights(page)).length;
  for (let press = 0; press < 4; press++) await page.keyboard.press('p');
  await page.keyboard.press('v');
  await expect(page.getByText('These words are too long for a tag')).toBeVisible();
  expect(await highlights(page)).toHaveLength(before);

  // Escape closes one layer after the other.
  await page.keyboard.press('Enter');
  await page.keyboard.type('xy');
  await page.keyboard.press('Escape');
  await expect(box).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(articleText(page)).toBeFocused();
  expect((await selected(page)).length).toBeGreaterThan(100);
  await page.keyboard.press('Escape');
  expect(await selected(page)).toBe('');
  await app.close();
  expect(complaints).toEqual([]);
});

const arabic = [
  'هاجم مسلحون قرية في تيلابيري. قتل ثلاثة أشخاص. فر السكان إلى ميناكا.',
  'قال مسؤول محلي إن الجيش وصل متأخرا.',
];

/** Press a key as an Arabic keyboard gives it. */
async function pressArabic(page: Page, key: string, code: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  for (const type of ['keyDown', 'keyUp'] as const)
    await devtools.send('Input.dispatchKeyEvent', {
      type,
      key,
      code,
      ...(type === 'keyDown' && { text: key }),
    });
  await devtools.detach();
}

test('the caret goes by words, sentences, paragraphs and highlights, in Arabic too', async () => {
  test.setTimeout(120_000);
  const { app, page, complaints } = await launch();
  await opened(page);
  await importSeeds(page);

  await test.step('sentences and paragraphs, over folded boilerplate', async () => {
    await openArticle(page, 'In Mali, the army');
    await tabTo(page, articleText(page));
    const text = articleText(page);
    const shown = await text.locator('[data-start]:visible').evaluateAll((all) =>
      all.map((each) => ({
        start: Number((each as HTMLElement).dataset.start),
        words: each.textContent ?? '',
      })),
    );
    const hidden = await text.locator('[data-start]').count();
    expect(hidden, 'something is folded').toBeGreaterThan(shown.length);
    await page.keyboard.press('Control+Home');
    const visited = [await caret(page)];
    for (let step = 1; step < shown.length; step++) {
      await page.keyboard.press('Control+ArrowDown');
      visited.push(await caret(page));
    }
    expect(visited).toEqual(shown.map(({ start }) => start));
    await page.keyboard.press('Control+End');
    const last = shown.at(-1);
    expect(await caret(page)).toBe((last?.start ?? 0) + (last?.words.length ?? 0));
    for (let step = 1; step < shown.length; step++) await page.keyboard.press('Control+ArrowUp');
    await page.keyboard.press('Control+ArrowUp');
    expect(await caret(page)).toBe(shown[0]?.start);
    // Line by line through the whole text: the caret never lands in what is folded.
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press('ArrowDown');
      const at = (await caret(page)) ?? -1;
      expect(shown.some(({ start, words }) => at >= start && at <= start + words.length)).toBe(true);
    }
    const long = shown.find(({ words }) => (words.match(/[.] [A-Z]/g)?.length ?? 0) >= 2);
    await page.keyboard.press('Control+Home');
    while ((await caret(page)) !== long?.start) await page.keyboard.press('Control+ArrowDown');
    await page.keyboard.press('Alt+Shift+ArrowDown');
    const one = await selected(page);
    expect(long?.words.startsWith(one)).toBe(true);
    await page.keyboard.press('Alt+Shift+ArrowDown');
    expect((await selected(page)).length).toBeGreaterThan(one.length);
    await page.keyboard.press('p');
    expect((await selected(page)).trim()).toBe(long?.words.trim());
  });

  await test.step('Enter tags the word at the caret, Space and the full stop go to highlights', async () => {
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: 'Tag the selection' })).toBeFocused();
    await page.keyboard.press('1');
    await expect(articleText(page)).toBeFocused();
    const [made] = await highlights(page);
    expect(made?.anchor.exact).toMatch(/^\p{L}+$/u);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('.');
    await expect.poll(async () => (await painted(page)).get('chosen')).toEqual([made?.anchor.exact]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Space');
    await expect.poll(async () => (await painted(page)).get('chosen')).toEqual([made?.anchor.exact]);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'The passage' }).getByRole('textbox')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(articleText(page)).toBeFocused();
  });

  await test.step('right to left, and with an Arabic keyboard', async () => {
    await page.keyboard.press('Control+Shift+v');
    const dialog = page.getByRole('dialog');
    await await dialog.getByRole('textbox', { name: 'Text', exact: true }).fill(arabic.join('\n'));
    await dialog.getByRole('button', { name: 'Import the text' }).click();
    await saved(page);
    await openArticle(page, arabic[0]?.slice(0, 12) ?? '');
    await tabTo(page, articleText(page));
    await page.keyboard.press('Control+Home');
    const start = (await caret(page)) ?? 0;
    await page.keyboard.press('ArrowLeft');
    expect(await caret(page), 'left goes on').toBe(start + 1);
    await page.keyboard.press('ArrowRight');
    expect(await caret(page)).toBe(start);
    await page.keyboard.press('Control+Shift+ArrowLeft');
    expect(await selected(page)).toContain('هاجم');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Alt+ArrowDown');
    await pressArabic(page, 'س', 'KeyS');
    expect(await selected(page)).toBe('قتل ثلاثة أشخاص.');
    await pressArabic(page, 'ا', 'KeyH');
    await expect
      .poll(async () => (await highlights(page)).map(({ anchor }) => anchor.exact))
      .toContain('قتل ثلاثة أشخاص.');
  });
  await app.close();
  expect(complaints).toEqual([]);
});

test('the analyst gives a name, which history and restart know', async () => {
  const first = await launch();
  await opened(first.page);
  await first.page.keyboard.press('Control+,');
  const box = first.page.getByRole('textbox', { name: 'Your name' });
  await tabTo(first.page, box);
  await first.page.keyboard.type('  Aïssata   Traoré ');
  await first.page.keyboard.press('Tab');
  await saved(first.page);
  await first.page.keyboard.press('Escape');
  const { analysts = {} } = await readRecords(first.page, ['analysts']);
  expect(Object.values(analysts)).toEqual([expect.objectContaining({ name: 'Aïssata Traoré' })]);
  await first.page.keyboard.press('Control+h');
  await expect(
    first.page
      .getByRole('dialog', { name: 'History' })
      .getByText('Named the analyst here “Aïssata Traoré”')
      .first(),
  ).toBeVisible();
  await first.page.keyboard.press('Escape');
  await first.app.close();

  const second = await launch(first.userData);
  await opened(second.page);
  await second.page.keyboard.press('Control+,');
  await expect(second.page.getByRole('textbox', { name: 'Your name' })).toHaveValue('Aïssata Traoré');
  await second.app.close();
  expect([...first.complaints, ...second.complaints]).toEqual([]);
});
