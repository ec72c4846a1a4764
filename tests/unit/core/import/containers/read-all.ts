import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type FileSource, sourceOf } from '#core/import/file-source.ts';
import type { Imported } from '#core/import/import-file.ts';
import { type ReadingChoices, readSource } from '#core/import/read-source.ts';
import type { Refusal } from '#core/import/refusal.ts';
import { nodeTools } from '#tests/unit/core/import/node-tools.ts';

export const fixtures = resolve(import.meta.dirname, '../../../../fixtures/import');

/** Everything a file holds, in order. */
export async function readAll(
  source: FileSource,
  choices: ReadingChoices = {},
): Promise<(Imported | Refusal)[]> {
  const outcomes: (Imported | Refusal)[] = [];
  const { signal } = new AbortController();
  for await (const outcome of readSource(source, choices, { tools: nodeTools, signal }))
    outcomes.push(outcome);
  return outcomes;
}

/** Everything a fixture holds. */
export async function readFixture(path: string): Promise<(Imported | Refusal)[]> {
  const bytes = new Uint8Array(await readFile(resolve(fixtures, path)));
  return readAll(sourceOf(path.slice(path.lastIndexOf('/') + 1), bytes));
}

/** What came out, short enough to compare: the way to each part, and its text or why there is none. */
export function summarise(outcomes: readonly (Imported | Refusal)[]): Record<string, string> {
  return Object.fromEntries(
    outcomes.map((outcome) => {
      if (outcome.kind === 'refused') return [outcome.name, `refused: ${outcome.reason}`];
      const { container, originalName } = outcome.article;
      return [container?.path ?? originalName, textOf(outcome)];
    }),
  );
}

export function textOf({ text }: Imported): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(text);
}
