import { expect, type Page, test } from '@playwright/test';
import { attack, launchWithSeeds } from './support/case.ts';
import { openArticle, selectByMouse } from './support/reading.ts';
import { readRecords } from './support/records.ts';
import { goTo, saved } from './support/workbench.ts';

const tables = ['actors', 'relations'];

test('actors are found by any name, given names, related, merged and split, and the search follows', async () => {
  const { app, page, complaints } = await launchWithSeeds();
  const box = page.getByRole('searchbox', { name: 'Search everything' });
  const rows = page.getByRole('region', { name: 'Search results' }).getByRole('row');
  await box.fill('actor:csp');
  await expect(rows).toHaveCount(2);
  await box.fill('actor:fla');
  await expect(rows).toHaveCount(0);
  await box.fill('');

  await goTo(page, 'Actors');
  await choose(page, 'RVIM', /^Group for the Support of Islam/);
  const jnim = page.getByRole('article', { name: /^Group for the Support of Islam/ });
  await expect(jnim.getByRole('cell', { name: 'GSIM', exact: true })).toBeVisible();
  const related = jnim.getByRole('list', { name: /^Relations of/ });
  await expect(related.getByText('pledged allegiance to').first()).toBeVisible();
  await expect(related.getByText('since March 2017').first()).toBeVisible();
  await look(page, 'jnim-light');
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await look(page, 'jnim-dark');
  await page.getByRole('button', { name: 'Light theme' }).click();

  await jnim.getByRole('button', { name: 'Add a name…' }).click();
  const naming = page.getByRole('dialog', { name: /^Add a name to/ });
  await naming.getByRole('textbox', { name: 'Name' }).fill('gsim');
  await naming.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(naming.getByRole('alert')).toHaveText('That is there already.');
  await look(page, 'name-dialog');
  await naming.getByRole('textbox', { name: 'Name' }).fill('Farouk’s men');
  await naming.getByRole('textbox', { name: 'In use from' }).fill('2023-05');
  await page.keyboard.press('Enter');
  await expect(jnim.getByRole('cell', { name: 'Farouk’s men', exact: true })).toBeVisible();
  await expect(jnim.getByRole('cell', { name: 'since May 2023' })).toBeVisible();
  await jnim.getByRole('button', { name: '“RVIM” is not its name' }).click();
  await expect(jnim.getByText('“RVIM” is not its name: your entry')).toBeVisible();

  await page.getByRole('button', { name: 'New actor…' }).click();
  await page
    .getByRole('dialog', { name: 'New actor' })
    .getByRole('textbox', { name: 'Name' })
    .fill('Katiba Serma');
  await page.keyboard.press('Enter');
  const own = page.getByRole('article', { name: 'Katiba Serma' });
  await own.getByRole('button', { name: 'Add a relation…' }).click();
  const relating = page.getByRole('dialog', { name: 'Add a relation of Katiba Serma' });
  await pick(page, relating.getByRole('button', { name: /How Katiba Serma stands/ }), 'belongs to');
  const whom = relating.getByRole('combobox', { name: 'To whom' });
  await whom.fill('nobody at all');
  await expect(page.getByText('Nobody is called that.')).toBeVisible();
  await whom.fill('gsim');
  const offered = page.getByRole('listbox', { name: /To whom/ }).getByRole('option');
  await expect(offered.first()).toHaveText(/^Group for the Support of Islam.*GSIM/);
  await look(page, 'picker');
  await whom.press('ArrowDown');
  await whom.press('Enter');
  await expect(whom).toHaveValue(/^Group for the Support of Islam/);
  await relating.getByRole('textbox', { name: 'Since' }).fill('2018');
  await look(page, 'relation-dialog');
  await relating.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(own.getByRole('list', { name: /^Relations of/ }).getByText('since 2018')).toBeVisible();
  await look(page, 'own');

  // By keyboard alone: the screen, the list, the menu, the other actor.
  await page.keyboard.press('Control+Shift+A');
  await choose(page, 'CSP', /^Permanent Strategic Framework/);
  const csp = page.getByRole('article', { name: /^Permanent Strategic Framework/ });
  await csp.getByRole('button', { name: /^More about/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Merge into another actor…' }).click();
  const merging = page.getByRole('dialog', { name: /^Merge Permanent/ });
  await merging.getByRole('searchbox').fill('FLA');
  await expect(merging.getByRole('option').first()).toHaveText(/Azawad Liberation Front/);
  await page.keyboard.press('Enter');
  const fla = page.getByRole('article', { name: /^Azawad Liberation Front/ });
  await expect(fla.getByText(/^Also stands for Permanent/)).toBeVisible();
  await saved(page);
  await look(page, 'merged');
  const made = await readRecords(page, tables);
  expect(Object.keys(made.actors ?? {})).toHaveLength(3);
  expect(Object.keys(made.relations ?? {})).toHaveLength(1);

  await box.fill('actor:fla');
  await expect(rows).toHaveCount(2);
  await box.fill('');
  await goTo(page, 'Actors');
  await fla.getByRole('button', { name: 'Split off again' }).click();
  await expect(fla.getByText(/^Also stands for/)).toHaveCount(0);

  const undo = page.getByRole('button', { name: 'Undo', exact: true }).first();
  await undo.click();
  await expect(fla.getByText(/^Also stands for/)).toBeVisible();
  for (const left of [2, 2, 1, 1, 0]) {
    await undo.click();
    await expect
      .poll(async () => Object.keys((await readRecords(page, tables)).actors ?? {}).length)
      .toBe(left);
  }
  expect(complaints).toEqual([]);
  await app.close();
});

test('relations are drawn for a time, and rest on passages that lead back to the text', async () => {
  const { app, page, complaints } = await launchWithSeeds();
  await goTo(page, 'Actors');
  await choose(page, 'RVIM', /^Group for the Support of Islam/);
  const jnim = page.getByRole('article', { name: /^Group for the Support of Islam/ });
  const drawing = jnim.getByRole('img', { name: /^Drawing of the \d+ actors around Group/ });
  const list = jnim.getByRole('list', { name: /^Relations of Group/ }).locator(':scope > li');
  await expect(drawing).toBeVisible();
  const all = await list.count();
  await expect(drawing.locator('path[class*=line]')).toHaveCount(all);
  await look(page, 'graph-light');

  // Of one time: before its founding it had no members.
  await jnim.getByText('At one time').click();
  const slider = jnim.getByRole('slider', { name: 'Relations as of' });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect.poll(() => list.count()).toBeLessThan(all);
  await expect(drawing.locator('path[class*=line]')).toHaveCount(await list.count());
  await expect(jnim.getByText(/relations did not hold then/)).toBeVisible();
  await jnim.getByText('At one time').click();
  await jnim.getByText('Relations among the others too').click();
  await expect.poll(() => drawing.locator('path[class*=line]').count()).toBeGreaterThan(all);
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await look(page, 'graph-dark');
  await page.getByRole('button', { name: 'Light theme' }).click();

  // A line leads to what it rests on, a point to the actor.
  await jnim.getByText('Relations among the others too').click();
  await drawing.locator('[data-kind=pledged]').first().locator('path').first().dispatchEvent('click');
  await expect(list.and(page.locator('[data-chosen]'))).toHaveCount(1);

  // The passage that says so, kept with a relation of the program's.
  await openArticle(page, 'ambition to control');
  await selectByMouse(page, attack);
  await page.getByRole('region', { name: 'The passage' }).getByRole('button', { name: 'Relation' }).click();
  const asking = page.getByRole('dialog', { name: 'Which relation does the passage speak of?' });
  await asking.getByRole('searchbox').fill('jnim al-qaeda');
  await expect(asking.getByRole('option')).not.toHaveCount(0);
  await look(page, 'asking');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => Object.values((await readRecords(page, tables)).relations ?? {}))
    .toMatchObject([{ passages: [{ exact: attack }] }]);
  await goTo(page, 'Actors');
  const open = page.getByRole('button', { name: `Open the passage: ${attack}` });
  await expect(list).toHaveCount(all);
  await open.scrollIntoViewIfNeeded();
  await look(page, 'passage');
  await open.click();
  await expect(page.getByRole('tab', { name: 'Read' })).toHaveAttribute('aria-selected', 'true');

  // One that is not listed, with both actors found by typing.
  await selectByMouse(page, attack);
  await page.getByRole('region', { name: 'The passage' }).getByRole('button', { name: 'Relation' }).click();
  await asking.getByRole('option', { name: 'A relation that is not listed…' }).click();
  const relating = page.getByRole('dialog', { name: 'Add a relation' });
  await expect(relating.getByText(attack)).toBeVisible();
  await choosePicked(page, 'Who', 'wagner');
  await choosePicked(page, 'To whom', 'fama');
  await look(page, 'new-relation');
  await relating.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(relating).toHaveCount(0);
  await expect
    .poll(async () => Object.keys((await readRecords(page, tables)).relations ?? {}).length)
    .toBe(2);
  const undo = page.getByRole('button', { name: 'Undo', exact: true }).first();
  for (const left of [1, 0]) {
    await undo.click();
    await expect
      .poll(async () => Object.keys((await readRecords(page, tables)).relations ?? {}).length)
      .toBe(left);
  }
  expect(complaints).toEqual([]);
  await app.close();
});

async function choosePicked(page: Page, label: string, query: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label, exact: true });
  await box.fill(query);
  const offered = page.getByRole('listbox', { name: new RegExp(label) }).getByRole('option');
  await expect(offered.first()).toBeVisible();
  await box.press('ArrowDown');
  await box.press('Enter');
  await expect(box).not.toHaveValue(query);
}

async function choose(page: Page, query: string, name: RegExp): Promise<void> {
  await page.getByRole('searchbox', { name: 'Find an actor by any of its names' }).fill(query);
  const list = page.getByRole('listbox', { name: 'Actors' });
  await expect(list.getByRole('option')).not.toHaveCount(0);
  await list.getByRole('option').filter({ hasText: name }).first().click();
}

async function pick(
  page: Page,
  select: ReturnType<Page['getByRole']>,
  option: string | RegExp,
): Promise<void> {
  await select.click();
  await page.getByRole('option', { name: option }).first().click();
}

/** A picture, where one is asked for. */
async function look(page: Page, name: string): Promise<void> {
  if (process.env.LOOK_AT) await page.screenshot({ path: `${process.env.LOOK_AT}/${name}.png` });
}
