import { resolve } from 'node:path';
import { lingui } from '@lingui/vite-plugin';
import babel from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = process.cwd();

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
    plugins: [react(), babel({ plugins: ['@lingui/babel-plugin-lingui-macro'] }), lingui()],
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
