import type { MarkedContent, Page, TextItem } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import { SourceProblem } from '#core/import/file-source.ts';
import { orderColumns } from './pdf-columns.ts';
import { hasFromRight, readByPlace, type Stretch } from './pdf-direction.ts';
import { isFromRight, type Piece } from './pdf-piece.ts';
import { hasSign, type LookForSigns } from './pdf-signs.ts';

/** A line of a page as it is printed. */
export type PdfLine = Piece & {
  /** Of the page, from 1. */
  readonly page: number;
  /** Its column on the page; lines of different columns have nothing to do with each other's place. */
  readonly column: number;
  /** Whether it is read from right to left. */
  readonly mirrored: boolean;
  /** Where it starts and ends in its own direction of reading, mirrored for lines from right to left. */
  readonly from: number;
  readonly to: number;
  /** Whether a sign is drawn before it, as before the entries of a list. */
  readonly hasSign: boolean;
};

/** A page's lines in reading order, and how large it is. */
export type PdfPage = { readonly lines: readonly PdfLine[]; readonly height: number };

/**
 * The lines of a page in reading order: column by column where it has columns, rows of a table with tabs.
 *
 * @param look Asked only where there may be a list.
 */
export async function readPage(page: Page, number: number, look: LookForSigns): Promise<PdfPage> {
  const { transform, height } = page.getViewport({ scale: 1 });
  const items = await readItems(page);
  const { level, turned } = readPieces(items, transform);
  const columns = orderColumns(joinPieces(level));
  const lines = columns.flatMap((column, at) => joinRows(column).map((row) => asLine(row, number, at)));
  // What is printed up the margin or across the page has no place among the lines: it comes last.
  const rest = turned.map((piece) => asLine(piece, number, columns.length));
  const signs = mayBeList(lines) ? await look(page) : [];
  return { lines: [...lines.map((line) => ({ ...line, hasSign: hasSign(line, signs) })), ...rest], height };
}

/** Whether lines begin at one place further in than others of their column: looking for signs takes its time. */
function mayBeList(lines: readonly PdfLine[]): boolean {
  const edges = new Map<number, number>();
  for (const { column, from } of lines)
    edges.set(column, Math.min(from, edges.get(column) ?? Number.POSITIVE_INFINITY));
  return lines.some(({ column, from, size }, at) => {
    const next = lines[at + 1];
    const isInside = from - (edges.get(column) ?? from) > size * 0.8;
    return isInside && next?.column === column && Math.abs(next.from - from) < 1;
  });
}

/** More of text than a page can hold: it is made to take up memory. */
const mostItems = 30_000;

async function readItems(page: Page): Promise<(TextItem | MarkedContent)[]> {
  const reader = page.streamTextContent({ includeMarkedContent: true }).getReader();
  const items: (TextItem | MarkedContent)[] = [];
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    for (const item of chunk.value?.items ?? []) items.push(item);
    if (items.length <= mostItems) continue;
    await reader.cancel(new Error('too much text on a page'));
    throw new SourceProblem('bomb', { limit: 'page', largest: mostItems });
  }
  return items;
}

/** Text that follows its line, and text at an angle. */
type Pieces = { readonly level: Spaced[]; readonly turned: Piece[] };
type Spaced = Piece & { readonly spaceBefore: boolean };
/** A piece joined from stretches, which are kept for lines that have to be put in order by their place. */
type Joined = Piece & { readonly stretches: Stretch[] };

function readPieces(items: readonly (TextItem | MarkedContent)[], page: readonly number[]): Pieces {
  const pieces: Pieces = { level: [], turned: [] };
  const marks: boolean[] = [];
  let spaceBefore = false;
  for (const item of items) {
    if ('type' in item) {
      if (item.type === 'endMarkedContent') marks.pop();
      else marks.push(item.tag === 'Artifact');
      continue;
    }
    if (item.str.trim() === '') {
      spaceBefore = true;
      continue;
    }
    const { piece, isLevel } = place(item, page, marks.includes(true));
    if (!isLevel) pieces.turned.push(piece);
    else if (!isPrintedTwice(pieces.level, piece)) pieces.level.push({ ...piece, spaceBefore });
    spaceBefore = /\s$/.test(item.str);
  }
  return pieces;
}

function place(item: TextItem, page: readonly number[], artifact: boolean) {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = page;
  const [ia = 1, ib = 0, ic = 0, id = 1, x = 0, y = 0] = item.transform;
  const along = [a * ia + c * ib, b * ia + d * ib] as const;
  const size = Math.hypot(a * ic + c * id, b * ic + d * id) || item.height || 1;
  const left = a * x + c * y + e;
  const baseline = b * x + d * y + f;
  const isLevel = along[0] > 0 && Math.abs(along[1]) < along[0] * 0.05;
  const text = item.str.trim();
  return {
    isLevel,
    piece: { text, left, right: left + item.width, baseline, size, font: item.fontName, artifact },
  };
}

/** Some programs print letters twice, a hair apart, to make them bold. */
function isPrintedTwice(before: readonly Piece[], { text, left, baseline, size }: Piece): boolean {
  return before
    .slice(-4)
    .some(
      (one) =>
        one.text === text &&
        Math.abs(one.left - left) < size * 0.1 &&
        Math.abs(one.baseline - baseline) < size * 0.1,
    );
}

/** Join what is written on end into stretches; a wide gap, as between columns or cells, parts them. */
function joinPieces(pieces: readonly Spaced[]): Joined[] {
  const joined: Joined[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (!last || !follows(last, piece)) {
      joined.push({ ...piece, stretches: [piece] });
      continue;
    }
    const gap = piece.left - last.right;
    const space = piece.spaceBefore || gap > Math.min(last.size, piece.size) * 0.15 ? ' ' : '';
    joined[joined.length - 1] = merge(last, { ...piece, stretches: [piece] }, space);
  }
  return joined;
}

function follows(last: Piece, next: Piece): boolean {
  const size = Math.max(last.size, next.size);
  const gap = next.left - last.right;
  return Math.abs(next.baseline - last.baseline) < size * 0.4 && gap > -size * 0.3 && gap < size * 0.9;
}

/** The longer of two tells how large the letters are and where they stand. */
function merge(a: Joined, b: Joined, between: string): Joined {
  const main = a.text.length >= b.text.length ? a : b;
  a.stretches.push(...b.stretches);
  return {
    ...main,
    text: a.text + between + b.text,
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
    artifact: a.artifact && b.artifact,
    stretches: a.stretches,
  };
}

/** Join the stretches of a column that stand side by side: cells with a tab between them, words with a space. */
function joinRows(pieces: readonly Joined[]): Piece[] {
  const rows: Joined[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    const first = row?.[0];
    const near = first && piece.baseline - first.baseline < Math.max(first.size, piece.size) * 0.45;
    if (row && near && !row.some((one) => overlaps(one, piece))) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => {
    row.sort((a, b) => a.left - b.left);
    const gaps = row.slice(1).map((piece, at) => {
      const before = row[at];
      return before && piece.left - before.right > piece.size * 2 ? '\t' : ' ';
    });
    const whole = joinRow(row, gaps);
    return hasFromRight(whole.text) ? { ...whole, text: readByPlace(whole.stretches) } : whole;
  });
}

function overlaps(a: Piece, b: Piece): boolean {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left) > Math.min(a.size, b.size) * 0.3;
}

function joinRow(row: readonly Joined[], gaps: readonly string[]): Joined {
  return row.reduce((joined, piece, at) => merge(joined, piece, gaps[at - 1] ?? ' '));
}

function asLine(piece: Piece, page: number, column: number): PdfLine {
  const mirrored = isFromRight(piece.text);
  const from = mirrored ? -piece.right : piece.left;
  const to = mirrored ? -piece.left : piece.right;
  return { ...piece, page, column, mirrored, from, to, hasSign: false };
}
