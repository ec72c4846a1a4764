import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectBlocks } from '#core/import/collect-blocks.ts';
import { detectLanguage } from '#core/import/detect-language.ts';
import { scanHtml } from '#core/import/scan-html.ts';
import { scoreDamage } from './score.ts';

const folder = process.argv[2];
if (folder === undefined || !existsSync(folder)) {
  console.error('Name a folder of texts: npm run bench:damage -- <readability>/test/test-pages');
  process.exit(1);
}

/** In characters: a text of any length has something to be damaged. */
const shortest = 1500;
/** One place damaged in about so many characters: a dozen on a page of 5 KB, as in the worst of the seeds. */
const every = 400;

const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /expected\.html$|\.txt$/.test(name))
  .sort()
  .map((name) => textOf(name, readFileSync(join(folder, name), 'utf8')));

for (const language of ['en', 'fr'] as const) {
  const own = texts.filter((text) => text.length > shortest && detectLanguage(text, []).value === language);
  const { words, byWay, marked, true: hits, before, others } = scoreDamage(own, every);
  const counts = [...byWay];
  const done = counts.reduce((sum, [, count]) => sum + count.done, 0);
  const found = counts.reduce((sum, [, count]) => sum + count.found, 0);
  console.log(`\n${language}: ${own.length} texts of ${words} words`);
  console.log(`recall ${found} of ${done} (${percent(found, done)})`);
  console.log(`precision ${hits} of ${marked} (${percent(hits, marked)})`);
  console.log(
    `marked before anything was damaged: ${before}, ${((before / words) * 1000).toFixed(2)} in 1,000 words`,
  );
  for (const [way, count] of counts)
    console.log(`  ${way.padEnd(20)} ${count.found} of ${count.done} (${percent(count.found, count.done)})`);
  if (process.argv.includes('--others')) for (const one of others) console.log(`  ${JSON.stringify(one)}`);
}

function textOf(name: string, content: string): string {
  if (name.endsWith('.txt')) return content.normalize('NFC').replaceAll('\r\n', '\n');
  const collector = collectBlocks();
  scanHtml(content, collector);
  return collector
    .finish()
    .map(({ text }) => text)
    .join('\n');
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((part / whole) * 100).toFixed(0)} %`;
}
