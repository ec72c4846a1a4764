import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

const root = resolve(import.meta.dirname, '../..');

export default defineConfig({
  testDir: import.meta.dirname,
  // Pictures that were looked at: `--update-snapshots` draws them anew, to be looked at again.
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  outputDir: resolve(root, 'out/test-results'),
  // Two cores: two programs at a time.
  workers: 2,
  fullyParallel: true,
  timeout: 180_000,
  // A machine that stalls is not a fault of the program; what passes only when tried again is listed as flaky.
  retries: process.env.CI === undefined ? 0 : 2,
  expect: { timeout: 15_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list'], ['json', { outputFile: resolve(root, 'out/e2e-results.json') }]],
  projects: [
    { name: 'e2e', testMatch: '*.spec.ts', testIgnore: ['shots.spec.ts', 'bench*.spec.ts'] },
    { name: 'shots', testMatch: 'shots.spec.ts', workers: 1, fullyParallel: false },
    { name: 'bench', testMatch: 'bench*.spec.ts', workers: 1, fullyParallel: false },
  ],
});
