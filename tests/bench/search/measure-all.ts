import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Corpus } from './article.ts';
import { generatedCorpus, realCorpus } from './corpus-files.ts';
import { engines } from './engines/all-engines.ts';
import type { CorpusFigures, Figures } from './figures.ts';
import { goalTables } from './goals.ts';
import { measureCorpus, say } from './measure-corpus.ts';
import { corpusTables } from './tables.ts';

const folder = resolve('out/bench-search');

const options = {
  sizes: { type: 'string', default: '1000,10000' },
  'no-real': { type: 'boolean', default: false },
  /** All there are unless named. */
  peers: { type: 'string' },
  rounds: { type: 'string', default: '3' },
  /** Where to write the figures. */
  json: { type: 'string' },
  /** Figures of an earlier run, whose corpora are shown too unless they are measured again. */
  with: { type: 'string' },
  /** Put the tables into the README. */
  readme: { type: 'boolean', default: false },
  /** Why an engine can't run here, by its name; as JSON. */
  missing: { type: 'string', default: '{}' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

/** Measure what the arguments ask for, print the tables, write the figures. */
export async function measureAll(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options });
  const names = engines.map(({ name }) => name);
  const peers = values.peers?.split(',') ?? names;
  const wanted = names.filter((name) => name.startsWith('liptako') || peers.includes(name));
  const plan = { folder, wanted, rounds: Number(values.rounds), missing: JSON.parse(values.missing) };
  const corpora: CorpusFigures[] = [];
  for (const corpus of listCorpora(values)) corpora.push(await measureCorpus(corpus, plan));
  const figures: Figures = {
    machine: `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}`,
    rounds: plan.rounds,
    corpora: [...earlierCorpora(values, corpora), ...corpora],
  };
  if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(figures, null, 2));
  process.stdout.write(`${[...figures.corpora.map(corpusTables), goalTables(figures)].join('\n\n')}\n`);
  if (values.readme) writeReadme(figures);
}

const [begin, end] = ['<!-- bench:search -->', '<!-- /bench:search -->'];

/** The tables stand in the README between two marks. */
function writeReadme(figures: Figures): void {
  const readme = readFileSync('README.md', 'utf8');
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
  if (from === -1 || to === -1) throw new Error(`README.md has no ${begin} or no ${end}`);
  const how = `Measured on ${figures.machine}; medians of ${figures.rounds} rounds.`;
  const section = [how, ...figures.corpora.map(corpusTables), goalTables(figures)].join('\n\n');
  writeFileSync('README.md', `${readme.slice(0, from + begin.length)}\n${section}\n${readme.slice(to)}`);
}

function listCorpora(values: Values): Corpus[] {
  const sizes = values.sizes.split(',').map(Number);
  const generated = sizes
    .filter((size) => size > 0)
    .map((size) => {
      say(`the corpus of ${size} articles`);
      return generatedCorpus(folder, size);
    });
  return values['no-real'] ? generated : [...generated, realCorpus(folder)];
}

function earlierCorpora(values: Values, measured: readonly CorpusFigures[]): readonly CorpusFigures[] {
  if (values.with === undefined) return [];
  const earlier: Figures = JSON.parse(readFileSync(values.with, 'utf8'));
  const anew = new Set(measured.map(({ corpus }) => corpus.name));
  return earlier.corpora.filter(({ corpus }) => !anew.has(corpus.name));
}
