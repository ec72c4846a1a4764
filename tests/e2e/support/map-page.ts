import { resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { build } from 'vite';
import { newUserData, root } from './launch.ts';

/** A page with a bare map, in the same Chromium, on which our own symbols are drawn beside other ways. */
export async function openMapPage(): Promise<{ app: ElectronApplication; page: Page }> {
  const app = await _electron.launch({
    args: [resolve(root, 'tests/e2e/support/bare-window.cjs'), '--log-level=3'],
    env: {
      ...(process.env as Record<string, string>),
      BARE_USER_DATA: newUserData(),
      BARE_PAGE: 'data:text/html,<!doctype html><style>body{margin:0}</style>',
    },
  });
  const page = await app.firstWindow();
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setSize(1_440, 900);
    window?.show();
  });
  const { code, css } = await bundleWays();
  await page.addStyleTag({ content: css });
  await page.evaluate(code);
  return { app, page };
}

async function bundleWays(): Promise<{ code: string; css: string }> {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: true,
      cssCodeSplit: false,
      assetsInlineLimit: 1_000_000,
      lib: { entry: resolve(root, 'tests/e2e/support/map-ways.ts'), name: 'ways', formats: ['iife'] },
    },
  });
  const parts = (Array.isArray(result) ? result : [result]).flatMap((each) =>
    'output' in each ? each.output : [],
  );
  const code = parts.flatMap((part) => (part.type === 'chunk' ? part.code : [])).join('\n');
  const css = parts.flatMap((part) =>
    part.type === 'asset' && part.fileName.endsWith('.css') ? String(part.source) : [],
  );
  if (code === '') throw new Error('the ways could not be bundled');
  return { code: `${code};0`, css: css.join('\n') };
}
