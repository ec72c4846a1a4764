import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { announce, runCommand } from './announce.mjs';
import { closingLine, countPlaywright, countStep, countVitest, sumCounts } from './counts.mjs';
import { root } from './paths.mjs';
import { runPlaywright } from './playwright.mjs';
import { prepare } from './prepare.mjs';
import { packageScript, run } from './run.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */

const unitReport = join(root, 'out', 'unit-results.json');
const journeyReport = join(root, 'out', 'e2e-results.json');
const unitTests = [
  'run',
  '--config',
  'tests/vitest.config.ts',
  '--reporter=dot',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
];

// Everything `npm run check` looks at, then the journeys. A failed step does not keep the next from being looked at.
runCommand(async () => {
  await prepare();
  for (const report of [unitReport, journeyReport]) rmSync(report, { force: true });

  const form = await step('checking form and style (Biome)', '@biomejs/biome', 'bin/biome', ['check', '.']);
  const types = await step('checking types (tsc)', 'typescript', 'bin/tsc', ['-b']);
  const units = await step('unit tests (Vitest)', 'vitest', 'vitest.mjs', unitTests);
  announce('journeys in the real program (Playwright)');
  const journeys = await runPlaywright('e2e');

  const steps = [
    { name: 'form and style', counts: countStep(form, null) },
    { name: 'types', counts: countStep(types, null) },
    { name: 'unit tests', counts: countStep(units, readCounts(unitReport, countVitest)) },
    { name: 'journeys', counts: countStep(journeys, readCounts(journeyReport, countPlaywright)) },
  ];
  const sum = sumCounts(steps.map(({ counts }) => counts));
  const broken = steps.filter(({ counts }) => counts.failed > 0).map(({ name }) => name);
  if (broken.length > 0) announce(`failed: ${broken.join(', ')}; what they printed above says why`);
  if (sum.skipped > 0) announce(`skipped: ${sum.skipped}`);
  process.stdout.write(`${closingLine(sum)}\n`);
  return sum.failed > 0 ? 1 : 0;
});

/**
 * @param {string} title
 * @param {string} name
 * @param {string} script
 * @param {readonly string[]} args
 */
function step(title, name, script, args) {
  announce(title);
  return run(process.execPath, [packageScript(name, script), ...args]);
}

/**
 * @template Report
 * @param {string} file
 * @param {(report: Report) => Counts} count
 */
function readCounts(file, count) {
  return existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8'))) : null;
}
