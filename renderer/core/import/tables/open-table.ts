import type { ContainerReader, Member, Opening } from '#core/import/containers/member.ts';
import { largestBytes } from '#core/import/import-file.ts';
import { type Refusal, refuse } from '#core/import/refusal.ts';
import type { ColumnMapping, TableFormat, TableHead } from './column-mapping.ts';
import { type RowReading, rowExtractor } from './row-reading.ts';
import { type SurveyedTable, surveyTable } from './survey-table.ts';

/** Opens a table as one article a row, once the analyst has told what its columns are. */
export function openTable(format: TableFormat): ContainerReader {
  return async function* (opening) {
    const { source, askColumns } = opening;
    const table = await surveyTable(source, format, opening);
    if (table === null) return yield* wholeFile(opening);
    const answer = askColumns === undefined ? null : await askColumns(table.head);
    if (answer === 'one-text') return yield* wholeFile(opening);
    if (answer === null || answer.text.length === 0)
      return yield refuse(source.path, 'no-columns', { columns: named(table.head) });
    yield* rows(opening, table, answer);
  };
}

async function* rows(
  { source, signal }: Opening,
  table: SurveyedTable,
  mapping: ColumnMapping,
): AsyncGenerator<Member | Refusal> {
  const { head, encoding, delimiter } = table;
  const reading = head.format === 'csv' ? withNames(head, mapping) : withKeys(head, mapping);
  const extract = rowExtractor({ format: head.format, encoding, delimiter, ...reading });
  let number = 0;
  let isFirst = true;
  for await (const { bytes } of table.pieces(signal)) {
    const isHeading = isFirst && head.format === 'csv' && mapping.hasHeadings;
    isFirst = false;
    if (isHeading) continue;
    number += 1;
    const name = `${source.name} #${number}`;
    if (bytes === null) yield refuse(`${source.path} #${number}`, 'damaged');
    else yield { kind: 'member', name, path: `#${number}`, bytes, facts: null, extract };
  }
}

/** What is no table after all, as one article. */
async function* wholeFile({ source }: Opening): AsyncGenerator<Member | Refusal> {
  const { name, path, sizeBytes } = source;
  if (sizeBytes > largestBytes) return yield refuse(path, 'too-large', { sizeBytes, largestBytes });
  const bytes = await source.read(0, sizeBytes);
  yield { kind: 'member', name, path: '', bytes, facts: null };
}

/** What the columns are called goes with every row, as a row alone would not tell. */
function withNames({ headings }: TableHead, mapping: ColumnMapping): Reading {
  return { headings: mapping.hasHeadings ? briefly(headings) : [], mapping };
}

/** A record brings its own keys: only those it is read by go with it. */
function withKeys({ headings }: TableHead, mapping: ColumnMapping): Reading {
  const used = [...new Set([...mapping.text, ...Object.values(mapping.roles)])];
  const place = (at: number) => used.indexOf(at);
  const roles = Object.entries(mapping.roles).map(([role, at]) => [role, place(at)]);
  return {
    headings: used.map((at) => headings[at] ?? ''),
    mapping: { ...mapping, text: mapping.text.map(place), roles: Object.fromEntries(roles) },
  };
}

type Reading = Pick<RowReading, 'headings' | 'mapping'>;

function named({ headings }: TableHead): string {
  return briefly(headings).filter(Boolean).slice(0, 12).join(', ');
}

/** As many of the names as have room in a step of an article, long ones cut. */
function briefly(headings: readonly string[]): string[] {
  let room = 1200;
  return headings
    .map((heading) => heading.slice(0, 80))
    .filter((heading) => {
      room -= JSON.stringify(heading).length + 1;
      return room > 0;
    });
}
