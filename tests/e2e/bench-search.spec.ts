import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { build } from 'vite';
import { percentile } from './support/frames.ts';
import type { LoadedEngine, LoadTask, LoadTimes } from './support/index-load-worker.ts';
import { newUserData, root, run } from './support/launch.ts';

const articles = 10_000;
const rounds = 3;
const engines: readonly LoadedEngine[] = ['liptako', 'minisearch', 'lunr'];
const query = 'mali';
const folder = join(root, 'out', 'bench-search');
const program = join(folder, 'program', 'main.mjs');
const stem = `generated-1-${articles}`;

test('the first answer after a restart, from what was kept, beside MiniSearch and lunr', async () => {
  test.setTimeout(30 * 60_000);
  const isMade = existsSync(join(folder, `${stem}.json`)) && existsSync(program);
  test.skip(!isMade, 'npm run bench:search makes the articles this is measured with');
  const files = new Map<LoadedEngine, readonly string[]>();
  for (const engine of engines) files.set(engine, await indexFiles(engine));
  const server = await serve(await bundleWorker());
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const userData = newUserData();

  const first = await openPage(address, userData);
  for (const engine of engines) {
    const urls = (files.get(engine) ?? []).map((file) => `${address}${file}`);
    await work(first.page, { what: 'keep', engine, urls });
  }
  await first.app.close();

  const times = new Map<LoadedEngine, LoadTimes[]>(engines.map((engine) => [engine, []]));
  for (let round = 0; round < rounds; round++) {
    for (const engine of engines) {
      const { app, page } = await openPage(address, userData);
      const took = (await work(page, { what: 'load', engine, query })) as LoadTimes;
      expect(took.hits).toBeGreaterThan(0);
      times.get(engine)?.push(took);
      await app.close();
    }
  }
  server.close();
  report(times);
});

/** The parts of an index as they are kept: our segments, or the one JSON of a peer. Built unless they lie there. */
async function indexFiles(engine: LoadedEngine): Promise<readonly string[]> {
  const index = join(folder, `index-${engine}-${stem}`);
  if (!existsSync(index)) {
    const corpus = JSON.parse(readFileSync(join(folder, `${stem}.json`), 'utf8'));
    const task = { what: 'build', engine, corpus, indexFile: index, queriesFile: '' };
    const heap = '--max-old-space-size=12000';
    await run(process.execPath, [heap, '--expose-gc', program, '--task', JSON.stringify(task)]);
  }
  if (engine !== 'liptako') return [`index-${engine}-${stem}`];
  return splitSegments(index);
}

/** The bench keeps all segments in one file, behind a head that says how long they are. */
function splitSegments(index: string): string[] {
  const bytes = readFileSync(index);
  let from = 8 * 64;
  return Array.from({ length: bytes.readDoubleLE(0) }, (_, at) => {
    const to = from + bytes.readDoubleLE(8 * (at + 1));
    const name = `segment-${stem}-${at}`;
    writeFileSync(join(folder, name), bytes.subarray(from, to));
    from = to;
    return name;
  });
}

async function bundleWorker(): Promise<string> {
  const entry = resolve(root, 'tests/e2e/support/index-load-worker.ts');
  const result = await build({
    configFile: false,
    root,
    logLevel: 'silent',
    publicDir: false,
    build: { write: false, minify: true, lib: { entry, name: 'bench', formats: ['iife'] } },
  });
  const [one] = Array.isArray(result) ? result : [result];
  const chunk = one !== undefined && 'output' in one ? one.output[0] : undefined;
  if (chunk === undefined || chunk.type !== 'chunk') throw new Error('the worker could not be bundled');
  return chunk.code;
}

/** A page with an origin of its own, so that it has a database. */
function serve(worker: string): Promise<Server> {
  const server = createServer(({ url = '/' }, response) => {
    if (url === '/')
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>bench</title>');
    else if (url === '/worker.js') response.setHeader('content-type', 'text/javascript').end(worker);
    else createReadStream(join(folder, url.slice(1))).pipe(response);
  });
  return new Promise((ready) => {
    server.listen(0, '127.0.0.1', () => ready(server));
  });
}

async function openPage(
  address: string,
  userData: string,
): Promise<{ app: ElectronApplication; page: Page }> {
  const app = await _electron.launch({
    args: [resolve(root, 'tests/e2e/support/bare-window.cjs'), '--log-level=3'],
    env: { ...(process.env as Record<string, string>), BARE_USER_DATA: userData, BARE_PAGE: address },
  });
  return { app, page: await app.firstWindow() };
}

/** Do something in a worker of its own, as the program does. */
function work(page: Page, task: LoadTask): Promise<unknown> {
  return page.evaluate(
    (given) =>
      new Promise((done, fail) => {
        const worker = new Worker('/worker.js');
        worker.onerror = ({ message }) => fail(new Error(message));
        worker.onmessage = ({ data }) => {
          worker.terminate();
          if (data.error === undefined) done(data.answer);
          else fail(new Error(data.error));
        };
        worker.postMessage(given);
      }),
    task,
  );
}

function report(times: ReadonlyMap<LoadedEngine, readonly LoadTimes[]>): void {
  const median = (engine: LoadedEngine, of: (one: LoadTimes) => number) =>
    percentile((times.get(engine) ?? []).map(of), 0.5);
  const own = median('liptako', ({ answered }) => answered);
  const lines = engines.map((engine) => {
    const answered = median(engine, (one) => one.answered);
    const parts = [(one: LoadTimes) => one.read, (one: LoadTimes) => one.opened].map((of) =>
      Math.round(median(engine, of)),
    );
    return `| ${engine} | ${parts.join(' | ')} | ${Math.round(answered)} | ${(answered / own).toFixed(1)} |`;
  });
  const table = [
    `| ${articles.toLocaleString('en')} articles | read, ms | opened, ms | first answer, ms | times ours |`,
    '| --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
  writeFileSync(join(folder, 'cold-load.md'), `${table}\n`);
  process.stdout.write(`\n${table}\n\n`);
}
