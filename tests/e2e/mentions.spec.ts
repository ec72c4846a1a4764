import { mkdirSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { launchWithSeeds } from './support/case.ts';
import { articleText, openArticle, painted, selectByMouse } from './support/reading.ts';
import { readRecords } from './support/records.ts';
import { saved } from './support/workbench.ts';

const pictures = process.env.LOOK_AT;

test('actors, people, dates and figures are underlined, explained, decided, taught and taken back', async () => {
  const { app, page, complaints } = await launchWithSeeds();
  await openArticle(page, 'ambition to control');
  await expect.poll(() => linesOf(page, 'actor-suggested')).toContain('MINUSMA');
  await expect.poll(() => linesOf(page, 'person-suggested')).toContain('Wassim Nasr');
  expect(await linesOf(page, 'date-suggested')).toContain('late March');
  expect(await linesOf(page, 'figure-suggested')).toContain('at least 137 people');

  await page.getByRole('tab', { name: 'Who and when' }).click();
  const panel = page.getByRole('tabpanel', { name: 'Who and when' });
  await expect(panel.getByRole('region', { name: 'Who, to decide' })).toBeVisible();
  await look(page, 'panel-light');
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await look(page, 'panel-dark');
  await page.getByRole('button', { name: 'Light theme' }).click();

  // By one key in the card, and back.
  await clickOn(page, 'MINUSMA');
  const card = page.getByRole('dialog', { name: 'Found in the text: “MINUSMA”' });
  await expect(card.getByText(/^Because:/)).toBeVisible();
  await look(page, 'card');
  await page.keyboard.press('a');
  await expect.poll(() => linesOf(page, 'actor-accepted')).toEqual(['MINUSMA']);
  await saved(page);
  await page.keyboard.press('Control+z');
  await expect.poll(() => linesOf(page, 'actor-accepted')).toEqual([]);

  // The year that nobody says stays open.
  await clickOn(page, 'late March');
  const dateCard = page.getByRole('dialog', { name: 'Found in the text: “late March”' });
  await expect(dateCard.getByText('Date not known')).toBeVisible();
  await look(page, 'date-card');
  await page.keyboard.press('Escape');

  // Everywhere: also in the other articles.
  await clickOn(page, 'Wassim Nasr');
  await expect(page.getByRole('dialog', { name: 'Found in the text: “Wassim Nasr”' })).toBeVisible();
  await page.keyboard.press('Shift+X');
  await expect.poll(() => linesOf(page, 'person-suggested')).not.toContain('Wassim Nasr');
  await expect(panel.getByRole('region', { name: 'Rejected' })).toBeVisible();
  await saved(page);

  // Words that nobody suggested, linked to an actor who goes by them from then on.
  await selectByMouse(page, 'desert town');
  await page.getByRole('button', { name: 'Actor', exact: true }).click();
  const byHand = page.getByRole('dialog', { name: 'Found in the text: “desert town”' });
  await byHand.getByRole('button', { name: 'Link to an actor…' }).click();
  await byHand.getByRole('searchbox', { name: 'Who is “desert town”?' }).fill('RVIM');
  await page.keyboard.press('Enter');
  await expect(byHand.getByText('“desert town” is Group for the Support')).toBeVisible();
  await byHand.getByRole('checkbox').click({ force: true });
  await look(page, 'teach');
  await byHand.getByRole('button', { name: 'Accept', exact: true }).click();
  await expect.poll(() => linesOf(page, 'actor-accepted')).toEqual(['desert town']);
  await saved(page);
  const taught = await readRecords(page, ['actors', 'findings']);
  expect(Object.values(taught.actors ?? {})).toMatchObject([{ aliases: [{ text: 'desert town' }] }]);
  expect(Object.values(taught.findings ?? {})).toHaveLength(2);

  // Somebody whom the registry does not have.
  await openArticle(page, 'One year later');
  await page.getByRole('tab', { name: 'Who and when' }).click();
  const people = page.getByRole('region', { name: 'People the registry does not have' });
  await expect(people).toContainText('Amara Mohamed');
  await people.getByRole('button', { name: 'Decide about “Amara Mohamed”…' }).click();
  const personCard = page.getByRole('dialog', { name: 'Found in the text: “Amara Mohamed”' });
  await look(page, 'person-card');
  await personCard.getByRole('button', { name: 'New actor…' }).click();
  await look(page, 'new-actor');
  await personCard.getByRole('button', { name: 'Make it and accept' }).click();
  await expect(page.getByRole('region', { name: 'Accepted' })).toContainText('Amara Mohamed');
  // The others are his now: found by the registry.
  await expect(people).not.toContainText('Amara Mohamed');
  await saved(page);
  await page.keyboard.press('Control+z');
  await expect(people).toContainText('Amara Mohamed');
  await saved(page);

  // Kinds can be left out.
  await page.getByRole('checkbox', { name: 'Dates' }).focus();
  await page.keyboard.press('Space');
  await expect.poll(() => linesOf(page, 'date-suggested')).toEqual([]);
  await look(page, 'article-001');

  // By the keyboard alone, one after another.
  await articleText(page).focus();
  await page.keyboard.press('d');
  const byKey = page.getByRole('dialog', { name: /^(?:Found in the text|Place name)/ });
  await expect(byKey).toBeVisible();
  const first = await byKey.getAttribute('aria-label');
  await page.keyboard.press('Escape');
  await expect(byKey).toHaveCount(0);
  await page.keyboard.press('d');
  await expect(byKey).toBeVisible();
  expect(await byKey.getAttribute('aria-label')).not.toBe(first);
  await page.keyboard.press('Escape');
  expect(complaints).toEqual([]);
  await app.close();
});

async function linesOf(page: Page, layer: string): Promise<string[]> {
  return (await painted(page)).get(layer) ?? [];
}

/** Click on the first of these words in the text. */
async function clickOn(page: Page, words: string): Promise<void> {
  await expect(articleText(page)).toContainText(words);
  await page.evaluate((wanted) => {
    for (const paragraph of document.querySelectorAll('[data-article-text] [data-start]'))
      if (paragraph.textContent?.includes(wanted)) {
        paragraph.scrollIntoView({ block: 'center' });
        return;
      }
  }, words);
  await page.waitForTimeout(400);
  const at = await page.evaluate((wanted) => {
    for (const paragraph of document.querySelectorAll('[data-article-text] [data-start]')) {
      const node = paragraph.firstChild;
      const start = node instanceof Text ? node.data.indexOf(wanted) : -1;
      if (!(node instanceof Text) || start < 0) continue;
      const range = document.createRange();
      range.setStart(node, start + 1);
      range.setEnd(node, start + 3);
      const box = range.getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }
    return null;
  }, words);
  if (at === null) throw new Error(`no paragraph with “${words}”`);
  await page.mouse.click(at.x, at.y);
}

/** Keep a picture to be looked at, when a folder for them is named. */
async function look(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await page.waitForTimeout(200);
  await page.screenshot({ path: `${pictures}/${name}.png` });
}
