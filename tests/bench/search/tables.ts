import { queryKinds } from './article.ts';
import type { BuildFigures, CorpusFigures, EngineFigures, LatencyFigures, UseFigures } from './figures.ts';

const mega = 1_000_000;

/** What was measured with one corpus, as Markdown. */
export function corpusTables(figures: CorpusFigures): string {
  const { corpus, engines } = figures;
  const measured = Object.entries(engines).flatMap(([name, one]): [string, Measured][] =>
    'leftOut' in one ? [] : [[name, one]],
  );
  const leftOut = Object.entries(engines).flatMap(([name, one]) =>
    'leftOut' in one ? [`${name} is left out: ${one.leftOut}.`] : [],
  );
  const size = `${corpus.count.toLocaleString('en')} articles, ${(corpus.bytes / mega).toFixed(1)} MB of text`;
  return [
    `### ${corpus.name} (${size})`,
    table(
      [
        'engine',
        'build, CPU s',
        'articles per CPU s',
        'most memory, MB',
        'index, MB',
        'bytes per byte of text',
        'load to first answer, ms',
        'of that CPU, ms',
        'in memory once loaded, MB',
        'add one until found, ms',
      ],
      measured.map(([name, one]) => costRow(name, one, corpus)),
    ),
    'Milliseconds a query takes, p50 / p95:',
    table(
      ['engine', ...queryKinds],
      measured.map(([name, { use }]) => [name, ...queryKinds.map((kind) => latency(use.queries[kind]))]),
    ),
    'Share of the ten best that are the ten best of a reference BM25F:',
    table(
      ['engine', ...queryKinds],
      measured.map(([name]) => [
        name,
        ...queryKinds.map((kind) => figures.overlap[name]?.[kind]?.toFixed(2) ?? '–'),
      ]),
    ),
    ...leftOut,
  ].join('\n\n');
}

type Measured = Exclude<EngineFigures, { leftOut: string }>;

function costRow(
  name: string,
  { build, use }: { build: BuildFigures; use: UseFigures },
  { count, bytes }: CorpusFigures['corpus'],
): string[] {
  return [
    name,
    short(build.cpuSeconds),
    String(Math.round(count / build.cpuSeconds)),
    String(Math.round(build.peakMegabytes)),
    short(build.indexBytes / mega),
    (build.indexBytes / bytes).toFixed(3),
    short(use.loadMs),
    short(use.loadCpuMs),
    short(use.residentBytes / mega),
    use.add === null ? 'built anew' : latency(use.add),
  ];
}

function latency(figures: LatencyFigures | undefined): string {
  if (figures === undefined) return '–';
  const failed = figures.failed === 0 ? '' : ` (${figures.failed} threw)`;
  return `${short(figures.p50)} / ${short(figures.p95)}${failed}`;
}

/** Three figures that count. */
export function short(value: number): string {
  if (value >= 100) return String(Math.round(value));
  if (value >= 10) return value.toFixed(1);
  return value >= 1 ? value.toFixed(2) : value.toPrecision(2);
}

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
