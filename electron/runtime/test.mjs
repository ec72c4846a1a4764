import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { announce, runCommand } from './announce.mjs';
import { closingLine, countPlaywright, countVitest } from './counts.mjs';
import { root } from './paths.mjs';
import { runPlaywright } from './playwright.mjs';
import { prepare } from './prepare.mjs';
import { packageScript, run } from './run.mjs';

const unitReport = join(root, 'out', 'unit-results.json');
const journeyReport = join(root, 'out', 'e2e-results.json');
const nothing = { passed: 0, failed: 1, skipped: 0 };

runCommand(async () => {
  await prepare();
  rmSync(unitReport, { force: true });
  rmSync(journeyReport, { force: true });
  const codes = [
    await step('checking the form (Biome)', '@biomejs/biome', 'bin/biome', ['check', '.']),
    await step('checking the types (tsc)', 'typescript', 'bin/tsc', ['-b']),
    await step('unit tests (Vitest)', 'vitest', 'vitest.mjs', [
      'run',
      '--config',
      'tests/vitest.config.ts',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${unitReport}`,
    ]),
  ];
  announce('journeys in the real program (Playwright)');
  codes.push(await runPlaywright('e2e'));

  const counts = [readCounts(unitReport, countVitest), readCounts(journeyReport, countPlaywright)];
  // The form and the types are tests as well: a breach must not close with "0 failed".
  for (const code of codes.slice(0, 2))
    counts.push({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 });
  process.stdout.write(`\n${closingLine(counts)}\n`);
  return codes.some((code) => code !== 0) ? 1 : 0;
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
 * @param {string} file
 * @param {(report: any) => import('./counts.mjs').Counts} count
 */
function readCounts(file, count) {
  return existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8'))) : nothing;
}
