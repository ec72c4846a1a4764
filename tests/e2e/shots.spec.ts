import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Page, test } from '@playwright/test';
import { launchWithSeeds, markPassages, writeBrief } from './support/case.ts';
import { launch, root } from './support/launch.ts';
import { acceptPlace, openMap, placeByMouse } from './support/placing.ts';
import { markByMouse, openArticle } from './support/reading.ts';
import { type Look, views, wear } from './support/views.ts';
import { opened } from './support/workbench.ts';

const folder = join(root, 'out', 'shots');

test('pictures of every screen in both themes', async () => {
  test.setTimeout(8 * 60_000);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const empty = await launch();
  await opened(empty.page);
  for (const theme of ['light', 'dark'] as const) {
    await wear(empty.page, { theme, textSize: 100 });
    await shoot(empty.page, theme, 'first start');
  }
  await empty.app.close();

  const { app, page } = await launchWithSeeds();
  await makeCase(page);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, { theme, textSize: 100 });
    for (const [name, show] of views) {
      await show(page);
      await shoot(page, theme, name);
    }
    await shootInFrench(page, { theme, textSize: 100, language: 'fr' });
  }
  await wear(page, { theme: 'light', textSize: 200 });
  for (const [name, show] of views) {
    await show(page);
    await shoot(page, 'large', name);
  }
  await app.close();
});

async function makeCase(page: Page): Promise<void> {
  await markPassages(page);
  await openArticle(page, 'manoeuvring in the Kidal region');
  await markByMouse(
    page,
    'at least 47 Malian soldiers and 84 Wagner mercenaries were killed',
    'casualties / killed',
  );
  await markByMouse(
    page,
    '84 Wagner mercenaries were killed, according to a CSP press release',
    'attribution',
  );
  await acceptPlace(page, 'Kidal');
  await acceptPlace(page, 'Gao');
  await openArticle(page, 'ambition to control');
  await acceptPlace(page, 'Ménaka');
  await placeByMouse(page, 'three Nigerien villages', 'Tillabéri');
  await writeBrief(page);
  await openMap(page);
}

/** The screens by their keys: they are the same in every language. */
async function shootInFrench(page: Page, look: Look): Promise<void> {
  await wear(page, look);
  await shoot(page, look.theme, 'library in French');
  await page.getByRole('option').nth(2).dblclick();
  await page.locator('[data-article-text]').waitFor();
  await shoot(page, look.theme, 'reader in French');
  await page.keyboard.press('Control+6');
  await shoot(page, look.theme, 'brief in French');
}

async function shoot(page: Page, look: string, name: string): Promise<void> {
  // The pointer would light something up, and what moves has to come to rest.
  await page.mouse.move(0, 0);
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(folder, `${look}-${name.replaceAll(' ', '-').toLowerCase()}.png`) });
}
