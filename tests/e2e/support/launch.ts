import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

export const root = resolve(import.meta.dirname, '../../..');

/** A running Liptako. */
export type Running = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** Everything the window complained of. */
  readonly complaints: string[];
  /** End every process at once, as a crash does. */
  kill(): Promise<void>;
};

/** A fresh folder for a program's data. */
export function newUserData(): string {
  return mkdtempSync(join(tmpdir(), 'liptako-'));
}

/**
 * Start the program on `userData`; resolves once the window has something to show.
 *
 * @param by What it is to be run by, such as `setpriv` with its options.
 */
export async function launch(
  userData = newUserData(),
  env: Record<string, string> = {},
  switches: readonly string[] = [],
  by: readonly string[] = [],
): Promise<Running> {
  const app = await _electron.launch({
    ...(by.length === 0 ? {} : { executablePath: runBy(by) }),
    args: ['.', '--lang=en-GB', '--log-level=3', ...switches],
    cwd: root,
    colorScheme: null,
    env: { ...(process.env as Record<string, string>), LIPTAKO_USER_DATA: userData, ...env },
  });
  const child = app.process();
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return { app, page, userData, complaints, kill: () => killTree(child) };
}

/** A script that runs Electron by another program. */
function runBy(by: readonly string[]): string {
  const electron: string = createRequire(import.meta.url)('electron');
  const script = join(mkdtempSync(join(tmpdir(), 'liptako-by-')), 'electron');
  writeFileSync(script, `#!/bin/sh\nexec ${by.join(' ')} '${electron}' "$@"\n`);
  chmodSync(script, 0o755);
  return script;
}

async function killTree(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Answer the next file dialogs: opening gives `open`, saving goes to `save`. */
export async function answerDialogs(
  app: ElectronApplication,
  answers: { open?: string[]; save?: string },
): Promise<void> {
  await app.evaluate(({ dialog }, { open, save }) => {
    if (open) dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: open });
    if (save) dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: save });
  }, answers);
}

/** The only workspace folder below `userData`. */
export function workspaceFolder(userData: string): string {
  const parent = join(userData, 'workspaces');
  const [name] = readdirSync(parent);
  if (name === undefined) throw new Error(`no workspace in ${parent}`);
  return join(parent, name);
}

/** Run a command and answer what it printed; throws with its errors when it fails. */
export async function run(command: string, args: readonly string[]): Promise<string> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let errors = '';
  child.stdout.on('data', (data) => {
    out += data;
  });
  child.stderr.on('data', (data) => {
    errors += data;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${errors}`);
  return out;
}
