/** How days and months stand in dates such as 03/04/2024. */
export type DateOrder = 'day-first' | 'month-first';

/** What a column can be in an article, besides its text. */
export const columnRoles = ['title', 'date', 'byline', 'publisher', 'carrier', 'address'] as const;

export type ColumnRole = (typeof columnRoles)[number];

/** Which column of a table is what of its articles. Columns are told by their place, from 0. */
export type ColumnMapping = {
  /** The first line of a CSV names the columns rather than being an article; always so in JSON. */
  readonly hasHeadings: boolean;
  /** The columns that make the text, one under the other in this order: at least one, `mostTexts` at most. */
  readonly text: readonly number[];
  readonly roles: Readonly<Partial<Record<ColumnRole, number>>>;
  /** Without it a date that can be read in two ways is not read. */
  readonly dateOrder: DateOrder | null;
};

/** Columns that a text can be made of. */
export const mostTexts = 12;

export type TableFormat = 'csv' | 'json' | 'jsonl';

/** The beginning of a table: all an analyst needs to tell what its columns are. */
export type TableHead = {
  /** The file, and for a part of another the way to it. */
  readonly name: string;
  readonly format: TableFormat;
  /** The cells of the first line of a CSV; the keys of the records of a JSON file, `a.b` for those within another. */
  readonly headings: readonly string[];
  /** The first rows after the headings, long cells cut. */
  readonly rows: readonly (readonly string[])[];
  /** What the columns look like: a suggestion that counts for nothing until the analyst takes it over. */
  readonly guess: ColumnMapping;
};

/** What is done with a table: read by its columns, read as one plain text, or left out (`null`). */
export type ColumnAnswer = ColumnMapping | 'one-text' | null;

/** Asks what the columns of a table are. It may take as long as a person takes. */
export type AskColumns = (table: TableHead) => Promise<ColumnAnswer>;

/** The same for all tables with the same columns, which are asked about once. */
export function headingsKey({ headings, format }: Pick<TableHead, 'headings' | 'format'>): string {
  return JSON.stringify([format === 'csv' ? 'csv' : 'json', ...headings]);
}
