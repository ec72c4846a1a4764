import type { Engine } from './engine.ts';

/** How an engine is reached: each in a process of its own, so that none is loaded before it is wanted. */
export type EngineEntry = {
  readonly name: string;
  /** The most articles it is given, and why. */
  readonly most?: { readonly articles: number; readonly why: string };
  load(): Promise<Engine>;
};

/** Our own engine first, then its peers. */
export const engines: readonly EngineEntry[] = [
  { name: 'liptako', load: async () => (await import('./liptako.ts')).liptakoEngine },
  { name: 'liptako-unmerged', load: async () => (await import('./liptako.ts')).unmergedEngine },
  {
    name: 'lunr',
    most: { articles: 25_000, why: 'its heap and the length of its JSON end it before 32,000' },
    load: async () => (await import('./lunr.ts')).lunrEngine,
  },
  { name: 'minisearch', load: async () => (await import('./minisearch.ts')).miniSearchEngine },
  { name: 'flexsearch', load: async () => (await import('./flexsearch.ts')).flexSearchEngine },
  {
    name: 'orama',
    most: { articles: 15_000, why: 'its JSON passes the longest string there can be' },
    load: async () => (await import('./orama.ts')).oramaEngine,
  },
  { name: 'fts5', load: async () => (await import('./fts5.ts')).fts5Engine },
];
