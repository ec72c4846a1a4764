import { announce, runCommand } from './announce.mjs';
import { runPlaywright } from './playwright.mjs';

runCommand(async () => {
  const code = await runPlaywright('shots', process.argv.slice(2));
  if (code === 0) announce('the pictures are in out/shots');
  return code;
});
