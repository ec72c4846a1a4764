import { app } from 'electron';

/** The scheme of everything that is ours. */
export const OWN_SCHEME = 'app';

/** The host of the window's own page, its scripts and its resources. */
export const WORKBENCH_HOST = 'workbench';

/** The host of a page that is being printed; it has no scripts and sees nothing else. */
export const PRINT_HOST = 'print';

/** The page the window shows. */
export const START_PAGE = `${OWN_SCHEME}://${WORKBENCH_HOST}/`;

/** The server of `npm run dev`; never in a packaged program. */
export function devServer(): URL | null {
  const url = process.env.ELECTRON_RENDERER_URL;
  return app.isPackaged || url === undefined || url === '' ? null : new URL(url);
}

/** Whether `url` lies on `host` of our scheme. */
export function isOwnUrl(url: string, host: string): boolean {
  // Node gives no origin to schemes it does not know, so scheme and host are compared.
  const parsed = parseUrl(url);
  return parsed !== null && parsed.protocol === `${OWN_SCHEME}:` && parsed.host === host;
}

/** A URL, or `null` for what is none. (`URL.parse` is newer than the Node of our oldest runtime.) */
export function parseUrl(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}
