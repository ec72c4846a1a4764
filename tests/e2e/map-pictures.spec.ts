import { expect, type Page, test } from '@playwright/test';
import { launch } from './support/launch.ts';
import { goTo } from './support/workbench.ts';

/** The latitude of the middle of the map, where its scale holds. */
const homeLatitude = 15;

for (const theme of ['light', 'dark'] as const)
  test(`the base of the map looks as it was reviewed at four zooms, ${theme}`, async () => {
    const { app, page } = await launch();
    await page.emulateMedia({ colorScheme: theme });
    await goTo(page, 'Map');
    const map = page.getByRole('application', { name: /^Map:/ });
    // Zooming keeps what is under the pointer: the land between Dori and Téra.
    await map.hover({ position: { x: 560, y: 480 } });
    for (const zoom of [5, 7, 9, 11]) {
      await zoomTo(page, zoom);
      await expect(map).toHaveScreenshot(`base-z${zoom}-${theme}.png`, {
        // Letters are drawn a little otherwise on other machines; a line or a name that is gone is more than this.
        threshold: 0.05,
        maxDiffPixelRatio: 0.004,
        timeout: 20_000,
      });
    }
    await app.close();
  });

/** Turn the wheel by half levels until the scale bar says that the map is at a zoom. */
async function zoomTo(page: Page, wanted: number): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) {
    const zoom = await zoomOf(page);
    if (zoom === wanted) return;
    await page.mouse.wheel(0, zoom < wanted ? -45 : 45);
    await expect.poll(() => zoomOf(page)).not.toBe(zoom);
  }
  throw new Error(`the map does not come to zoom ${wanted}`);
}

/** To half a level, by Web Mercator's scale. */
async function zoomOf(page: Page): Promise<number> {
  const bar = page.locator('[class*="scale"]').first();
  const text = (await bar.textContent()) ?? '';
  const metres = Number.parseFloat(text) * (text.endsWith('km') ? 1000 : 1);
  const { width } = (await bar.boundingBox()) ?? { width: Number.NaN };
  const metresAtZero = (40_075_016.686 * Math.cos((homeLatitude * Math.PI) / 180)) / 256;
  return Math.round(Math.log2((metresAtZero * width) / metres) * 2) / 2;
}
