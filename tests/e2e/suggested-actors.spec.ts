import { expect, type Page, test } from '@playwright/test';
import type { Finding } from '#core/mentions/finding.ts';
import { launchWithSeeds } from './support/case.ts';
import { readRecords } from './support/records.ts';
import { goTo, saved } from './support/workbench.ts';

test('who is suggested in all articles is decided about at once: accepted, rejected, linked, made, and taken back', async () => {
  const { app, page, complaints } = await launchWithSeeds();
  await goTo(page, 'Actors');
  await page.getByRole('tab', { name: 'Suggested in the articles' }).click();
  const list = page.getByRole('listbox', { name: 'Suggested actors and people' });
  await expect(list.getByRole('option').first()).toContainText('passages');
  await look(page, 'suggested-light');

  // The most passages first.
  await find(page, 'group for the support');
  const jnim = page.getByRole('article', { name: /^Group for the Support/ });
  const passages = jnim.getByRole('listbox', { name: /^Passages about/ });
  await expect(passages.getByRole('option').first()).toBeVisible();
  await expect(jnim.getByText(/^Because:/)).toBeVisible();
  await expect(jnim.getByText(/^Printed: .*“JNIM”/i)).toBeVisible();
  await look(page, 'suggested-chosen');
  const accept = jnim.getByRole('button', { name: /^Accept all of Group/ });
  const count = Number((await accept.innerText()).replace(/\D/g, ''));
  await accept.click();
  await expect.poll(async () => (await accepted(page)).length).toBe(count);
  await expect(jnim).toBeHidden();
  await saved(page);
  const articles = new Set((await accepted(page)).map(({ anchor }) => anchor.articleId));
  expect(articles.size).toBeGreaterThan(1);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await findings(page)).length).toBe(0);
  await expect(list.getByRole('option', { name: /^Group for the Support/ })).toBeVisible();

  // Nobody, in whatever comes too.
  await find(page, 'wassim nasr');
  const nasr = page.getByRole('article', { name: 'Wassim Nasr' });
  await nasr.getByRole('button', { name: 'Reject everywhere, also in what comes' }).click();
  await expect(page.getByText(/is not Wassim Nasr, in all articles/)).toBeVisible();
  await expect(list.getByRole('option')).toHaveCount(0);
  const rules = await findings(page);
  expect(rules.length).toBeGreaterThan(0);
  expect(rules.every(({ reach, status }) => reach === 'everywhere' && status === 'rejected')).toBe(true);

  // Somebody new, wherever the words stand.
  await find(page, 'amara mohamed');
  const person = page.getByRole('article', { name: 'Amara Mohamed' });
  await expect(person.getByText('A person whom the registry does not have.')).toBeVisible();
  await person.getByRole('button', { name: 'New actor…' }).click();
  await look(page, 'suggested-new');
  await person.getByRole('button', { name: 'Make it and accept' }).click();
  await expect(page.getByText(/^Amara Mohamed is in the registry/)).toBeVisible();
  await expect.poll(async () => (await accepted(page)).map(({ name }) => name)).toContain('Amara Mohamed');
  await saved(page);

  // Somebody else than was suggested.
  await find(page, 'group for the support');
  await jnim.getByRole('button', { name: 'All of it is somebody else…' }).click();
  await jnim.getByRole('button', { name: 'Link to an actor…' }).click();
  await jnim.getByRole('searchbox').fill('EIGS');
  await page.keyboard.press('Enter');
  await jnim.getByRole('button', { name: 'Accept', exact: true }).click();
  // Amara Mohamed is accepted already; all the others are who was linked, and nobody is who was suggested.
  await expect
    .poll(async () => (await accepted(page)).filter(({ actorId }) => actorId === 'is-sahel').length)
    .toBe(count);
  expect((await accepted(page)).filter(({ actorId }) => actorId === 'jnim')).toEqual([]);
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await find(page, '');
  await list.getByRole('option').first().click();
  await look(page, 'suggested-dark');
  expect(complaints).toEqual([]);
  await app.close();
});

/** List only what has these words, and look at the first. */
async function find(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Find a suggestion by its words' }).fill(words);
  if (words === '') return;
  const rows = page.getByRole('listbox', { name: 'Suggested actors and people' }).getByRole('option');
  await expect(rows.first()).toContainText(new RegExp(words, 'i'));
  await rows.first().click();
}

async function findings(page: Page): Promise<Finding[]> {
  const { findings = {} } = await readRecords(page, ['findings']);
  return Object.values(findings) as Finding[];
}

async function accepted(page: Page): Promise<Finding[]> {
  return (await findings(page)).filter(({ status }) => status === 'accepted');
}

async function look(page: Page, name: string): Promise<void> {
  if (process.env.LOOK_AT) await page.screenshot({ path: `${process.env.LOOK_AT}/${name}.png` });
}
