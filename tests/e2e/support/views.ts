import { expect, type Page } from '@playwright/test';
import { attack } from './case.ts';
import { articleText, openArticle, selectByMouse } from './reading.ts';
import { goTo, opened, workspaceCommand } from './workbench.ts';

/** How each view comes up, in this order: each begins where the one before it ended. */
const ways: Record<string, (page: Page) => Promise<void>> = {
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
    await articleText(page).focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+f');
    await page.keyboard.type('border');
    await expect(page.getByRole('textbox', { name: 'Find in the article' })).toHaveValue('border');
  },
  codebook: (page) =>
    page.getByRole('tablist', { name: 'Inspector' }).getByRole('tab', { name: 'Codebook' }).click(),
  places: (page) => page.getByRole('tab', { name: 'Places' }).click(),
  'who and when': (page) => page.getByRole('tab', { name: 'Who and when' }).click(),
  memos: (page) => page.getByRole('tab', { name: 'Memos', exact: true }).last().click(),
  'article data': (page) => page.getByRole('tab', { name: 'Article data' }).click(),
  'similar articles': async (page) => {
    await page.getByRole('button', { name: 'Articles like this one' }).click();
    await expect(page.getByRole('list', { name: 'Found by these words' })).toBeVisible();
  },
  'text read again': async (page) => {
    await page
      .getByRole('region', { name: 'Similar articles' })
      .getByRole('button', { name: 'Close' })
      .click();
    await page.getByRole('button', { name: 'Read the text again…' }).click();
    await expect(page.getByRole('dialog').getByText('The text comes out as it is')).toBeVisible();
  },
  search: async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('searchbox', { name: 'Search everything' }).fill('menaka');
    await expect(page.getByText('2 articles')).toBeVisible();
  },
  'saved search': async (page) => {
    if ((await page.getByRole('button', { name: 'Save this search' }).count()) > 0) {
      await page.getByRole('button', { name: 'Save this search' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    }
    await page.getByRole('button', { name: /^Saved as/ }).click();
    await expect(page.getByRole('heading', { name: 'menaka' })).toBeVisible();
  },
  map: async (page) => {
    await page.getByRole('button', { name: 'Clear the search' }).click();
    await goTo(page, 'Map');
    await expect(page.locator('.leaflet-pins-pane path').first()).toBeVisible();
  },
  'points of the map': async (page) => {
    await page.getByRole('button', { name: 'List what the map shows' }).click();
    await expect(page.getByRole('region', { name: 'Points of the map' })).toBeVisible();
  },
  'places to decide': (page) => page.getByRole('tab', { name: /^To decide/ }).click(),
  'tracks and areas': async (page) => {
    await page.getByRole('tab', { name: 'Tracks and areas' }).click();
    const panel = page.getByRole('tabpanel', { name: 'Tracks and areas' });
    if ((await panel.getByRole('button', { name: /^Track 1/ }).count()) === 0) {
      await panel.getByRole('button', { name: 'Begin without the mouse' }).click();
      await page.getByRole('menuitem', { name: 'New track from names or coordinates' }).click();
      for (const name of ['Gao', 'Kidal']) {
        await panel.getByRole('searchbox', { name: 'Add a waypoint' }).fill(name);
        await panel.getByRole('option', { name }).first().click();
        await expect(panel.getByRole('button', { name: new RegExp(`^\\d\\. ${name}`) })).toBeVisible();
      }
    }
    await expect(panel.getByRole('button', { name: /^Track 1/ })).toBeVisible();
  },
  'window of a place': async (page) => {
    const finder = page.getByRole('region', { name: 'Gazetteer' });
    await finder.getByRole('searchbox', { name: 'Find a place on the map' }).fill('tesit');
    await finder
      .getByRole('option', { name: /^Tessit/ })
      .first()
      .click();
    await finder.getByRole('button', { name: 'Correct or add to Tessit' }).click();
    await expect(page.getByRole('dialog', { name: 'Tessit' })).toBeVisible();
  },
  'area to select': async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Put away' }).click();
    await page.getByRole('tab', { name: 'Selected area' }).click();
  },
  'counts by region': async (page) => {
    await page.getByRole('button', { name: /Counts by unit/ }).click();
    await page.getByRole('option', { name: 'Count by region' }).click();
    await expect(page.getByRole('region', { name: 'Counts', exact: true })).toBeVisible();
  },
  'narrowed by tag': async (page) => {
    await page.getByRole('button', { name: /^Tag/ }).click();
    await expect(page.getByRole('dialog', { name: 'Tag' })).toBeVisible();
  },
  'own layers': async (page) => {
    await page.keyboard.press('Escape');
    await goTo(page, 'Map');
    await page.getByRole('tab', { name: 'Layers' }).click();
    const layers = page.getByRole('tabpanel', { name: 'Layers' });
    const square = [-1, 15, 2, 15, 2, 17, -1, 15];
    const ring = [0, 2, 4, 6].map((at) => square.slice(at, at + 2));
    const buffer = Buffer.from(JSON.stringify({ type: 'Polygon', coordinates: [ring] }));
    if ((await layers.getByRole('listitem').count()) === 0)
      await layers
        .locator('input[type=file]')
        .setInputFiles({ name: 'survey.geojson', mimeType: 'application/json', buffer });
    await expect(layers.getByRole('listitem')).toContainText('1 shape');
  },
  timeline: async (page) => {
    await page.keyboard.press('Escape');
    await goTo(page, 'Timeline');
  },
  analysis: (page) => goTo(page, 'Analysis'),
  ...Object.fromEntries(
    ['Quotations', 'Co-occurrence', 'Tags × …', 'Coverage', 'Agreement'].map((name) => [
      `analysis, ${name}`,
      async (page: Page) => {
        await page.getByRole('tab', { name }).click();
        await expect(page.getByRole('tabpanel', { name })).toBeVisible();
      },
    ]),
  ),
  'events screen': (page) => goTo(page, 'Events'),
  'actors screen': async (page) => {
    await goTo(page, 'Actors');
    const list = page.getByRole('listbox', { name: 'Actors' });
    await list.getByRole('option', { name: /^Group for the Support of Islam/ }).click();
    await expect(page.getByRole('article', { name: /^Group for the Support of Islam/ })).toBeVisible();
  },
  'codebook screen': (page) => goTo(page, 'Codebook'),
  'memos screen': (page) => goTo(page, 'Memos'),
  'a memo': async (page) => {
    await goTo(page, 'Memos');
    if ((await page.getByRole('option', { name: /road to Ménaka/ }).count()) === 0) {
      await page.getByRole('button', { name: 'New memo' }).first().click();
      await page.getByRole('textbox', { name: 'Memo', exact: true }).fill('Who holds the road to Ménaka?');
    }
    await page.getByRole('option', { name: /road to Ménaka/ }).click();
    await expect(page.getByRole('textbox', { name: 'Memo', exact: true })).toHaveValue(/Ménaka/);
  },
  concordance: async (page) => {
    await goTo(page, 'Search');
    await page.getByRole('tab', { name: 'Concordance' }).click();
    const box = page.getByRole('searchbox', { name: 'Every place of' });
    await box.fill('JNIM OR mali');
    await box.press('Enter');
    await expect(page.getByRole('grid', { name: 'Lines' }).getByRole('row').first()).toBeVisible();
  },
  'lines to tag': async (page) => {
    await page.getByRole('checkbox', { name: 'Pick all' }).check();
    await page.getByRole('button', { name: 'Highlight and tag…' }).click();
    await page.getByRole('combobox', { name: 'Tag for all lines' }).fill('place');
    await page.keyboard.press('Enter');
    await expect(page.getByText(/new highlights?$/)).toBeVisible();
  },
  'list of names': async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Batch' }).click();
    const box = page.getByRole('textbox', { name: /^What to search/ });
    await box.fill('JNIM\nWagner\nwagner\n# who\nMénaka\nzyzzyva');
    await expect(page.getByText('4 names to search')).toBeVisible();
  },
  'names by article': async (page) => {
    await page.getByRole('button', { name: 'Search 4 names' }).click();
    await expect(page.getByRole('grid', { name: 'Articles and names' })).toBeVisible();
  },
  'choice to compare': async (page) => {
    await openArticle(page, 'ambition to control');
    await page.getByRole('button', { name: 'Compare with another article' }).click();
    await expect(page.getByText('No other article shares passages with the open one.')).toBeVisible();
  },
  'two articles': async (page) => {
    await page
      .getByRole('dialog')
      .getByRole('menuitem', { name: /Kidal region/ })
      .click();
    await expect(page.getByText('0 sentences the same')).toBeVisible();
  },
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
      ['Import files…', 'Import articles'],
      ['List of imports', 'List of imports'],
      ['Activity log', 'Activity log'],
      ['About Liptako', 'About Liptako'],
      ['Paste an article…', 'Paste an article'],
      ['Export the coding…', 'Export the coding'],
      ['Export events and places…', 'Export events and places'],
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

/** Every screen, and the main things that are laid over one, by name; on the case of `case.ts`. */
export const views = Object.entries(ways);

/** How the program looks to the analyst. */
export type Look = {
  readonly theme: 'light' | 'dark';
  readonly textSize: 90 | 100 | 200;
  readonly language?: 'en' | 'fr';
};

/** Start the window anew with these preferences. */
export async function wear(page: Page, { theme, textSize, language = 'en' }: Look): Promise<void> {
  await page.evaluate(
    (preferences) => localStorage.setItem('liptako.preferences', JSON.stringify(preferences)),
    { theme, textSize, language },
  );
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  if (language === 'en') await opened(page);
  else await expect(page.getByRole('tablist').first()).toBeVisible();
}

async function overlay(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('banner').getByRole('button', { name }).click();
  await expect(page.getByRole('dialog', { name })).toBeVisible();
}
