import { expect, type Locator, type Page, test } from '@playwright/test';
import { attack, launchWithSeeds, markPassages, witness } from './support/case.ts';
import { tabTo } from './support/keys.ts';
import { readRecords } from './support/records.ts';
import { goTo, saved } from './support/workbench.ts';

type Tag = {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly order: number;
  readonly color: string;
  readonly isArchived?: true;
};
type Carrier = {
  readonly anchor: { readonly exact: string };
  readonly tagIds: readonly string[];
  readonly note: string;
};

const treeOf = (page: Page) => page.getByRole('treegrid', { name: 'Codebook' });
const rowOf = (page: Page, name: string) =>
  treeOf(page).locator('[role="row"]', { has: page.getByText(name, { exact: true }) });

test('the codebook by keyboard: rename, move, pick several, archive, merge and split, undo to the start', async () => {
  test.setTimeout(5 * 60_000);
  const { app, page, complaints } = await launchWithSeeds();
  await markPassages(page);
  const start = await everything(page);
  await page.keyboard.press('Control+7');
  await expect(treeOf(page)).toBeVisible();
  await page.getByRole('button', { name: 'Open all' }).click();

  await test.step('F2 writes over the name', async () => {
    await rowOf(page, 'attack').click();
    await page.keyboard.press('F2');
    await page.keyboard.type('assault');
    await page.keyboard.press('Enter');
    await expect(rowOf(page, 'assault')).toBeFocused();
    expect(await outline(page)).toMatch(/^assault\n {2}ambush/);
  });

  await test.step('F2 and Escape leave it', async () => {
    await page.keyboard.press('F2');
    await page.keyboard.type('something else');
    await page.keyboard.press('Escape');
    await expect(rowOf(page, 'assault')).toBeFocused();
    expect(await outline(page)).toMatch(/^assault\n/);
  });

  await test.step('a name that is taken is refused where it is typed', async () => {
    await page.keyboard.press('F2');
    await page.keyboard.type('Casualties');
    await page.keyboard.press('Enter');
    await expect(page.getByText('“casualties” stands there already')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(rowOf(page, 'assault')).toBeFocused();
  });

  await test.step('Alt and arrows move a branch', async () => {
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => outline(page)).toMatch(/^casualties\n[\s\S]*\nassault\n {2}ambush/);
    await expect(rowOf(page, 'assault')).toBeFocused();
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => outline(page)).toMatch(/^assault\n {2}ambush\n {2}IED/);
  });

  await test.step('Shift and arrows pick several, Alt+→ puts them below the one above', async () => {
    await rowOf(page, 'IED').click();
    await page.keyboard.press('Shift+ArrowDown');
    await expect(page.getByText('2 tags chosen')).toBeVisible();
    await page.keyboard.press('Alt+ArrowRight');
    await expect.poll(() => outline(page)).toContain('  ambush\n    IED\n    raid on a camp\n  clash');
    await page.keyboard.press('Control+z');
    await expect.poll(() => outline(page)).toContain('  ambush\n  IED\n  raid on a camp\n  clash');
  });

  await test.step('letters find a tag', async () => {
    await rowOf(page, 'assault').click();
    await page.keyboard.type('shel');
    await expect(rowOf(page, 'shelling')).toBeFocused();
    // For a second a space is still part of what is looked for.
    await page.waitForTimeout(1_100);
  });

  await test.step('several are archived in one step, and stay on their highlights', async () => {
    await rowOf(page, 'attack on civilians').click();
    await page.keyboard.press('Control+ArrowDown');
    await page.keyboard.press('Control+Space');
    await expect(page.getByText('2 tags chosen')).toBeVisible();
    await page.getByRole('button', { name: 'Archive', exact: true }).click();
    await expect(rowOf(page, 'attack on civilians')).toHaveCount(0);
    await saved(page);
    const { tags, highlights } = await everything(page);
    const archived = tags.filter(({ isArchived }) => isArchived).map(({ name }) => name);
    expect(archived.sort()).toEqual(['air or drone strike', 'attack on civilians']);
    expect(highlights.find(({ anchor }) => anchor.exact === attack)?.tagIds).toHaveLength(1);
    await page.getByRole('button', { name: 'Show archived tags (2)' }).click();
    await expect(rowOf(page, 'attack on civilians')).toBeVisible();
  });

  await test.step('one becomes part of another; the preview says what moves', async () => {
    await find(page, 'attribution');
    await menu(page, 'attribution', 'Merge into…');
    const dialog = page.getByRole('dialog', { name: /^Merge/ });
    await dialog.getByRole('searchbox').fill('attack on civ');
    await page.keyboard.press('Enter');
    await expect(dialog.getByText('1 highlight', { exact: true })).toBeVisible();
    await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await saved(page);
    const { tags, highlights } = await everything(page);
    const target = tags.find(({ name }) => name === 'attack on civilians')?.id ?? '';
    expect(tags.some(({ name }) => name === 'attribution')).toBe(false);
    expect(highlights.find(({ anchor }) => anchor.exact === witness)?.tagIds).toEqual([target]);
  });

  await test.step('one tag is split by its passages', async () => {
    await find(page, '');
    await find(page, 'attack on civilians');
    await menu(page, 'attack on civilians', 'Split…');
    const dialog = page.getByRole('dialog', { name: /^Split/ });
    await dialog.getByRole('textbox', { name: 'Name of the new tag' }).fill('witnessed');
    await dialog.getByRole('searchbox', { name: 'Passages with these words' }).fill('FRANCE 24 official');
    await expect(dialog.getByText('0 of 2 chosen, 1 shown')).toBeVisible();
    await tabTo(page, dialog.getByRole('listbox', { name: 'Passages' }));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await expect(dialog.getByText('1 of 2 chosen')).toBeVisible();
    await dialog.getByRole('button', { name: 'Split', exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await saved(page);
    const { tags, highlights } = await everything(page);
    const part = tags.find(({ name }) => name === 'witnessed');
    expect(highlights.find(({ anchor }) => anchor.exact === witness)?.tagIds).toEqual([part?.id]);
    expect(highlights.find(({ anchor }) => anchor.exact === attack)?.tagIds).not.toContain(part?.id);
  });

  await test.step('the passages of a tag open in their article', async () => {
    await find(page, '');
    await find(page, 'witnessed');
    await rowOf(page, 'witnessed').click();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('listbox', { name: 'Passages of witnessed' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('document', { name: 'Text of the article' })).toBeVisible();
  });

  await test.step('undo goes back to the start, redo to the end', async () => {
    const end = await everything(page);
    await goTo(page, 'Codebook');
    const steps = await undoUntil(page, start);
    for (let step = 0; step < steps; step++) {
      await page.getByRole('button', { name: 'Redo' }).click();
      await saved(page);
    }
    expect(await everything(page)).toEqual(end);
  });
  await app.close();
  expect(complaints).toEqual([]);
});

test('groups: made, filled by drag and by menu, shown alone, and on the tag', async () => {
  const { app, page, complaints } = await launchWithSeeds();
  await goTo(page, 'Codebook');
  await page.getByRole('button', { name: 'Open all' }).click();
  await page.getByRole('button', { name: 'New group…' }).click();
  await page.getByRole('dialog', { name: 'New group' }).getByRole('textbox').fill('Weapons');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'New group' })).toHaveCount(0);
  const groups = page.getByRole('region', { name: 'Groups of tags' });
  await expect(groups.getByRole('button', { name: 'Show only Weapons, 0 tags' })).toBeVisible();

  await rowOf(page, 'IED').click();
  await rowOf(page, 'shelling').click({ modifiers: ['Control'] });
  await drag(page, rowOf(page, 'shelling').getByText('shelling'), groups.getByText('Weapons'));
  await expect(groups.getByRole('button', { name: 'Show only Weapons, 2 tags' })).toBeVisible();

  // The tree draws its lines anew while it scrolls to this one; a click meanwhile meets none.
  await expect(async () => {
    await rowOf(page, 'convoy').click();
    await expect(rowOf(page, 'convoy')).toHaveAttribute('aria-selected', 'true', { timeout: 1_000 });
  }).toPass();
  await menu(page, 'convoy', 'Groups…');
  const dialog = page.getByRole('dialog', { name: 'Groups of “convoy”' });
  await dialog.getByRole('checkbox', { name: 'Weapons' }).press('Space');
  await dialog.getByRole('textbox', { name: 'And into a new group' }).fill('On the road');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const details = page.getByRole('region', { name: 'About the tag' });
  await expect(details.getByRole('list', { name: 'Groups of the tag' }).getByRole('listitem')).toHaveText([
    'On the road',
    'Weapons',
    'Groups…',
  ]);

  await groups.getByRole('button', { name: /^Show only Weapons/ }).click();
  await expect(treeOf(page).getByRole('row')).toHaveCount(5);
  await groups.getByRole('button', { name: /^Show only Weapons/ }).click();
  await page.keyboard.press('Control+z');
  await expect(groups.getByText('On the road')).toHaveCount(0);
  await expect(groups.getByRole('button', { name: 'Show only Weapons, 2 tags' })).toBeVisible();
  await app.close();
  expect(complaints).toEqual([]);
});

test('dragging several tags puts them together below another', async () => {
  const { app, page, complaints } = await launchWithSeeds();
  await goTo(page, 'Codebook');
  await page.getByRole('button', { name: 'Open all' }).click();
  await rowOf(page, 'ambush').click();
  await rowOf(page, 'clash').click({ modifiers: ['Shift'] });
  await expect(page.getByText('4 tags chosen')).toBeVisible();

  await drag(page, rowOf(page, 'clash').getByText('clash'), rowOf(page, 'killed').getByText('killed'));

  await expect
    .poll(() => outline(page))
    .toContain('casualties\n  killed\n    ambush\n    IED\n    raid on a camp\n    clash\n  wounded');
  const { tags } = await everything(page);
  expect(tags.find(({ name }) => name === 'clash')?.color, 'the hue of the new parent').toBe(
    tags.find(({ name }) => name === 'casualties')?.color,
  );
  await app.close();
  expect(complaints).toEqual([]);
});

async function everything(page: Page) {
  const { tags = {}, highlights = {} } = await readRecords(page, ['tags', 'highlights']);
  return {
    tags: Object.values(tags) as Tag[],
    highlights: Object.values(highlights) as Carrier[],
  };
}

/** The tree as indented lines, from what is stored. */
async function outline(page: Page): Promise<string> {
  const { tags } = await everything(page);
  const write = (parentId: string | null, indent: string): string[] =>
    tags
      .filter((tag) => tag.parentId === parentId)
      .sort((a, b) => a.order - b.order)
      .flatMap((tag) => [`${indent}${tag.name}`, ...write(tag.id, `${indent}  `)]);
  return write(null, '').join('\n');
}

async function find(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Find or make a tag' }).fill(words);
}

async function menu(page: Page, tag: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `What to do with ${tag}`, exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** Drag slowly enough for the browser to see it as one. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.hover();
  await page.mouse.down();
  const box = await to.boundingBox();
  if (box === null) throw new Error(`${to} is not to be seen`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 - 2, { steps: 12 });
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
  await page.waitForTimeout(200);
  await page.mouse.up();
  await saved(page);
}

/** Undo until all is as it was; answers how many steps that took. */
async function undoUntil(page: Page, wanted: Awaited<ReturnType<typeof everything>>): Promise<number> {
  for (let step = 0; step < 20; step++) {
    if (JSON.stringify(await everything(page)) === JSON.stringify(wanted)) return step;
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
    await saved(page);
  }
  throw new Error('undo does not come back to the start');
}
