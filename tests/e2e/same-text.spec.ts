import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { importFiles } from './support/importing.ts';
import { launch } from './support/launch.ts';
import { goTo, opened, saved } from './support/workbench.ts';

const [report = '', other = ''] = ['001_a9e9740a1a7fd727.txt', '003_8874fdf025392336.txt'].map((name) =>
  readFileSync(join('seeds', name), 'utf8'),
);

/** The same report by three carriers: as it is, under another head and with another foot, and its first half. */
function writeCopies(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'liptako-copies-'));
  const half = report.slice(0, report.indexOf('\n', report.length * 0.55));
  const files = {
    'agency.txt': report,
    'reprint.txt': `The Daily Reprint, page three of the morning edition\n\n${report}\n\nAll rights are with the agency.\n`,
    'excerpt.txt': `${half}\n`,
    'other.txt': other,
  };
  return Object.entries(files).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
}

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];

function grave(violations: Violations): string[] {
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

test('the same text is listed once with its carriers, counted once, and told apart by hand', async () => {
  const { app, page, complaints } = await launch();
  await opened(page);
  await importFiles(page, writeCopies());
  const close = page.getByRole('region', { name: 'Import' }).getByRole('button', { name: 'Close' });
  const list = page.getByRole('listbox', { name: 'Articles' });
  const rows = list.getByRole('option');
  await expect(page.getByText('4 articles (2 texts)')).toBeVisible();
  await expect(rows).toHaveCount(2);
  const violations = async () => (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations;
  await saved(page);
  if (await close.isVisible()) await close.click();

  await test.step('unfolded and folded by keyboard', async () => {
    const first = rows.filter({ hasText: '3 carriers' });
    await first.click();
    await page.keyboard.press('d');
    await expect(rows).toHaveCount(4);
    await expect(list.getByRole('img', { name: 'same text' })).toHaveCount(2);
    expect(grave(await violations())).toEqual([]);
    await page.keyboard.press('d');
    await expect(rows).toHaveCount(2);
  });

  await test.step('found once, with the others below', async () => {
    await page.getByRole('searchbox', { name: 'Search everything' }).fill('Mali');
    await expect(page.getByText('4 articles (2 texts)')).toBeVisible();
    const found = page.getByRole('grid', { name: 'Articles found' });
    await expect(found.getByRole('row')).toHaveCount(2);
    const others = found.getByRole('button', { name: 'Same text from 2 other carriers' });
    await found.focus();
    await page.keyboard.press('End');
    await expect(found.getByRole('row').nth(1)).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Home');
    for (const row of await found.getByRole('row').all()) {
      if ((await row.getByRole('button', { name: 'Same text from 2 other carriers' }).count()) === 0)
        continue;
      await row.getByRole('gridcell').click({ position: { x: 20, y: 10 } });
    }
    await found.focus();
    await page.keyboard.press('d');
    await expect(others).toHaveAttribute('aria-expanded', 'true');
    await expect(found.getByRole('button', { name: /^One year later/ })).toHaveCount(2);
  });

  await test.step('why, and that it is not, in the data of the article', async () => {
    await goTo(page, 'Library');
    await rows.filter({ hasText: '3 carriers' }).dblclick();
    await page.getByRole('tab', { name: 'Article data' }).click();
    const same = page.getByRole('region', { name: 'Same text' });
    await expect(same.getByText(/nearly the same|a whole and a part|word for word/).first()).toBeVisible();
    await expect(same.getByRole('listitem')).toHaveCount(2);
    await same.scrollIntoViewIfNeeded();
    expect(grave(await violations())).toEqual([]);
    await same.getByRole('button', { name: 'Not the same text' }).click();
    await expect(same.getByText('You said that this article has a text of its own.')).toBeVisible();
    await same.getByRole('button', { name: 'Same text as…' }).click();
    await page.getByRole('dialog').getByRole('searchbox').fill('jihadistes');
    await page.getByRole('dialog').getByRole('menuitem').press('Enter');
    await expect(same.getByText(/^You said that it has the same text as “Face aux groupes/)).toBeVisible();
    await goTo(page, 'Library');
    await expect(page.getByText('4 articles (2 texts)')).toBeVisible();
    await saved(page);
    await page.keyboard.press('Control+z');
    await expect(page.getByText('4 articles (3 texts)')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(list.getByText('3 carriers')).toBeVisible();
  });
  expect(complaints).toEqual([]);
  await app.close();
});
