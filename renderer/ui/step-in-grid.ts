/** A cell by the numbers of its row and column. */
export type GridCell = { readonly row: number; readonly column: number };

type GridSize = {
  readonly rows: number;
  readonly columns: number;
  /** Rows that a page key moves by. */
  readonly page: number;
};

/** The cell a key moves to, as in every grid (ARIA authoring practices); `null` when the key moves nowhere. */
export function stepInGrid(
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  { row, column }: GridCell,
  { rows, columns, page }: GridSize,
): GridCell | null {
  const moves: Readonly<Record<string, GridCell>> = {
    ArrowDown: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    ArrowRight: { row, column: column + 1 },
    ArrowLeft: { row, column: column - 1 },
    PageDown: { row: row + page, column },
    PageUp: { row: row - page, column },
    Home: { row: ctrlKey ? 0 : row, column: 0 },
    End: { row: ctrlKey ? rows - 1 : row, column: columns - 1 },
  };
  const target = moves[key];
  if (target === undefined) return null;
  return { row: clamp(target.row, rows), column: clamp(target.column, columns) };
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index));
}
