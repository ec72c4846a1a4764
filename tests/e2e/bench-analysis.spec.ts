import { expect, type Page, test } from '@playwright/test';
import { makeManyRecords } from '#tests/bench/many-records.ts';
import { launchWithSeeds } from './support/case.ts';
import { putRecords } from './support/records.ts';
import { goTo } from './support/workbench.ts';

const size = { articles: 5_000, highlights: 100_000, tags: 500 };

test('how long the analysis takes with 100,000 highlights over 5,000 articles', async () => {
  test.setTimeout(15 * 60_000);
  const { app, page } = await launchWithSeeds();
  const { articles, highlights, tags } = makeManyRecords(size);
  await putRecords(page, 'articles', articles);
  await putRecords(page, 'tags', tags);
  await putRecords(page, 'highlights', highlights);

  const rows: { what: string; reach: string; ms: string }[] = [];
  const note = (what: string, reach: string, times: readonly number[]) => {
    const sorted = times.toSorted((a, b) => a - b);
    const median = Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0);
    rows.push({
      what,
      reach,
      ms: `${median} (${Math.round(sorted[0] ?? 0)}–${Math.round(sorted.at(-1) ?? 0)})`,
    });
  };
  const before = Date.now();
  await goTo(page, 'Analysis');
  const grid = page.getByRole('grid', { name: 'Passages' });
  await expect(grid.getByRole('row').nth(2)).toBeVisible({ timeout: 120_000 });
  note('first load of the table', '', [Date.now() - before]);
  // What is folded ahead is folded while nothing else is done.
  await page.waitForTimeout(8_000);

  for (const name of ['Quote', 'Article', 'Date stated'])
    note(`sort by ${name}`, '100', await times(page, [`button:${name}`, `button:${name}`, `button:${name}`]));
  note(
    'filter by words',
    '100',
    await times(page, ['text:tessit', 'text:kidal', 'text:tessit kidal', 'text:']),
  );
  note('leave the screen and come back', '100', await comeBack(page));
  await page.getByRole('tab', { name: 'Tags ×' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  note(
    'matrix of tags and articles',
    '200',
    await times(page, matrix(['with the tags below it', 'by itself'])),
  );
  await page.waitForTimeout(15_000);
  note(
    'the same by words',
    '200',
    await times(page, matrix(['words in them', 'highlights', 'words in them'])),
  );
  await page.getByRole('tab', { name: 'Co-occurrence' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  note(
    'tags in overlapping highlights',
    '200',
    await times(page, matrix(['the same article', 'overlapping highlights'])),
  );
  console.table(rows);
  await app.close();
});

function matrix(labels: readonly string[]): string[] {
  return labels.map((label) => `option:${label}`);
}

/** How long the window takes for each step, from the click to the last change of the picture. */
async function times(page: Page, steps: readonly string[]): Promise<number[]> {
  const taken: number[] = [];
  for (const step of steps) {
    const [kind, ...rest] = step.split(':');
    const name = rest.join(':');
    if (kind === 'option') await openChoiceWith(page, name);
    taken.push(await page.evaluate(runStep, { kind: kind ?? '', name }));
    await page.waitForTimeout(300);
  }
  return taken;
}

/** Open the box that offers this choice. */
async function openChoiceWith(page: Page, name: string): Promise<void> {
  for (const box of await page
    .getByRole('tabpanel', { name: /./ })
    .last()
    .getByRole('button', { expanded: false })
    .all()) {
    await box.click();
    if (
      await page
        .getByRole('option', { name, exact: true })
        .isVisible()
        .catch(() => false)
    )
      return;
    await page.keyboard.press('Escape');
  }
}

async function comeBack(page: Page): Promise<number[]> {
  const taken: number[] = [];
  for (let round = 0; round < 3; round++) {
    await goTo(page, 'Timeline');
    await page.waitForTimeout(500);
    taken.push(await page.evaluate(runStep, { kind: 'tab', name: 'Analysis' }));
  }
  return taken;
}

/** Runs in the page: do the step, and tell how long it took until the window no longer changed. */
async function runStep({ kind, name }: { kind: string; name: string }): Promise<number> {
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const press = (element: HTMLElement | undefined) => {
    if (element === undefined) throw new Error(`nothing called ${name}`);
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
      element.dispatchEvent(
        type.startsWith('pointer')
          ? new PointerEvent(type, { bubbles: true, pointerType: 'mouse', button: 0, pointerId: 1 })
          : new MouseEvent(type, { bubbles: true, button: 0, detail: 1 }),
      );
  };
  const called = (selector: string) => all(selector).find((one) => one.textContent?.trim() === name);
  let changed = 0;
  const watch = new MutationObserver(() => {
    changed = performance.now();
  });
  watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  const start = performance.now();
  if (kind === 'button') called('[role=columnheader] button')?.click();
  if (kind === 'option') press(called('[role=option]'));
  if (kind === 'tab') press(called('[role=tab]'));
  if (kind === 'text') {
    const box = document.querySelector<HTMLInputElement>('[role=tabpanel] input[type=search]');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box, name);
    box?.dispatchEvent(new Event('input', { bubbles: true }));
  }
  // A deferred picture comes after the first one: the last change before a second without any is what counts.
  const restMs = 1_000;
  while (performance.now() - Math.max(start, changed) < restMs) await frame();
  watch.disconnect();
  return Math.max(0, changed - start);
}
