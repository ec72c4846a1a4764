import type { StatedDate } from '#core/article.ts';
import { textOfCells } from './cell-text.ts';
import type { ColumnMapping, ColumnRole, TableHead } from './column-mapping.ts';
import { isTwoWayDate, readCellDate } from './read-cell-date.ts';

/** What an article would be made of. */
export type RowPreview = {
  readonly text: string;
  /** What its columns say, the date apart; none for an empty cell. */
  readonly said: Readonly<Partial<Record<ColumnRole, string>>>;
  /** The date as it would be read; `unread` when the cell holds one that can't be. */
  readonly date: StatedDate | { readonly unread: string } | null;
};

/** The first rows of a table as a mapping reads them. */
export function previewRows(table: TableHead, mapping: ColumnMapping): RowPreview[] {
  return dataRows(table, mapping).map((cells) => {
    const said = Object.entries(mapping.roles).flatMap(([role, at]) => {
      const cell = (cells[at] ?? '').trim();
      return cell === '' ? [] : [[role, cell] as const];
    });
    const { date: printed, ...rest } = Object.fromEntries(said) as RowPreview['said'];
    const read = textOfCells(mapping.text.map((at) => cells[at] ?? ''));
    const text = typeof read === 'string' ? read : read.map((block) => block.text).join('\n\n');
    return { text, said: rest, date: dateOf(printed, mapping) };
  });
}

/** Whether the order of days and months has to be told for the dates of a mapping to be read. */
export function needsDateOrder(table: TableHead, mapping: ColumnMapping): boolean {
  const at = mapping.roles.date;
  return at !== undefined && dataRows(table, mapping).some((cells) => isTwoWayDate(cells[at] ?? ''));
}

/** The rows that are articles: of a table without headings also its first line. */
export function dataRows(
  { headings, rows }: TableHead,
  { hasHeadings }: ColumnMapping,
): readonly (readonly string[])[] {
  return hasHeadings ? rows : [headings, ...rows];
}

function dateOf(printed: string | undefined, { dateOrder }: ColumnMapping): RowPreview['date'] {
  return printed === undefined ? null : (readCellDate(printed, dateOrder) ?? { unread: printed });
}
