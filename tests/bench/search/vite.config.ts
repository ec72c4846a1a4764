import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, '../../..');

/** The bench as one program for plain Node, as fast as the code that ships: nothing is looked up at run time. */
export default defineConfig({
  root,
  logLevel: 'warn',
  publicDir: false,
  // Node finds no folders and leaves out no endings, as these packages expect.
  ssr: { noExternal: ['lunr', 'lunr-languages'] },
  build: {
    ssr: resolve(import.meta.dirname, 'main.ts'),
    outDir: resolve(root, 'out/bench-search/program'),
    emptyOutDir: true,
    minify: false,
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'main.mjs', chunkFileNames: '[name].mjs' } },
  },
});
