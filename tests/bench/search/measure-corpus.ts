import { fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from './article.ts';
import type { Report, Task } from './child.ts';
import { readArticles } from './corpus-files.ts';
import { type EngineEntry, engines } from './engines/all-engines.ts';
import {
  type BuildFigures,
  type CorpusFigures,
  type EngineFigures,
  medianOf,
  type UseFigures,
} from './figures.ts';
import { makeQueries } from './query-classes.ts';

/** What is measured, and how often. */
export type Plan = {
  readonly folder: string;
  /** Names of engines. */
  readonly wanted: readonly string[];
  readonly rounds: number;
  /** Why an engine can't run here, by its name. */
  readonly missing: Readonly<Record<string, string>>;
};

type Round = { readonly build: BuildFigures; readonly use: UseFigures };

/** Measure every engine with a corpus, in rounds, so that a busy moment of the machine doesn't meet one engine alone. */
export async function measureCorpus(corpus: Corpus, plan: Plan): Promise<CorpusFigures> {
  const queriesFile = join(plan.folder, 'queries.json');
  mkdirSync(plan.folder, { recursive: true });
  writeFileSync(queriesFile, JSON.stringify(makeQueries(readArticles(corpus.file), corpus.count)));
  const asked = engines.filter(({ name }) => plan.wanted.includes(name));
  const rounds = new Map<string, Round[]>(asked.map(({ name }) => [name, []]));
  const leftOut = new Map<string, string>();
  for (const { name, most } of asked) {
    const why = plan.missing[name] ?? (most !== undefined && corpus.count > most.articles ? most.why : null);
    if (why !== null) leftOut.set(name, why);
  }
  for (let round = 1; round <= plan.rounds; round++) {
    for (const { name } of asked) {
      if (leftOut.has(name)) continue;
      say(`${corpus.name}, round ${round} of ${plan.rounds}: ${name}`);
      try {
        rounds.get(name)?.push(await measureRound(name, { corpus, queriesFile, folder: plan.folder }));
      } catch (error) {
        leftOut.set(name, error instanceof Error ? error.message : String(error));
        say(`${name} is left out: ${leftOut.get(name)}`);
      }
    }
  }
  return {
    corpus,
    engines: Object.fromEntries(asked.map((engine) => [engine.name, figuresOf(engine, rounds, leftOut)])),
  };
}

function figuresOf(
  { name }: EngineEntry,
  rounds: ReadonlyMap<string, readonly Round[]>,
  leftOut: ReadonlyMap<string, string>,
): EngineFigures {
  const why = leftOut.get(name);
  return why === undefined ? medianOf(rounds.get(name) ?? []) : { leftOut: why };
}

type Place = { readonly corpus: Corpus; readonly queriesFile: string; readonly folder: string };

async function measureRound(engine: string, { corpus, queriesFile, folder }: Place): Promise<Round> {
  const task = { engine, corpus, queriesFile, indexFile: join(folder, `index-${engine}`) };
  const build = await inOwnProcess({ ...task, what: 'build' });
  const use = await inOwnProcess({ ...task, what: 'use' });
  if (build.what !== 'build' || use.what !== 'use') throw new Error('a report of something else');
  return { build: build.figures, use: use.figures };
}

function inOwnProcess(task: Task): Promise<Report> {
  return new Promise((resolve, reject) => {
    const program = process.argv[1] ?? '';
    const child = fork(program, ['--task', JSON.stringify(task)], {
      execArgv: ['--expose-gc', '--max-old-space-size=12000'],
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    });
    let report: Report | null = null;
    let errors = '';
    child.stderr?.on('data', (data) => {
      errors = `${errors}${data}`.slice(-20_000);
    });
    child.on('message', (message) => {
      report = message as Report;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (report !== null) resolve(report);
      else reject(new Error(lastError(errors) ?? `${task.what} ended with ${signal ?? code}`));
    });
  });
}

/** The line of a stack that names the error. */
function lastError(errors: string): string | undefined {
  return errors.split('\n').find((line) => /^(?:FATAL ERROR|\w*Error)\b/.test(line));
}

/** Progress goes beside what is printed, so that the tables can be piped. */
export function say(line: string): void {
  process.stderr.write(`• ${line}\n`);
}
