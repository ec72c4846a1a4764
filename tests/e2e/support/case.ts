import type { Page } from '@playwright/test';
import { launch, type Running } from './launch.ts';
import { markByMouse, openArticle } from './reading.ts';
import { importSeeds, opened, saved } from './workbench.ts';
import { addBlock, cite, quote, startBrief } from './writing.ts';

/** Passages of the seeds; the last one has accents. */
export const attack = 'Armed men arrived on motorbikes and shot at everything which moved';
export const witness = 'shot at everything which moved,” a local official said to France 24';
export const losses = 'Début août, 42 soldats maliens ont été tués dans une attaque à Tesit';

export const briefTitle = 'Raids à la frontière – Mali & Niger';

/** Start the program anew and bring the five seeds in. */
export async function launchWithSeeds(userData?: string): Promise<Running> {
  const running = await launch(userData);
  await opened(running.page);
  await importSeeds(running.page);
  return running;
}

/** Mark three passages in two articles, two of which overlap. */
export async function markPassages(page: Page): Promise<void> {
  await openArticle(page, 'ambition to control');
  await markByMouse(page, attack, 'attack / attack on civilians');
  await markByMouse(page, witness, 'statement / attribution');
  await openArticle(page, 'Face aux groupes jihadistes');
  await markByMouse(page, losses, 'casualties / killed');
}

/** Write a brief with every kind of block: a heading, a cited paragraph, a quote, a map and a table. */
export async function writeBrief(page: Page): Promise<void> {
  await startBrief(page, briefTitle);
  await page.getByRole('textbox', { name: 'Author' }).fill('Desk Liptako');
  const heading = await addBlock(page, 'Heading');
  await heading.getByRole('textbox').fill('What happened');
  const paragraph = await addBlock(page, 'Paragraph');
  await paragraph
    .getByRole('textbox')
    .fill('Men on motorbikes fired at villagers; the dead were not counted ');
  await cite(page, witness);
  await quote(page, losses);
  await quote(page, attack);
  const map = await addBlock(page, 'Map');
  await map.getByRole('textbox', { name: 'Caption of the map' }).fill('Where it happened');
  const table = await addBlock(page, 'Table');
  await table.getByRole('textbox', { name: 'Caption of the table' }).fill('All that is marked');
  await saved(page);
}
