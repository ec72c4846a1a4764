import { expect, type Page, test } from '@playwright/test';
import { idFrom } from '#core/ids.ts';
import type { Dating } from '#core/time/dating.ts';
import type { Area, Track } from '#core/tracks/track.ts';
import { launchWithSeeds } from './support/case.ts';
import { makeSpots } from './support/many-events.ts';
import { putRecords } from './support/records.ts';
import { goTo } from './support/workbench.ts';

const count = 120;
const perTrack = 10;

test('of many tracks and areas, only what changed is drawn anew', async () => {
  const { app, page, complaints } = await launchWithSeeds();
  await putRecords(page, 'tracks', makeTracks());
  await putRecords(page, 'areas', makeAreas());
  await goTo(page, 'Map');
  await page.getByRole('tab', { name: 'Tracks and areas' }).click();
  const panel = page.getByRole('tabpanel', { name: 'Tracks and areas' });
  const paths = page.locator('.leaflet-shapes-pane path');
  await expect.poll(() => paths.count()).toBeGreaterThan(count * 4);
  await settled(page);

  // A handful of paths a track, however many waypoints it has.
  expect(await paths.count()).toBeLessThan(count * 6 + 200);
  const drawnWay = await wayOf(page);
  const zoom = await countMade(page, async () => {
    await page.getByRole('button', { name: 'Zoom in' }).first().click();
    await expect.poll(() => wayOf(page)).not.toBe(drawnWay);
  });
  expect(zoom).toEqual({ made: 0, gone: 0 });

  const choice = await countMade(page, async () => {
    await panel.getByRole('button', { name: /^Track 003/ }).click();
    await expect(paths.and(page.locator('[class*=chosen]')).first()).toBeAttached();
    await expect(panel.getByRole('button', { name: 'Turn the way round' })).toBeVisible();
  });
  expect(choice.made).toBeGreaterThan(0);
  expect(choice.made).toBeLessThan(40);

  const edit = await countMade(page, async () => {
    await panel.getByRole('button', { name: 'Turn the way round' }).click();
    await expect.poll(() => countSoFar(page)).toBeGreaterThan(0);
  });
  expect(edit.made).toBeGreaterThan(0);
  expect(edit.made).toBeLessThan(40);

  const before = await paths.count();
  const step = await countMade(page, async () => {
    await page.getByRole('slider').first().focus();
    for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowRight');
    await expect.poll(() => paths.count()).toBeLessThan(before);
  });
  expect(step.made).toBe(0);
  expect(complaints).toEqual([]);
  await app.close();
});

/** The outline of the first path, which tells where on the screen it is drawn. */
function wayOf(page: Page): Promise<string | null> {
  return page.locator('.leaflet-shapes-pane path').last().getAttribute('d');
}

/** Wait until two pictures have been drawn of what is there. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  await page.waitForTimeout(500);
}

/** How many drawn things came since the count began. */
function countSoFar(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { drawnCounts: { made: number } }).drawnCounts.made);
}

/** How many drawn things came and went while something was done. */
async function countMade(page: Page, work: () => Promise<void>): Promise<{ made: number; gone: number }> {
  await page.evaluate(() => {
    const counts = { made: 0, gone: 0 };
    const watcher = new MutationObserver((changes) => {
      for (const { addedNodes, removedNodes } of changes) {
        counts.made += addedNodes.length;
        counts.gone += removedNodes.length;
      }
    });
    for (const pane of document.querySelectorAll('.leaflet-shapes-pane'))
      watcher.observe(pane, { childList: true, subtree: true });
    Object.assign(window, { drawnCounts: counts, drawnWatcher: watcher });
  });
  await work();
  await settled(page);
  return page.evaluate(() => {
    const { drawnCounts, drawnWatcher } = window as unknown as {
      drawnCounts: { made: number; gone: number };
      drawnWatcher: MutationObserver;
    };
    drawnWatcher.disconnect();
    return drawnCounts;
  });
}

const times = { createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' };

function makeTracks(): Track[] {
  const spots = makeSpots(count * perTrack);
  return Array.from({ length: count }, (_, at) => {
    const own = spots.slice(at * perTrack, (at + 1) * perTrack);
    return {
      id: idFrom<'track'>(`made track ${at}`),
      name: `Track ${String(at).padStart(3, '0')}`,
      actorIds: [],
      waypoints: own.map(({ lat, lon }) => ({ lat, lon, name: '', dating: on(own[0]?.day ?? null) })),
      uncertaintyKm: at % 3 === 0 ? 10 : null,
      note: '',
      passages: [],
      ...times,
    };
  });
}

function makeAreas(): Area[] {
  return makeSpots(60).map(({ lat, lon, day }, at) => ({
    id: idFrom<'area'>(`made area ${at}`),
    name: `Area ${at}`,
    kind: 'control',
    actorIds: [],
    rings: [
      [
        [lon, lat],
        [lon + 0.3, lat],
        [lon + 0.3, lat + 0.3],
      ],
    ],
    dating: on(day),
    note: '',
    passages: [],
    ...times,
  }));
}

function on(day: string | null): Dating {
  return { from: day, until: day, precision: 1, basis: 'analyst', printed: '', reasons: [] };
}
