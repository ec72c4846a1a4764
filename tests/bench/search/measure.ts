import { readFileSync, statSync } from 'node:fs';
import type { BenchArticle, BenchQuery, Corpus, QueryKind } from './article.ts';
import { readArticles } from './corpus-files.ts';
import type { Engine, Loaded } from './engines/engine.ts';
import { type BuildFigures, type LatencyFigures, percentile, type UseFigures } from './figures.ts';
import { createGenerator } from './generated-corpus.ts';

const passes = 4;
/** A kind of query gets no further pass once it took so long. */
const passBudgetMs = 15_000;
const additions = 60;

/** Build the index of a corpus and write it to `indexFile`. */
export function measureBuild(engine: Engine, corpus: Corpus, indexFile: string): BuildFigures {
  const building = engine.begin(indexFile);
  let cpuSeconds = 0;
  for (const articles of readArticles(corpus.file)) cpuSeconds += cpuOf(() => building.add(articles));
  cpuSeconds += cpuOf(() => building.finish());
  const saveCpuSeconds = cpuOf(() => building.save());
  return {
    cpuSeconds,
    saveCpuSeconds,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    indexBytes: statSync(indexFile).size,
  };
}

/** Load an index into this fresh process, ask all queries, add articles. */
export function measureUse(
  engine: Engine,
  corpus: Corpus,
  indexFile: string,
  queriesFile: string,
): { readonly figures: UseFigures; readonly answers: readonly Answer[] } {
  const queries: readonly BenchQuery[] = JSON.parse(readFileSync(queriesFile, 'utf8'));
  const [opening] = queries;
  if (opening === undefined) throw new Error('no queries');
  const before = residentBytes();
  const cpuBefore = process.cpuUsage();
  const started = performance.now();
  const loaded = engine.load(indexFile);
  loaded.search(opening);
  const loadMs = performance.now() - started;
  const { user, system } = process.cpuUsage(cpuBefore);
  const resident = residentBytes() - before;
  const kinds = [...new Set(queries.map(({ kind }) => kind))].filter((kind) => !engine.lacks.includes(kind));
  const timed = kinds.map((kind): [QueryKind, LatencyFigures] => [
    kind,
    timeQueries(
      loaded,
      queries.filter((query) => query.kind === kind),
    ),
  ]);
  const answers = queries.map((query) => answerOf(query, engine, loaded));
  const figures = {
    loadMs,
    loadCpuMs: (user + system) / 1_000,
    residentBytes: resident,
    queries: Object.fromEntries(timed),
    add: timeAdding(loaded, corpus),
  };
  return { figures, answers };
}

/** The ids of the best, best first; `null` when the engine can't be asked that, or fails. */
export type Answer = readonly string[] | null;

function answerOf(query: BenchQuery, { lacks }: Engine, loaded: Loaded): Answer {
  if (lacks.includes(query.kind)) return null;
  try {
    return loaded.search(query);
  } catch {
    return null;
  }
}

function cpuOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}

/** What is in use, once what is not has been collected. */
function residentBytes(): number {
  for (let round = 0; round < 3; round++) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function timeQueries(loaded: Loaded, queries: readonly BenchQuery[]): LatencyFigures {
  const best = queries.map(() => Number.POSITIVE_INFINITY);
  const failed = new Set<number>();
  const started = performance.now();
  for (let pass = 0; pass < passes && performance.now() - started < passBudgetMs; pass++) {
    for (const [at, query] of queries.entries()) {
      const asked = performance.now();
      try {
        loaded.search(query);
        best[at] = Math.min(best[at] ?? 0, performance.now() - asked);
      } catch {
        failed.add(at);
      }
    }
  }
  const answered = best.filter((_, at) => !failed.has(at));
  return { p50: percentile(answered, 0.5), p95: percentile(answered, 0.95), failed: failed.size };
}

function timeAdding(loaded: Loaded, corpus: Corpus): LatencyFigures | null {
  const { add } = loaded;
  if (add === null) return null;
  const took: number[] = [];
  for (const article of newArticles(corpus)) {
    const started = performance.now();
    add(article);
    const found = loaded.search({ kind: 'common', words: [markerOf(article)] });
    took.push(performance.now() - started);
    if (!found.includes(article.id)) throw new Error(`${article.id} is not found after it was added`);
  }
  return { p50: percentile(took, 0.5), p95: percentile(took, 0.95), failed: 0 };
}

/** Articles the corpus does not hold, each with a word of its own. */
function newArticles(corpus: Corpus): BenchArticle[] {
  const generate = createGenerator();
  const [some] = readArticles(corpus.file).next().value ?? [];
  const letter = some?.id.charAt(0) ?? 'a';
  return Array.from({ length: additions }, (_, at) => {
    const article = { ...generate(9_000_000 + at), id: `${letter}${9_000_000 + at}` };
    return { ...article, text: `${article.text} ${markerOf(article)}` };
  });
}

/** Letters only, so that no engine parts it. */
function markerOf({ id }: BenchArticle): string {
  return `zqx${[...id.slice(1)].map((figure) => 'abcdefghij'.charAt(Number(figure))).join('')}`;
}
