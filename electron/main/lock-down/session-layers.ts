import type { Session } from 'electron';
import { devServer, isOwnUrl, OWN_SCHEME, PRINT_HOST, parseUrl, WORKBENCH_HOST } from '#main/own-pages.ts';
import type { Layer } from './layer.ts';

/** A proxy that is not there: what gets past every other layer ends here, WebRTC over TCP included. */
export const BLACK_HOLE = 'socks5://127.0.0.1:9';

/** What every session gets before anything is loaded in it. */
export const sessionLayers: readonly Layer<Session>[] = [
  { name: 'spelling', apply: askForNoDictionary },
  { name: 'permissions', apply: denyPermissions },
  { name: 'devices', apply: (session) => session.setDevicePermissionHandler(() => false) },
  { name: 'display-media', apply: denyScreens },
  { name: 'requests', apply: cancelForeignRequests },
  { name: 'downloads', apply: cancelDownloads },
  { name: 'proxy', apply: throwIntoBlackHole },
];

/** Chromium fetches a dictionary at start even for windows without spell checking; no option of a window stops it. */
function askForNoDictionary(session: Session): void {
  session.setSpellCheckerLanguages([]);
}

/** Only the promise not to evict our storage is given; it makes IndexedDB no less local. */
function denyPermissions(session: Session): void {
  const isGranted = (permission: string) => permission === 'persistent-storage';
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(isGranted(permission)));
  session.setPermissionCheckHandler((_contents, permission) => isGranted(permission));
}

function denyScreens(session: Session): void {
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
}

function cancelForeignRequests(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayBeRequested(url) }));
}

/** Files are written by `saveFile`, where the analyst says; nothing else puts one on the disk. */
function cancelDownloads(session: Session): void {
  session.on('will-download', (event) => event.preventDefault());
}

function throwIntoBlackHole(session: Session): Promise<void> {
  const server = devServer();
  // Without "<-loopback>" Chromium talks to this machine's own addresses directly.
  const proxyBypassRules = ['<-loopback>', ...(server ? [server.host] : [])].join(';');
  return session.setProxy({ mode: 'fixed_servers', proxyRules: BLACK_HOLE, proxyBypassRules });
}

/** Whether a page may ask for `url`: its own scheme, bytes it holds itself, and the server of `npm run dev`. */
export function mayBeRequested(url: string, server: URL | null = devServer()): boolean {
  if (url.startsWith('data:') || url.startsWith(`blob:${OWN_SCHEME}://${WORKBENCH_HOST}/`)) return true;
  if (isOwnUrl(url, WORKBENCH_HOST) || isOwnUrl(url, PRINT_HOST)) return true;
  if (server === null) return false;
  const parsed = parseUrl(url);
  const protocols = ['http:', 'ws:', 'devtools:', 'blob:'];
  return (
    parsed !== null &&
    protocols.includes(parsed.protocol) &&
    (parsed.host === server.host || parsed.protocol === 'devtools:')
  );
}
