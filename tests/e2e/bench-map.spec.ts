import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import nlp from 'compromise';
import { findMentions } from '#core/geo/find-mentions.ts';
import { bundledGazetteer } from '#tests/unit/core/geo/bundled-gazetteer.ts';
import { launchWithSeeds } from './support/case.ts';
import { type Frames, percentile, untilDrawn, watchFrames } from './support/frames.ts';
import { launch, root } from './support/launch.ts';
import { makeEvents, makeSpots, type Spot } from './support/many-events.ts';
import { openMapPage } from './support/map-page.ts';
import type { MapWay, MapWays } from './support/map-ways.ts';
import { putRecords } from './support/records.ts';
import { opened, saved } from './support/workbench.ts';

const count = 50_000;
const rounds = 3;
const steps = 12;

type Column = { readonly add: number; readonly narrow: readonly number[]; readonly pan: Frames };

type Own = {
  /** From the press on “Map” until its base is drawn: for the first time after the start, and later. */
  readonly firstPaint: number;
  readonly slider: readonly number[];
  readonly pan: Frames;
};

test('fifty thousand points on the map, beside marker clusters and plain SVG markers', async () => {
  test.setTimeout(20 * 60_000);
  const spots = makeSpots(count);
  const own = await measureProgram(spots);
  const ways: Record<MapWay, Column> = {
    own: await measureWay('own', spots),
    cluster: await measureWay('cluster', spots),
    svg: await measureWay('svg', spots),
  };
  print(own, ways, measureMentions());
});

/** The program itself, with all that is around the map. */
async function measureProgram(spots: readonly Spot[]): Promise<Own> {
  const first = await launchWithSeeds();
  await saved(first.page);
  await first.app.close();
  const { app, page } = await launch(first.userData);
  await opened(page);
  await putRecords(page, 'events', makeEvents(spots));
  await page.waitForTimeout(2_000);
  const based = await untilDrawn(
    page,
    () => document.querySelectorAll('.leaflet-pane path').length > 20,
    null,
  );
  await page.getByRole('tab', { name: 'Map', exact: true }).click();
  const firstPaint = await based();
  await expect(page.getByText(/of 50,0\d\d items/)).toBeVisible();
  await page.waitForTimeout(3_000);
  const pan = await watchFrames(page, () => dragAbout(page, { x: 560, y: 520 }));
  const slider: number[] = [];
  for (let step = 0; step < steps; step++) slider.push(await timeStep(page));
  await app.close();
  return { firstPaint, slider, pan };
}

/** A month later on the time slider: from the key until the symbols of that month are drawn. */
async function timeStep(page: Page): Promise<number> {
  const left = page.getByRole('region', { name: 'Narrow the map' }).getByRole('status');
  const handle = page.getByRole('slider').first();
  await handle.focus();
  const before = (await left.textContent()) ?? '';
  const drawn = await untilDrawn(
    page,
    (text) => document.querySelector(`[aria-label="Narrow the map"] [role="status"]`)?.textContent !== text,
    before,
  );
  await page.keyboard.press('ArrowRight');
  const took = await drawn();
  await page.waitForTimeout(300);
  return took;
}

async function measureWay(way: MapWay, spots: readonly Spot[]): Promise<Column> {
  const { app, page } = await openMapPage();
  const add: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await page.evaluate(
      ([name, some]) => (window as unknown as { mapWays: MapWays }).mapWays.begin(name, some),
      [way, spots] as const,
    );
    add.push(await page.evaluate(() => (window as unknown as { mapWays: MapWays }).mapWays.add()));
  }
  await page.waitForTimeout(1_000);
  const pan = await watchFrames(page, () => dragAbout(page, { x: 700, y: 450 }));
  const narrow: number[] = [];
  for (let step = 0; step < 8; step++) {
    const days = [`2019-0${step + 1}-01`, '2024-12-31'] as const;
    narrow.push(
      await page.evaluate(
        ([from, until]) => (window as unknown as { mapWays: MapWays }).mapWays.narrow(from, until),
        days,
      ),
    );
  }
  await app.close();
  return { add: percentile(add, 0.5), narrow, pan };
}

/** Four drags across the map, let go and taken up again. */
async function dragAbout(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  for (const [dx, dy] of [
    [260, 40],
    [-300, 60],
    [120, -200],
    [-180, 90],
  ] as const) {
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 1; step <= 30; step++) {
      await page.mouse.move(x + (dx * step) / 30, y + (dy * step) / 30);
      await page.waitForTimeout(16);
    }
    await page.mouse.up();
    await page.waitForTimeout(250);
  }
}

/** Articles a second: place names found by us, and by compromise's `places()`, in the same texts. */
function measureMentions(): { readonly own: number; readonly compromise: number } {
  const gazetteer = bundledGazetteer();
  const folder = join(root, 'seeds');
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const rate = (read: (text: string) => unknown, times: number) => {
    for (const text of texts) read(text);
    const began = performance.now();
    for (let round = 0; round < times; round++) for (const text of texts) read(text);
    return (1_000 * times * texts.length) / (performance.now() - began);
  };
  return {
    own: rate((text) => findMentions(text, [], gazetteer), 20),
    compromise: rate((text) => nlp(text).places().out('array'), 1),
  };
}

function print(
  own: Own,
  ways: Readonly<Record<MapWay, Column>>,
  mentions: ReturnType<typeof measureMentions>,
): void {
  const times = (mine: number, theirs: number) => `${Math.round(theirs)} (${(theirs / mine).toFixed(1)}×)`;
  const row = (what: string, of: (column: Column) => number) =>
    `| ${what} | ${Math.round(of(ways.own))} | ${times(of(ways.own), of(ways.cluster))} | ${times(of(ways.own), of(ways.svg))} |`;
  const lines = [
    `${count.toLocaleString('en')} points; milliseconds`,
    '',
    '| on a bare map | Liptako | leaflet.markercluster | SVG markers |',
    '| --- | --- | --- | --- |',
    row('add all until drawn, median', ({ add }) => add),
    row('narrow by days until drawn, median', ({ narrow }) => percentile(narrow, 0.5)),
    row('drag: longest time between pictures', ({ pan }) => pan.longest),
    row('drag: p95', ({ pan }) => pan.p95),
    '',
    '| in the program | |',
    '| --- | --- |',
    `| from the press on Map to its base drawn, ms | ${Math.round(own.firstPaint)} |`,
    `| a step of the time slider until drawn, median / p95, ms | ${Math.round(percentile(own.slider, 0.5))} / ${Math.round(percentile(own.slider, 0.95))} |`,
    `| drag: longest time between pictures / p95 / later than 50 ms | ${Math.round(own.pan.longest)} / ${Math.round(own.pan.p95)} / ${own.pan.over50} of ${own.pan.count} |`,
    `| place names found, articles a second; compromise | ${Math.round(mentions.own)}; ${mentions.compromise.toFixed(1)} (${(mentions.own / mentions.compromise).toFixed(0)}×) |`,
  ];
  process.stdout.write(`\n${lines.join('\n')}\n\n`);
  const out = process.env.LIPTAKO_BENCH_OUT;
  if (out !== undefined) writeFileSync(out, lines.join('\n'));
}
