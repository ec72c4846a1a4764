import { expect, type Page, test } from '@playwright/test';
import { launchWithSeeds } from './support/case.ts';
import { acceptPlace } from './support/placing.ts';
import { openArticle } from './support/reading.ts';
import { goTo } from './support/workbench.ts';

const shots = process.env.LIPTAKO_SHOTS;
async function shoot(page: Page, name: string): Promise<void> {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png` });
}

test('the map is narrowed by source and by days, and says what that leaves out', async () => {
  const { app, page, complaints } = await launchWithSeeds();
  await openArticle(page, 'manoeuvring in the Kidal region');
  await acceptPlace(page, 'Bamako');
  await goTo(page, 'Map');
  const bar = page.getByRole('region', { name: 'Narrow the map' });
  await expect(bar.getByRole('status')).toContainText('items');
  await shoot(page, 'bar');
  await bar.getByRole('button', { name: /^Source/ }).click();
  await shoot(page, 'source');
  await page.keyboard.press('Escape');
  expect(complaints).toEqual([]);
  await app.close();
});
