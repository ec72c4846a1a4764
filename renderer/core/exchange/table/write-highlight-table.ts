import { strToU8 } from 'fflate';
import {
  type CodingProject,
  createLossList,
  type LossList,
  type ProjectHighlight,
  type WrittenProject,
} from '#core/exchange/coding-project.ts';
import { toCsv } from '#core/exchange/csv.ts';
import { longestXlsxCell, toXlsx } from '#core/exchange/to-xlsx.ts';
import { type HighlightRow, highlightColumns } from './highlight-columns.ts';
import { noteWithoutPlace } from './note-without-place.ts';
import { tagPaths, writeTagCell, writeTagIds } from './tag-cell.ts';

/** Write a project's highlights as a CSV table, to be read back by `readHighlightTable`. */
export function writeHighlightCsv(project: CodingProject): WrittenProject {
  const losses = listLeftOut(project);
  const rows = listRows(project).map((row) => highlightColumns.map(({ read }) => read(row)));
  const bytes = strToU8(toCsv([highlightColumns.map(({ head }) => head), ...rows]));
  return { bytes, losses: losses.list() };
}

/** Write a project's highlights as an Excel workbook, to be read back by `readHighlightTable`. */
export async function writeHighlightXlsx(project: CodingProject): Promise<WrittenProject> {
  const losses = listLeftOut(project);
  const rows = listRows(project).map((row) => {
    const cells = highlightColumns.map(({ read }) => read(row));
    if (cells.some((cell) => cell.length > longestXlsxCell)) losses.add('cell-cut', quoteOf(row.highlight));
    return cells;
  });
  const columns = highlightColumns.map(({ head, width }) => ({ head, width }));
  return { bytes: await toXlsx([{ name: 'Highlights', columns, rows }]), losses: losses.list() };
}

function listRows(project: CodingProject): HighlightRow[] {
  const paths = tagPaths(project.tags);
  const articles = new Map(project.articles.map((article) => [article.id, article]));
  const analysts = new Map(project.analysts.map(({ id, name }) => [id, name]));
  return project.highlights.map((highlight) => {
    const own = highlight.tagIds.flatMap((id) => [paths.get(id) ?? []]).filter((path) => path.length > 0);
    const tags = writeTagCell(own);
    return {
      highlight,
      article: articles.get(highlight.articleId) ?? null,
      tags,
      tagIds: writeTagIds(own, tags),
      analyst: highlight.analystId === null ? '' : (analysts.get(highlight.analystId) ?? ''),
    };
  });
}

function listLeftOut(project: CodingProject): LossList {
  const losses = createLossList();
  noteWithoutPlace(project, losses);
  return losses;
}

function quoteOf({ exact, id }: ProjectHighlight): string {
  return (exact ?? id).slice(0, 80).toWellFormed();
}
