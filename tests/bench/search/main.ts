import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Corpus } from './article.ts';
import { type Task, work } from './child.ts';
import { generatedCorpus, realCorpus } from './corpus-files.ts';
import { engines } from './engines/all-engines.ts';
import type { Figures } from './figures.ts';
import { goalTables } from './goals.ts';
import { measureCorpus, say } from './measure-corpus.ts';
import { corpusTables } from './tables.ts';

const folder = resolve('out/bench-search');

const { values } = parseArgs({
  options: {
    /** For a process of its own only. */
    task: { type: 'string' },
    sizes: { type: 'string', default: '1000,10000' },
    peers: { type: 'string', default: engines.map(({ name }) => name).join() },
    rounds: { type: 'string', default: '3' },
    'no-real': { type: 'boolean', default: false },
    /** Where to write the figures. */
    json: { type: 'string' },
    /** Figures of an earlier run, whose corpora are shown too unless they are measured again. */
    with: { type: 'string' },
    /** Why an engine can't run here, as JSON. */
    missing: { type: 'string', default: '{}' },
  },
});

if (values.task !== undefined) await work(JSON.parse(values.task) as Task);
else await measureAll();

async function measureAll(): Promise<void> {
  const wanted = ['liptako', 'liptako-unmerged', ...values.peers.split(',')];
  const plan = { folder, wanted, rounds: Number(values.rounds), missing: JSON.parse(values.missing) };
  const corpora = [];
  for (const corpus of listCorpora()) corpora.push(await measureCorpus(corpus, plan));
  const earlier: Figures | null = values.with ? JSON.parse(readFileSync(values.with, 'utf8')) : null;
  const names = new Set(corpora.map(({ corpus }) => corpus.name));
  const figures: Figures = {
    machine: `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}`,
    rounds: plan.rounds,
    corpora: [...(earlier?.corpora.filter(({ corpus }) => !names.has(corpus.name)) ?? []), ...corpora],
  };
  if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(figures, null, 2));
  process.stdout.write(`${[...figures.corpora.map(corpusTables), goalTables(figures)].join('\n\n')}\n`);
}

function listCorpora(): Corpus[] {
  const corpora = values.sizes
    .split(',')
    .map(Number)
    .filter((size) => size > 0)
    .map((size) => {
      say(`the corpus of ${size} articles`);
      return generatedCorpus(folder, size);
    });
  return values['no-real'] ? corpora : [...corpora, realCorpus(folder)];
}
