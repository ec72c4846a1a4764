/** A table with heads, as it was read from CSV or a workbook. */
export type Table = {
  /** In lower case. */
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** A row whose cells are asked for by their heads. */
export type TableRow = (head: string) => string;

/** The first row as heads, and the rest. */
export function toTable([heads = [], ...rows]: readonly (readonly string[])[]): Table {
  return { heads: heads.map((head) => head.trim().toLowerCase()), rows };
}

/** Whether the table has a column of that head. */
export function hasColumn({ heads }: Table, head: string): boolean {
  return heads.includes(head);
}

/** The rows of a table, asked by head; a missing cell is empty. A head that stands twice is its first column. */
export function* tableRows({ heads, rows }: Table): Generator<TableRow> {
  const places = new Map<string, number>();
  for (const [index, head] of heads.entries()) if (!places.has(head)) places.set(head, index);
  for (const row of rows)
    yield (head) => {
      const place = places.get(head);
      return (place === undefined ? undefined : row[place]) ?? '';
    };
}
