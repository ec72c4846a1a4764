import { expect, type Page } from '@playwright/test';
import { selectByMouse } from './reading.ts';
import { goTo, saved } from './workbench.ts';

/** Accept every suggestion of a place in the open article; of a region and its town, the first. */
export async function acceptPlace(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name: 'Places' }).click();
  await page
    .getByRole('button', { name: `Accept all of ${name}` })
    .first()
    .click();
  const accepted = page.getByRole('region', { name: 'Accepted' });
  await expect(accepted.getByRole('button', { name }).first()).toBeVisible();
  await saved(page);
}

/** Give a passage of the open article its place, found in the gazetteer. */
export async function placeByMouse(page: Page, passage: string, name: string): Promise<void> {
  await selectByMouse(page, passage);
  await page.getByRole('region', { name: 'The passage' }).getByRole('button', { name: 'Place' }).click();
  const form = page.getByRole('region', { name: 'Place this passage' });
  await form.getByRole('searchbox', { name: 'Search the gazetteer' }).fill(name);
  await form.getByRole('option', { name }).first().click();
  await expect(form).toHaveCount(0);
  await saved(page);
}

/** Click the pin of a place on the map of the open screen: the one that shows its name under the pointer. */
export async function clickPin(page: Page, name: string): Promise<void> {
  const map = page.locator('.leaflet-container').filter({ visible: true });
  const pins = map.locator('.leaflet-pins-pane path.leaflet-interactive');
  await expect(pins.first()).toBeVisible();
  const frame = await map.boundingBox();
  for (const pin of await pins.all()) {
    const box = await pin.boundingBox();
    if (frame === null || box === null || !holds(frame, box)) continue;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    const tip = map.locator('.leaflet-tooltip').filter({ hasText: name });
    if ((await tip.count()) === 0) continue;
    await page.mouse.down();
    await page.mouse.up();
    return;
  }
  throw new Error(`no pin shows “${name}”`);
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

function holds(outer: Box, inner: Box): boolean {
  const isRight = inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width;
  return isRight && inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height;
}

/** Go to the map and choose what is accepted there. */
export async function openMap(page: Page): Promise<void> {
  await goTo(page, 'Map');
  await page.getByRole('tab', { name: /^Accepted/ }).click();
}
