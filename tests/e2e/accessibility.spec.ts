import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { attack, launchWithSeeds, markPassages, writeBrief } from './support/case.ts';
import { launch, type Running } from './support/launch.ts';
import { acceptPlace } from './support/placing.ts';
import { articleText, openArticle, selectByMouse } from './support/reading.ts';
import { goTo, opened, workspaceCommand } from './support/workbench.ts';

/** What is laid over a screen, and how it gets there. */
const views: Record<string, (page: Page) => Promise<void>> = {
  library: (page) => goTo(page, 'Library'),
  reader: (page) => openArticle(page, 'ambition to control'),
  'chosen highlight': async (page) => {
    await page
      .getByRole('list', { name: 'Highlights of this article' })
      .getByRole('button', { name: attack })
      .click();
  },
  picker: (page) => selectByMouse(page, 'Civilians continue to pay with their lives.'),
  'find bar': async (page) => {
    await page.keyboard.press('Escape');
    await articleText(page).click({ position: { x: 5, y: 5 } });
    await page.keyboard.press('Control+f');
    await page.keyboard.type('border');
    await expect(page.getByRole('textbox', { name: 'Find in the article' })).toHaveValue('border');
  },
  codebook: (page) => page.getByRole('tab', { name: 'Codebook' }).click(),
  places: (page) => page.getByRole('tab', { name: 'Places' }).click(),
  'article data': (page) => page.getByRole('tab', { name: 'Article data' }).click(),
  search: async (page) => {
    await page.getByRole('searchbox', { name: 'Search everything' }).fill('menaka');
    await expect(page.getByText('2 articles')).toBeVisible();
  },
  map: async (page) => {
    await page.getByRole('button', { name: 'Clear the search' }).click();
    await goTo(page, 'Map');
    await expect(page.locator('.leaflet-pins-pane path').first()).toBeVisible();
  },
  'places to decide': (page) => page.getByRole('tab', { name: /^To decide/ }).click(),
  timeline: (page) => goTo(page, 'Timeline'),
  analysis: (page) => goTo(page, 'Analysis'),
  brief: (page) => goTo(page, 'Brief'),
  'a menu': async (page) => {
    await page.getByRole('button', { name: 'Export' }).click();
    await expect(page.getByRole('menuitem', { name: 'PDF' })).toBeVisible();
  },
  'command palette': async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+P');
    await expect(page.getByRole('dialog', { name: 'Run a command' })).toBeVisible();
  },
  ...Object.fromEntries(
    [
      ['History of all edits', 'History'],
      ['Activity log', 'Activity log'],
      ['About Liptako', 'About Liptako'],
      ['Paste an article…', 'Paste an article'],
    ].map(([command = '', title = '']) => [
      title,
      async (page: Page) => {
        await page.keyboard.press('Escape');
        await workspaceCommand(page, command);
        await expect(page.getByRole('dialog', { name: title })).toBeVisible();
      },
    ]),
  ),
  shortcuts: (page) => overlay(page, 'Keyboard shortcuts'),
  settings: (page) => overlay(page, 'Settings'),
};

const looks = [
  { theme: 'light', textSize: 100 },
  { theme: 'dark', textSize: 100 },
  { theme: 'light', textSize: 200 },
] as const;

for (const look of looks) {
  test(`no screen bars anyone: ${look.theme} theme, text at ${look.textSize} %`, async () => {
    test.setTimeout(5 * 60_000);
    const running = await launchWithSeeds();
    const { page } = running;
    await markPassages(page);
    await openArticle(page, 'ambition to control');
    await acceptPlace(page, 'Ménaka');
    await writeBrief(page);
    await wear(page, look);
    for (const [name, show] of Object.entries(views)) {
      await show(page);
      expect.soft(await violations(page), name).toEqual([]);
    }
    await close(running);
  });
}

test('nor does the first start', async () => {
  const running = await launch();
  await opened(running.page);
  for (const look of looks) {
    await wear(running.page, look);
    expect.soft(await violations(running.page), `${look.theme} ${look.textSize}`).toEqual([]);
  }
  await close(running);
});

async function wear(page: Page, { theme, textSize }: (typeof looks)[number]): Promise<void> {
  await page.evaluate(
    (preferences) => localStorage.setItem('liptako.preferences', JSON.stringify(preferences)),
    { theme, textSize, language: 'en' },
  );
  await page.reload();
  await opened(page);
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
}

async function overlay(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('banner').getByRole('button', { name }).click();
  await expect(page.getByRole('dialog', { name })).toBeVisible();
}

/**
 * What axe finds serious or critical, each with the elements it means. The list of commands scrolls along with the
 * arrow keys of the box above it, which axe knows of comboboxes alone.
 */
async function violations(page: Page): Promise<string[]> {
  // Colours and opacity have come to rest.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  const { violations: found } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found
    .map((each) => ({
      ...each,
      nodes: each.nodes.filter(({ html }) => !html.includes('aria-label="Commands"')),
    }))
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 160)}`),
    );
}

async function close({ app }: Running): Promise<void> {
  await app.close();
}
