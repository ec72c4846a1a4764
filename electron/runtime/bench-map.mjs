import { runCommand } from './announce.mjs';
import { runPlaywright } from './playwright.mjs';

runCommand(() => runPlaywright('bench', ['bench-map', ...process.argv.slice(2)]));
