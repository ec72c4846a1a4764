import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import { CONTENT_POLICY, protectiveHeaders } from './content-policy.ts';
import { isMissing } from './files/file-system.ts';
import { isLayerOn } from './lock-down/layer.ts';
import { isOwnUrl, OWN_SCHEME, WORKBENCH_HOST } from './own-pages.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.topojson': 'application/json; charset=utf-8',
  '.geojson': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.tsv': 'text/tab-separated-values; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  // Tables of characters of the PDF library.
  '.bcmap': 'application/octet-stream',
};

/** Say what `app://` may do; has to be called before the program is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: OWN_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

/** Serve the window's page, its scripts and the resources from `appFolder`. */
export function serveApp(session: Session, appFolder: string): void {
  session.protocol.handle(OWN_SCHEME, async ({ method, url }) => {
    if (method !== 'GET') return new Response(null, { status: 405 });
    const path = isOwnUrl(url, WORKBENCH_HOST) ? locateFile(appFolder, url) : null;
    if (path === null) return notFound();
    try {
      const policy = isLayerOn('content-policy') ? CONTENT_POLICY : null;
      return new Response(new Uint8Array(await readFile(path)), {
        headers: { 'Content-Type': contentTypes[extname(path)] ?? '', ...protectiveHeaders(policy) },
      });
    } catch (error) {
      if (isMissing(error)) return notFound();
      throw error;
    }
  });
}

/** The file that `url` names below one of the two served folders; `null` for everything else. */
export function locateFile(appFolder: string, url: string): string | null {
  const path = decodedPath(url);
  if (path === null) return null;
  const segments = path.split('/').slice(1);
  const inResources = segments[0] === 'resources';
  const root = inResources ? join(appFolder, 'resources') : join(appFolder, 'out', 'renderer');
  const inside = inResources ? segments.slice(1) : path === '/' ? ['index.html'] : segments;
  // Nothing of ours begins with a dot; that covers "." and ".." too.
  if (inside.some((segment) => segment === '' || segment.startsWith('.'))) return null;
  const file = resolve(root, ...inside);
  return file.startsWith(root + sep) && extname(file) in contentTypes ? file : null;
}

function decodedPath(url: string): string | null {
  try {
    const path = decodeURIComponent(new URL(url).pathname);
    // A backslash or colon would be a path of its own on Windows.
    return /[\\:\0]/.test(path) ? null : path;
  } catch {
    return null;
  }
}

function notFound(): Response {
  return new Response(null, { status: 404, headers: protectiveHeaders(CONTENT_POLICY) });
}
