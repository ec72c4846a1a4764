import type { Corpus, QueryKind } from './article.ts';

/** What building an index cost. */
export type BuildFigures = {
  /** Of all threads, reading the articles left out. */
  readonly cpuSeconds: number;
  readonly saveCpuSeconds: number;
  /** The most memory the process ever held. */
  readonly peakMegabytes: number;
  readonly indexBytes: number;
};

/** What using it costs. */
export type UseFigures = {
  /** From opening the file to the first answer. */
  readonly loadMs: number;
  readonly loadCpuMs: number;
  /** Heap and what lies outside it, above the empty process. */
  readonly residentBytes: number;
  readonly queries: Readonly<Partial<Record<QueryKind, LatencyFigures>>>;
  /** From handing over one article until a query finds it; `null` when the index can't take one in. */
  readonly add: LatencyFigures | null;
};

/** Milliseconds; of each query the fastest of several passes. */
export type LatencyFigures = {
  readonly p50: number;
  readonly p95: number;
  /** Queries that ended with an error instead of an answer. */
  readonly failed: number;
};

/** What was measured of an engine with a corpus, medians of the rounds; or why it was not. */
export type EngineFigures =
  | { readonly build: BuildFigures; readonly use: UseFigures }
  | { readonly leftOut: string };

export type CorpusFigures = {
  readonly corpus: Corpus;
  readonly engines: Readonly<Record<string, EngineFigures>>;
  /** By engine and kind of query: how many of the ten best are the reference's, on average, from 0 to 1. */
  readonly overlap: Readonly<Record<string, Readonly<Partial<Record<QueryKind, number>>>>>;
};

export type Figures = {
  readonly machine: string;
  readonly rounds: number;
  readonly corpora: readonly CorpusFigures[];
};

/** The value below which a share of `values` lies; 0.5 is the median. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The rounds as one: of each number the median. */
export function medianOf<Value>(rounds: readonly Value[]): Value {
  const [first] = rounds;
  if (typeof first === 'number') return percentile(rounds as readonly number[], 0.5) as Value;
  if (typeof first !== 'object' || first === null) return first as Value;
  const entries = Object.keys(first).map((key) => [
    key,
    medianOf(rounds.map((round) => (round as Record<string, unknown>)[key])),
  ]);
  return Object.fromEntries(entries);
}
