import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { launchWithSeeds, markPassages, writeBrief } from './support/case.ts';
import { launch, type Running } from './support/launch.ts';
import { acceptPlace } from './support/placing.ts';
import { openArticle } from './support/reading.ts';
import { views, wear } from './support/views.ts';
import { opened } from './support/workbench.ts';

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
    for (const [name, show] of views) {
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

/**
 * What axe finds serious or critical, each with the elements it means. Lists that scroll along
 * with the arrow keys of the box above them are left out: axe knows of comboboxes alone.
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
      nodes: each.nodes.filter(({ html }) => !isLedByItsBox(html)),
    }))
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 160)}`),
    );
}

function isLedByItsBox(html: string): boolean {
  return html.includes('role="menu"') && /aria-label="(Commands|Articles|Found)"/.test(html);
}

async function close({ app }: Running): Promise<void> {
  await app.close();
}
