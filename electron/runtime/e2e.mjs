import { runCommand } from './announce.mjs';
import { runPlaywright } from './playwright.mjs';

runCommand(() => runPlaywright('e2e', process.argv.slice(2)));
