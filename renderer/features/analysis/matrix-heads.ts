import type { Grid } from '#core/analysis/tag-matrix.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { type TagNode, tagPathText } from '#core/codebook/tag-tree.ts';
import type { TagId } from '#core/ids.ts';
import type { MatrixHead, MatrixValues } from '#ui/MatrixGrid.tsx';

/** Tags as the heads of rows or columns. */
export function tagHeads(nodes: readonly TagNode[], byId: ReadonlyMap<TagId, Tag>): MatrixHead[] {
  return nodes.map(({ tag, depth }) => ({
    key: tag.id,
    label: tag.name,
    title: tagPathText(tag.id, byId),
    color: tag.color,
    depth,
  }));
}

/** A matrix as it is drawn. */
export function toMatrixValues({ values, width, most }: Grid): MatrixValues {
  return { at: (row, column) => values[row * width + column] ?? 0, most };
}

/** A matrix as the rows of a table for other programs; what can't be told stays empty. */
export function gridToRows(
  rows: readonly MatrixHead[],
  columns: readonly MatrixHead[],
  grid: Grid,
): string[][] {
  const nameOf = ({ title, label }: MatrixHead) => title ?? label;
  return [
    ['', ...columns.map(nameOf)],
    ...rows.map((row, index) => [
      nameOf(row),
      ...columns.map((_, column) => numberText(grid.values[index * grid.width + column] ?? 0)),
    ]),
  ];
}

function numberText(value: number): string {
  if (Number.isNaN(value)) return '';
  return Number.isInteger(value) ? String(value) : value.toFixed(4);
}
