import type { QueryKind } from './article.ts';
import type { CorpusFigures, EngineFigures, Figures } from './figures.ts';
import { short, table } from './tables.ts';

type Measured = Exclude<EngineFigures, { leftOut: string }>;

/** Something the search is to be; of `value` and `limit`, the smaller the better unless `isLeast`. */
type Goal = {
  readonly number: number;
  readonly what: string;
  readonly limit: number;
  readonly isLeast?: boolean;
  /** `null`: not measured. */
  readonly value: number | null;
};

/** The goals for a corpus of a size. */
type Demands = {
  readonly build: Readonly<Record<string, number>>;
  readonly bytesPerByte: number;
  /** Shares of a peer's p95, by peer and kind. */
  readonly against: readonly (readonly [peer: string, kind: QueryKind, share: number])[];
  readonly p95Ms: number;
};

const demands: Readonly<Record<string, Demands>> = {
  10000: {
    build: { minisearch: 6, lunr: 15, fts5: 1 },
    bytesPerByte: 0.44,
    against: [
      ['minisearch', 'common', 1 / 4],
      ['minisearch', 'and3c', 1 / 12],
      ['minisearch', 'or3', 1 / 10],
      ['minisearch', 'prefix', 1 / 40],
      ['fts5', 'prefix', 1 / 10],
      ['minisearch', 'fuzzy', 1 / 2],
      ['fts5', 'phrase', 1.25],
    ],
    p95Ms: 2,
  },
  50000: {
    build: { minisearch: 7, fts5: 1.2 },
    bytesPerByte: 0.38,
    against: [
      ['minisearch', 'common', 1 / 25],
      ['minisearch', 'and3c', 1 / 40],
      ['minisearch', 'or3', 1 / 40],
      ['minisearch', 'prefix', 1 / 100],
      ['fts5', 'prefix', 1 / 25],
      ['minisearch', 'fuzzy', 1 / 4],
      ['fts5', 'phrase', 1],
    ],
    p95Ms: 5,
  },
  100000: { build: {}, bytesPerByte: 0.38, against: [], p95Ms: 10 },
  real: {
    build: { minisearch: 2.5, lunr: 7, fts5: 0.6 },
    bytesPerByte: 0.48,
    against: [],
    p95Ms: 2,
  },
};

/** Which goals were met, as Markdown; nothing for a corpus without goals. */
export function goalTables({ corpora }: Figures): string {
  return corpora
    .flatMap((figures) => {
      const goals = goalsFor(figures);
      return goals.length === 0 ? [] : [`### Goals, ${figures.corpus.name}`, goalTable(goals)];
    })
    .join('\n\n');
}

function goalTable(goals: readonly Goal[]): string {
  const rows = goals.map((goal) => {
    const bound = `${goal.isLeast ? '≥' : '≤'} ${asLimit(goal.limit)}`;
    const value = goal.value === null ? 'not measured' : asLimit(goal.value);
    return [String(goal.number), goal.what, bound, value, verdict(goal)];
  });
  return table(['#', 'goal', 'limit', 'measured', ''], rows);
}

function verdict({ value, limit, isLeast }: Goal): string {
  if (value === null) return '–';
  return (isLeast ? value >= limit : value <= limit) ? 'met' : '**missed**';
}

/** Shares below one read better as fractions. */
function asLimit(value: number): string {
  return value > 0 && value < 0.3 ? `1/${short(1 / value)}` : short(value);
}

function goalsFor({ corpus, engines, overlap }: CorpusFigures): Goal[] {
  const wanted = demands[corpus.name.startsWith('real') ? 'real' : corpus.count];
  const own = measuredOf(engines.liptako);
  if (wanted === undefined || own === null) return [];
  const megabyte = 1_000_000;
  const mini = measuredOf(engines.minisearch);
  return [
    ...Object.entries(wanted.build).map(([peer, limit]): Goal => {
      const other = measuredOf(engines[peer]);
      const value = other === null ? null : other.build.cpuSeconds / own.build.cpuSeconds;
      return { number: 1, what: `build, times as fast as ${peer}`, limit, isLeast: true, value };
    }),
    {
      number: 3,
      what: `memory once loaded (${short(own.use.residentBytes / megabyte)} MB), times the index`,
      limit: 1.2,
      value: own.use.residentBytes / own.build.indexBytes,
    },
    {
      number: 3,
      what: 'memory once loaded, share of minisearch',
      limit: 1 / 8,
      value: mini === null ? null : own.use.residentBytes / mini.use.residentBytes,
    },
    {
      number: 4,
      what: 'index bytes per byte of text, percent',
      limit: wanted.bytesPerByte * 100,
      value: (own.build.indexBytes / corpus.bytes) * 100,
    },
    ...wanted.against.map(([peer, kind, limit]): Goal => {
      const number = kind === 'phrase' ? 7 : kind === 'prefix' || kind === 'fuzzy' ? 6 : 5;
      const other = measuredOf(engines[peer])?.use.queries[kind]?.p95;
      const mine = own.use.queries[kind]?.p95;
      const value = other === undefined || mine === undefined ? null : mine / other;
      return { number, what: `p95 ${kind}, share of ${peer}`, limit, value };
    }),
    {
      number: 8,
      what: `slowest p95 of any kind (${slowest(own)[0]}), ms`,
      limit: wanted.p95Ms,
      value: slowest(own)[1],
    },
    { number: 9, what: 'add one until found, p50 ms', limit: 5, value: own.use.add?.p50 ?? null },
    { number: 9, what: 'add one until found, p95 ms', limit: 50, value: own.use.add?.p95 ?? null },
    {
      number: 10,
      what: 'least overlap with a reference BM25F in any kind, percent',
      limit: 95,
      isLeast: true,
      value: Math.min(...Object.values(overlap.liptako ?? {})) * 100,
    },
  ];
}

function measuredOf(figures: EngineFigures | undefined): Measured | null {
  return figures === undefined || 'leftOut' in figures ? null : figures;
}

function slowest({ use }: Measured): readonly [string, number] {
  const kinds = Object.entries(use.queries).map(([kind, { p95 }]) => [kind, p95] as const);
  return kinds.reduce((worst, next) => (next[1] > worst[1] ? next : worst), ['', 0] as const);
}
