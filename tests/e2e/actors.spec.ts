import { expect, type Page, test } from '@playwright/test';
import { launchWithSeeds } from './support/case.ts';
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
  await expect(jnim.getByText('pledged allegiance to').first()).toBeVisible();
  await expect(jnim.getByText('since March 2017').first()).toBeVisible();
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
  await pick(page, relating.getByRole('button', { name: /To whom/ }), /^Group for the Support of Islam/);
  await relating.getByRole('textbox', { name: 'Since' }).fill('2018');
  await look(page, 'relation-dialog');
  await relating.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(own.getByText('since 2018')).toBeVisible();
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
