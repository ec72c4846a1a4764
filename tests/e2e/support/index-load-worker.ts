import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { createSearchIndex } from '#core/search/index/create-search-index.ts';
import { openSegment } from '#core/search/index/open-segment.ts';
import { parseQuery } from '#core/search/query/parse-query.ts';
import { openSegmentStore } from '#storage/segment-store.ts';

/** Whose index it is. */
export type LoadedEngine = 'liptako' | 'minisearch' | 'lunr';

/** What the worker of the bench is told: keep the parts of an index, or load what was kept and ask it something. */
export type LoadTask =
  | { readonly what: 'keep'; readonly engine: LoadedEngine; readonly urls: readonly string[] }
  | { readonly what: 'load'; readonly engine: LoadedEngine; readonly query: string };

/** Milliseconds. */
export type LoadTimes = {
  readonly read: number;
  readonly opened: number;
  readonly answered: number;
  readonly hits: number;
};

const patienceMs = 120_000;

addEventListener('message', ({ data }: MessageEvent<LoadTask>) => {
  const work = data.what === 'keep' ? keep(data.engine, data.urls) : load(data.engine, data.query);
  work.then(
    (answer) => postMessage({ answer }),
    (error) => postMessage({ error: String(error) }),
  );
});

/** All are kept in the program's own store, in chunks below 64 KiB. */
async function keep(engine: LoadedEngine, urls: readonly string[]): Promise<null> {
  const store = await openSegmentStore(`bench-${engine}`, patienceMs);
  for (const url of urls) {
    const bytes = await (await fetch(url)).arrayBuffer();
    await store.put({ bytes, version: '1', documents: 1 }, []);
  }
  store.close();
  return null;
}

async function load(engine: LoadedEngine, query: string): Promise<LoadTimes> {
  const started = performance.now();
  const store = await openSegmentStore(`bench-${engine}`, patienceMs);
  const parts: ArrayBuffer[] = [];
  for (const kept of await store.list()) parts.push(await store.read(kept));
  const read = performance.now() - started;
  const ask = openers[engine](parts);
  const opened = performance.now() - started;
  const hits = ask(query);
  return { read, opened, answered: performance.now() - started, hits };
}

/** Make an index of what was kept; answers what tells how many articles a query finds. */
const openers: Readonly<Record<LoadedEngine, (parts: readonly ArrayBuffer[]) => (query: string) => number>> =
  {
    liptako: (parts) => {
      const index = createSearchIndex();
      for (const part of parts) index.attach(openSegment(part));
      return (query) => index.find(parseQuery(query)).total;
    },
    minisearch: (parts) => {
      const index = MiniSearch.loadJSON(textOf(parts), { fields: ['title', 'text'] });
      return (query) => index.search(query).length;
    },
    lunr: (parts) => {
      const index = lunr.Index.load(JSON.parse(textOf(parts)));
      return (query) => index.search(query).length;
    },
  };

function textOf(parts: readonly ArrayBuffer[]): string {
  const decoder = new TextDecoder();
  return parts.map((part) => decoder.decode(part)).join('');
}
