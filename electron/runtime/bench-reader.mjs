import { runCommand } from './announce.mjs';
import { runPlaywright } from './playwright.mjs';

runCommand(() => runPlaywright('bench', ['bench-reader', ...process.argv.slice(2)]));
