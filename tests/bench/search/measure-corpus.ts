import { fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';

import { basename, join } from 'node:path';
import { type BenchQuery, type Corpus, queryKinds } from './article.ts';
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
import type { Answer } from './measure.ts';
import { makeQueries } from './query-classes.ts';
import { overlapAtTen, referenceScores, type Scores } from './reference-bm25f.ts';

/** What is measured, and how often. */
export type Plan = {
  readonly folder: string;
  /** Names of engines. */
  readonly wanted: readonly string[];
  readonly rounds: number;
  /** Why an engine can't run here, by its name. */
  readonly missing: Readonly<Record<string, string>>;
};

/** What is known of one engine so far. */
type Measuring = {
  readonly entry: EngineEntry;
  readonly rounds: Round[];
  leftOut: string | null;
  answers: readonly Answer[];
};

type Round = { readonly build: BuildFigures; readonly use: UseFigures };

/** Measure every engine with a corpus, in rounds, so that a busy moment of the machine doesn't meet one engine alone. */
export async function measureCorpus(corpus: Corpus, plan: Plan): Promise<CorpusFigures> {
  mkdirSync(plan.folder, { recursive: true });
  const place: Place = {
    corpus,
    folder: plan.folder,
    queriesFile: corpus.file.replace(/ndjson$/, 'queries.json'),
  };
  const queries = makeQueries(readArticles(corpus.file), corpus.count);
  writeFileSync(place.queriesFile, JSON.stringify(queries));
  const measuring = engines
    .filter(({ name }) => plan.wanted.includes(name))
    .map((entry): Measuring => {
      const isTooLarge = entry.most !== undefined && corpus.count > entry.most.articles;
      const leftOut = plan.missing[entry.name] ?? (isTooLarge ? entry.most.why : null);
      return { entry, rounds: [], leftOut, answers: [] };
    });
  for (let round = 1; round <= plan.rounds; round++) {
    for (const one of measuring) {
      if (one.leftOut !== null) continue;
      say(`${corpus.name}, round ${round} of ${plan.rounds}: ${one.entry.name}`);
      await measureRound(one, place);
    }
  }
  say(`${corpus.name}: reckoning the reference`);
  const reference = referenceScores(readArticles(corpus.file), queries, { k1: 1.2, b: 0.75, titleBoost: 3 });
  return {
    corpus,
    engines: Object.fromEntries(measuring.map((one) => [one.entry.name, figuresOf(one)])),
    overlap: Object.fromEntries(
      measuring.map(({ entry, answers }) => [entry.name, overlapOf(answers, queries, reference)]),
    ),
  };
}

function figuresOf({ leftOut, rounds }: Measuring): EngineFigures {
  return leftOut === null ? medianOf(rounds) : { leftOut };
}

type Place = { readonly corpus: Corpus; readonly queriesFile: string; readonly folder: string };

async function measureRound(measuring: Measuring, place: Place): Promise<void> {
  const { name } = measuring.entry;
  const task = {
    ...place,
    engine: name,
    indexFile: join(place.folder, `index-${name}-${basename(place.corpus.file, '.ndjson')}`),
  };
  try {
    const build = await inOwnProcess({ ...task, what: 'build' });
    const use = await inOwnProcess({ ...task, what: 'use' });
    if (build.what !== 'build' || use.what !== 'use') throw new Error('a report of something else');
    measuring.rounds.push({ build: build.figures, use: use.figures });
    measuring.answers = use.answers;
  } catch (error) {
    measuring.leftOut = error instanceof Error ? error.message : String(error);
    say(`${name} is left out: ${measuring.leftOut}`);
  }
}

/** On average, by kind; kinds that the engine can't answer are not there. */
function overlapOf(
  answers: readonly Answer[],
  queries: readonly BenchQuery[],
  reference: readonly Scores[],
): CorpusFigures['overlap'][string] {
  const shares = queries.flatMap(({ kind }, at) => {
    const answer = answers[at] ?? null;
    const scores = reference[at];
    return answer === null || scores === undefined ? [] : [{ kind, share: overlapAtTen(answer, scores) }];
  });
  const byKind = queryKinds.flatMap((kind) => {
    const own = shares.filter((one) => one.kind === kind);
    return own.length === 0 ? [] : [[kind, own.reduce((sum, { share }) => sum + share, 0) / own.length]];
  });
  return Object.fromEntries(byKind);
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
