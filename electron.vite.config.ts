import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { lingui } from '@lingui/vite-plugin';
import babel from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const root = process.cwd();

/**
 * Leaflet tries out at its start whether a browser makes SVG from markup. Our content policy forbids that (Trusted
 * Types) and would stop the map; every Chromium does, so the trial is replaced by its outcome. Goes when Leaflet 2 does.
 */
function leafletWithoutMarkup() {
  const trial = "div.innerHTML = '<svg/>';";
  return {
    name: 'leaflet-without-markup',
    transform(code: string, id: string) {
      if (!id.includes('/leaflet/dist/leaflet-src')) return null;
      if (!code.includes(trial)) throw new Error('Leaflet has changed: see leafletWithoutMarkup');
      return { code: code.replace(trial, "div.append(svgCreate('svg'));"), map: null };
    },
  };
}

/** In the development server, what `app://workbench/resources/` gives in the program. */
function serveResources(): Plugin {
  return {
    name: 'serve-resources',
    configureServer({ middlewares }) {
      middlewares.use('/resources', (request, response, next) => {
        const path = resolve(root, 'resources', `.${decodeURIComponent(request.url?.split('?')[0] ?? '/')}`);
        readFile(path).then((bytes) => response.end(bytes), next);
      });
    },
  };
}

// The targets are written out: electron-vite would derive them from the newest Electron, but the program is
// built and tested on Chromium 130 / Node 20 too.
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      rolldownOptions: { input: { index: resolve(root, 'electron/main/index.ts') } },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      rolldownOptions: {
        input: { index: resolve(root, 'electron/preload/index.ts') },
        // A sandboxed preload has to be CommonJS and self-contained.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    // The module itself, not its CommonJS twin, so that the plugin reaches it in the development server too.
    resolve: { alias: [{ find: /^leaflet$/, replacement: 'leaflet/dist/leaflet-src.esm.js' }] },
    optimizeDeps: { exclude: ['leaflet'] },
    plugins: [
      leafletWithoutMarkup(),
      serveResources(),
      react(),
      babel({ plugins: ['@lingui/babel-plugin-lingui-macro'] }),
      lingui(),
    ],
    worker: { format: 'es' },
    build: {
      target: 'chrome130',
      minify: true,
      sourcemap: true,
      // Fonts, pictures and small files stay files: the content policy allows no data: for anything but pictures.
      assetsInlineLimit: 0,
      rolldownOptions: { input: resolve(root, 'renderer/index.html') },
    },
  },
});
