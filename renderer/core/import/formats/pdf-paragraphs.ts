import type { Block } from '#core/import/collect-blocks.ts';
import { median } from './pdf-columns.ts';
import { joinHyphen } from './pdf-hyphens.ts';
import type { PdfLine, PdfPage } from './pdf-lines.ts';
import { findMargins } from './pdf-margins.ts';

/** The paragraphs of a document, and how many words parted at the end of a line were joined. */
export type Paragraphs = { readonly blocks: readonly Block[]; readonly hyphens: number };

/** What is known of the column a line stands in. */
type Column = {
  /** From one line to the next in its paragraphs, in sizes of their letters; 0 when nothing tells. */
  readonly leading: number;
  /** Its edges. */
  readonly left: number;
  readonly right: number;
};

/**
 * Join printed lines to the paragraphs they were broken from, over columns and pages: as far as the distance of lines,
 * indents, letters and the room left at their ends tell. Heads and feet of pages are marked as boilerplate; the ones
 * that stand within a paragraph come after it.
 */
export function joinParagraphs(pages: readonly PdfPage[]): Paragraphs {
  const margins = findMargins(pages);
  const body = pages.flatMap(({ lines }) => lines.filter((line) => !margins.has(line)));
  const columns = surveyColumns(body);
  const words = wordsOf(body);
  const blocks: Block[] = [];
  let paragraph: PdfLine[] = [];
  let text = '';
  let waiting: Block[] = [];
  let hyphens = 0;

  function end(): void {
    if (text !== '') blocks.push({ text, noise: null });
    blocks.push(...waiting);
    paragraph = [];
    text = '';
    waiting = [];
  }

  for (const line of pages.flatMap(({ lines }) => lines)) {
    if (margins.has(line)) {
      waiting.push({ text: line.text, noise: 'markup' });
      continue;
    }
    const last = paragraph.at(-1);
    if (last && continues(paragraph, line, columns)) {
      const joined = joinHyphen(text, line.text, words);
      if (joined !== null) hyphens += 1;
      text = joined ?? text + gapBetween(text, line.text) + line.text;
    } else {
      end();
      text = line.text;
    }
    paragraph.push(line);
  }
  end();
  return { blocks, hyphens };
}

/** Chinese and Japanese have no spaces, so none stands for a line's end. */
function gapBetween(before: string, after: string): string {
  return /[\u3000-\u30ff\p{Script=Han}\uff00-\uffef]$/u.test(before) &&
    /^[\u3000-\u30ff\p{Script=Han}\uff00-\uffef]/u.test(after)
    ? ''
    : ' ';
}

function columnOf({ page, column }: PdfLine): string {
  return `${page} ${column}`;
}

function surveyColumns(lines: readonly PdfLine[]): Map<string, Column> {
  const byColumn = new Map<string, PdfLine[]>();
  for (const line of lines) {
    const column = byColumn.get(columnOf(line));
    if (column) column.push(line);
    else byColumn.set(columnOf(line), [line]);
  }
  const everywhere = median(distances(lines));
  return new Map(
    [...byColumn].map(([key, column]) => {
      const own = distances(column);
      const left = column.reduce((least, line) => Math.min(least, line.left), Number.POSITIVE_INFINITY);
      const right = column.reduce((most, line) => Math.max(most, line.right), Number.NEGATIVE_INFINITY);
      return [key, { leading: own.length > 3 ? median(own) : everywhere, left, right }];
    }),
  );
}

/** From line to line where both are of the same letters and near each other, as within paragraphs. */
function distances(lines: readonly PdfLine[]): number[] {
  return lines.slice(1).flatMap((line, at) => {
    const before = lines[at];
    if (!before || columnOf(before) !== columnOf(line) || !sameSize(before, line)) return [];
    const distance = line.baseline - before.baseline;
    return distance > 0 && distance < line.size * 3 ? [distance / line.size] : [];
  });
}

function sameSize(a: PdfLine, b: PdfLine): boolean {
  return Math.abs(a.size - b.size) < Math.min(a.size, b.size) * 0.08;
}

/** What begins an entry of a list. */
const entry = /^(?:[•‣◦▪●○■□–—*·-]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s)/u;

/** Whether `line` goes on with the paragraph whose lines so far are `paragraph`. */
function continues(
  paragraph: readonly PdfLine[],
  line: PdfLine,
  columns: ReadonlyMap<string, Column>,
): boolean {
  const last = paragraph.at(-1);
  const column = last && columns.get(columnOf(last));
  if (!last || !column) return false;
  if (!sameSize(last, line) || /\t/.test(last.text + line.text)) return false;
  if (line.hasSign || entry.test(line.text)) return false;
  if (isShort(last, line, column)) return false;
  if (columnOf(last) !== columnOf(line)) return goesOnElsewhere(paragraph, line);
  const distance = (line.baseline - last.baseline) / line.size;
  if (distance <= 0 || distance > (column.leading || 1.4) * 1.25 + 0.1) return false;
  if (last.font !== line.font && !beginsSmall(line.text) && !endsOpen(last.text)) return false;
  return !isIndented(paragraph, line);
}

/** Whether a line was ended though the next one's first word had room on it: nothing breaks a line there but an end. */
function isShort(last: PdfLine, line: PdfLine, column: Column): boolean {
  const firstWord = /^\S+/.exec(line.text)?.[0].length ?? 0;
  const letter = (line.to - line.from) / Math.max(1, line.text.length);
  const edge = last.mirrored ? -column.left : column.right;
  return edge - last.to > letter * (firstWord + 1) + line.size * 0.4;
}

/** Whether a line sets in further in, or further out, than the lines of the paragraph before it. */
function isIndented(paragraph: readonly PdfLine[], line: PdfLine): boolean {
  const last = paragraph.at(-1);
  if (!last) return false;
  const inward = line.from - last.from;
  // The second line of a paragraph may stand further out than its first, and the other way round in lists.
  if (inward > line.size * 0.8)
    return paragraph.length > 1 || !endsOpen(last.text) || !beginsSmall(line.text);
  return inward < -line.size * 0.8 && paragraph.length > 1;
}

/**
 * Whether a line at the top of a column or page goes on with the last paragraph of the one before. A line alone may have
 * been a heading.
 */
function goesOnElsewhere(paragraph: readonly PdfLine[], line: PdfLine): boolean {
  const last = paragraph.at(-1);
  if (!last || !endsOpen(last.text)) return false;
  // Letters of one Arabic line may come from several fonts.
  const isAlike = last.font === line.font || (last.mirrored && line.mirrored);
  return beginsSmall(line.text) || (paragraph.length > 1 && isAlike);
}

function beginsSmall(text: string): boolean {
  return /^["“«‘'([]?\s?\p{Ll}/u.test(text);
}

/** Whether a line ends without anything that ends a sentence. */
function endsOpen(text: string): boolean {
  return !/[.!?…:؟۔。！？]["”»’')\]\s\d]*$/u.test(text);
}

/** How often each word stands in the lines, but for what is cut by their ends. */
function wordsOf(lines: readonly PdfLine[]): Set<string> {
  const words = new Set<string>();
  for (const { text } of lines) {
    const found = text.toLowerCase().match(/[\p{L}\p{M}’'-]+/gu) ?? [];
    for (const word of found.slice(0, -1)) words.add(word);
    const last = found.at(-1);
    if (last !== undefined && !/[-\u00ad\u2010]$/.test(text)) words.add(last);
  }
  return words;
}
