import type { Corpus } from './article.ts';
import { engines } from './engines/all-engines.ts';
import type { BuildFigures, UseFigures } from './figures.ts';
import { type Answer, measureBuild, measureUse } from './measure.ts';

/** What a process of its own is to do. */
export type Task = {
  readonly what: 'build' | 'use';
  readonly engine: string;
  readonly corpus: Corpus;
  readonly indexFile: string;
  readonly queriesFile: string;
};

/** What it reports. */
export type Report =
  | { readonly what: 'build'; readonly figures: BuildFigures }
  | { readonly what: 'use'; readonly figures: UseFigures; readonly answers: readonly Answer[] };

/** Do the task and report it to the process that started this one. */
export async function work({ what, engine: name, corpus, indexFile, queriesFile }: Task): Promise<void> {
  const entry = engines.find((one) => one.name === name);
  if (entry === undefined) throw new Error(`no engine ${name}`);
  const engine = await entry.load();
  const report: Report =
    what === 'build'
      ? { what, figures: measureBuild(engine, corpus, indexFile) }
      : { what, ...measureUse(engine, corpus, indexFile, queriesFile) };
  process.send?.(report);
}
