import { type BrowserWindow, dialog } from 'electron';
import type { Words } from './words.ts';

/** A second crash within this time is not answered by loading the page again unasked. */
const SOON_MS = 60_000;

/** When the page's process dies, load the page again and say so; when it dies again soon, ask first. */
export function reviveWindow(window: BrowserWindow, words: () => Words, load: () => void): void {
  let lastCrash = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const soon = Date.now() - lastCrash < SOON_MS;
    lastCrash = Date.now();
    if (soon) {
      void askToReload(window, words(), load);
      return;
    }
    load();
    void dialog.showMessageBox(window, {
      type: 'warning',
      message: words().crashed,
      detail: words().crashedDetail,
    });
  });
}

async function askToReload(window: BrowserWindow, words: Words, load: () => void): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: words.crashedTwice,
    detail: words.crashedDetail,
    buttons: [words.reload, words.quit],
    defaultId: 0,
    cancelId: 1,
  });
  if (response === 0) load();
  else window.destroy();
}
