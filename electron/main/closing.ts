import type { BrowserWindow } from 'electron';

/** How long a window may keep the program from closing. */
const PATIENCE_MS = 3_000;

/**
 * Let the window keep what is in its boxes before it goes: `ask` it, wait for `finish`, but no longer than three
 * seconds and not at all when it has crashed.
 */
export function closePolitely(window: BrowserWindow, ask: () => void): { finish(): void } {
  let asked = false;
  const destroy = () => {
    if (!window.isDestroyed()) window.destroy();
  };
  window.on('close', (event) => {
    if (window.webContents.isCrashed() || window.webContents.isDestroyed()) return;
    event.preventDefault();
    if (asked) return;
    asked = true;
    ask();
    const impatience = setTimeout(destroy, PATIENCE_MS);
    window.once('closed', () => clearTimeout(impatience));
  });
  return {
    // In the next turn, so that the answer to the request still goes out.
    finish: () => {
      if (asked) setImmediate(destroy);
    },
  };
}
