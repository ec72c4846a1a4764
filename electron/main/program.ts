import { app, type BrowserWindow, dialog } from 'electron';
import { lockProcess } from './lock-down.ts';
import { registerAppScheme } from './serve-app.ts';
import { wordsOf } from './words.ts';
import type { Workspaces } from './workspaces/workspaces.ts';

/**
 * Say everything that has to be said before the program is ready.
 *
 * @returns whether this is the first program on its data; a second one only wakes the first.
 */
export function prepareProgram(): boolean {
  lockProcess();
  registerAppScheme();
  const userData = process.env.LIPTAKO_USER_DATA;
  if (!app.isPackaged && userData) app.setPath('userData', userData);
  return app.requestSingleInstanceLock();
}

/** Show the window when the program is started a second time. What that start brought along is not looked at. */
export function wakeOnSecondStart(window: BrowserWindow): void {
  app.on('second-instance', () => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
}

/** End with the window, but not before the journal has written what is queued. */
export function endWith(workspaces: Workspaces): void {
  let written = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (written) return;
    event.preventDefault();
    workspaces
      .close()
      .catch((error: unknown) => process.stderr.write(`${String(error)}\n`))
      .finally(() => {
        written = true;
        app.quit();
      });
  });
}

/** Say why the program can't go on, and end it. */
export function endOnFailure(running: Promise<void>): void {
  running.catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    const words = wordsOf(app.getLocale().startsWith('fr') ? 'fr' : 'en');
    dialog.showErrorBox(words.failed, error instanceof Error ? error.message : String(error));
    app.exit(1);
  });
}
