import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Imported, importFile } from '#core/import/import-file.ts';
import { nodeTools } from '#tests/unit/core/import/node-tools.ts';

const folder = resolve(import.meta.dirname, '../../../../fixtures/import/office');

/** A document that a program made; `how.md` beside it says which and how. */
export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(folder, name)));
}

/** The note all documents are made from, line by line: paragraphs, headings, rows with tabs, entries of a list. */
export function noteLines(): string[] {
  return readFileSync(join(folder, 'note.txt'), 'utf8').trim().split('\n').map(plain);
}

export type Read = {
  readonly imported: Imported;
  /** Without boilerplate; signs before the entries of a list and no-break spaces as any program may write them. */
  readonly lines: string[];
  readonly noise: string[];
};

/** Import a document; a refusal throws. */
export async function readDocument(name: string, bytes = fixture(name)): Promise<Read> {
  const outcome = await importFile({ name, bytes }, nodeTools);
  if (outcome.kind === 'refused')
    throw new Error(`${name}: ${outcome.reason} ${JSON.stringify(outcome.detail)}`);
  const text = new TextDecoder().decode(outcome.text);
  const { noise } = outcome.article;
  const inNoise = (at: number) => noise.some(({ start, end }) => start <= at && at < end);
  const lines: string[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    if (!inNoise(at)) lines.push(plain(line));
    at += line.length + 1;
  }
  return { imported: outcome, lines, noise: noise.map(({ start, end }) => text.slice(start, end)) };
}

function plain(line: string): string {
  return line
    .replace(/^[•◦▪-] /, '')
    .replace(/[\u00a0\u202f]/g, ' ')
    .normalize('NFC');
}
