import type { WebContents } from 'electron';
import { devServer, isOwnUrl, parseUrl, WORKBENCH_HOST } from '#main/own-pages.ts';
import type { Layer } from './layer.ts';

/** What every page gets, whoever made it, before it loads anything. */
export const contentsLayers: readonly Layer<WebContents>[] = [
  { name: 'navigation', apply: stayOnOwnPage },
  {
    name: 'windows',
    apply: (contents) => contents.setWindowOpenHandler(() => ({ action: 'deny' })),
  },
  {
    name: 'webviews',
    apply: (contents) => {
      contents.on('will-attach-webview', (event) => event.preventDefault());
    },
  },
  {
    name: 'webrtc',
    apply: (contents) => contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp'),
  },
];

function stayOnOwnPage(contents: WebContents): void {
  contents.on('will-frame-navigate', (details) => {
    if (!(details.isMainFrame && isOwnPage(details.url))) details.preventDefault();
  });
  // Both are told for what the first one misses: redirects, and links in the main frame.
  contents.on('will-navigate', (details) => {
    if (!isOwnPage(details.url)) details.preventDefault();
  });
  contents.on('will-redirect', (details) => details.preventDefault());
}

/** The page itself, so that it can reload; no other file of ours is a page. */
function isOwnPage(url: string): boolean {
  const server = devServer();
  if (server !== null && parseUrl(url)?.origin === server.origin) return true;
  const path = parseUrl(url)?.pathname;
  return isOwnUrl(url, WORKBENCH_HOST) && (path === '/' || path === '/index.html');
}
