import type { BrowserWindow } from 'electron';

/** How long a window may keep the program from closing. */
const PATIENCE_MS = 3_000;

/** What closing needs of a window. */
export type ClosingWindow = Pick<BrowserWindow, 'isDestroyed' | 'destroy' | 'once'> & {
  readonly webContents: Pick<BrowserWindow['webContents'], 'isCrashed' | 'isDestroyed'>;
  on(name: 'close', listener: (event: { preventDefault(): void }) => void): unknown;
};

/**
 * Let the window keep what is in its boxes before it goes: `ask` it and wait for its answer, but no longer than three
 * seconds and not at all when it has crashed. It may answer that it has to stay, with what could not be kept, until
 * it is closed again or says that it may go.
 */
export function closePolitely(
  window: ClosingWindow,
  ask: () => void,
): { answer(how: { mayClose: boolean }): void } {
  let wasAsked = false;
  let isWaiting = false;
  let impatience: ReturnType<typeof setTimeout> | undefined;
  const destroy = () => {
    if (!window.isDestroyed()) window.destroy();
  };
  window.on('close', (event) => {
    if (window.webContents.isCrashed() || window.webContents.isDestroyed()) return;
    event.preventDefault();
    if (isWaiting) return;
    wasAsked = true;
    isWaiting = true;
    ask();
    impatience = setTimeout(destroy, PATIENCE_MS);
  });
  window.once('closed', () => clearTimeout(impatience));
  return {
    answer: ({ mayClose }) => {
      if (!wasAsked) return;
      isWaiting = false;
      clearTimeout(impatience);
      // In the next turn, so that the answer to the request still goes out.
      if (mayClose) setImmediate(destroy);
    },
  };
}
