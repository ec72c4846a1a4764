import type { Desktop } from '#shared/ipc.ts';

declare global {
  interface Window {
    readonly desktop: Desktop;
  }
}

/** The one door to the main process. */
export function desktop(): Desktop {
  return window.desktop;
}
