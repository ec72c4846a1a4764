import type { HtmlReader } from '#core/import/scan-html.ts';
import { isShortCell } from './short-cells.ts';

/** The text of a part of an OpenDocument file. */
export type OdfLines = {
  readonly lines: readonly string[];
  /** Footnotes and endnotes, each with its number in brackets. */
  readonly notes: readonly string[];
  readonly comments: number;
};

/** A paragraph as it grows. Others may stand within it: those of a note, of a box beside the text. */
type Open = { text: string; readonly kind: 'line' | 'note' };

/** Elements whose content is no text of the document. */
const unread = new Set(
  'text:tracked-changes office:annotation office:forms svg:title svg:desc text:ruby-text office:event-listeners text:sequence-decls text:variable-decls text:user-field-decls text:note-citation math script:event-listener'.split(
    ' ',
  ),
);

/** A reader that gathers the paragraphs, headings and table rows within the elements named `root`. */
export function collectOdf(root: string): HtmlReader & { finish(): OdfLines } {
  const lines: string[] = [];
  const notes: string[] = [];
  const paragraphs: Open[] = [];
  /** Tables within tables, each with the cells of the row that is read. */
  const rows: string[][][] = [];
  let roots = 0;
  let hidden: { readonly tag: string; depth: number } | null = null;
  let comments = 0;
  let note: string | null = null;
  let inNote = 0;

  function endParagraph(): void {
    const paragraph = paragraphs.pop();
    const text = paragraph?.text.replace(/ *([\t\n]) */g, '$1').trim() ?? '';
    if (text === '') return;
    const cells = rows.at(-1);
    if (paragraph?.kind === 'note') notes.push(text);
    else if (cells && paragraphs.length === 0) cells.at(-1)?.push(text);
    else lines.push(...text.split('\n'));
  }

  function endRow(): void {
    const cells = rows.at(-1)?.splice(0) ?? [];
    if (!cells.every(isShortCell)) {
      lines.push(...cells.flat());
      return;
    }
    const text = cells.map((cell) => cell.join(' ')).join('\t');
    const outer = rows.at(-2)?.at(-1);
    if (text.trim() === '') return;
    if (outer) outer.push(text);
    else lines.push(text.trimEnd());
  }

  const opening: Record<string, (attributes: ReadonlyMap<string, string>) => void> = {
    'text:p': openParagraph,
    'text:h': openParagraph,
    'text:s': (attributes) => add(' '.repeat(Math.min(100, Number(attributes.get('text:c') ?? 1) || 1))),
    'text:tab': () => add('\t'),
    'text:line-break': () => add('\n'),
    'table:table': () => void rows.push([]),
    'table:table-cell': () => void rows.at(-1)?.push([]),
    'text:note': () => {
      note = String(notes.length + 1);
      inNote += 1;
      add(`[${note}]`);
    },
  };
  const closing: Record<string, () => void> = {
    'text:p': endParagraph,
    'text:h': endParagraph,
    'table:table-row': endRow,
    'table:table': () => void rows.pop(),
    'text:note': () => {
      inNote = Math.max(0, inNote - 1);
    },
  };

  function openParagraph(): void {
    const begun = inNote > 0 && note !== null ? `[${note}] ` : '';
    paragraphs.push({ text: begun, kind: inNote > 0 ? 'note' : 'line' });
    note = null;
  }

  function add(text: string): void {
    const paragraph = paragraphs.at(-1);
    if (paragraph) paragraph.text += text;
  }

  return {
    open(tag, attributes) {
      if (tag === root) roots += 1;
      if (roots === 0) return;
      if (hidden?.tag === tag) hidden.depth += 1;
      if (hidden) return;
      if (unread.has(tag)) hidden = { tag, depth: 1 };
      if (tag === 'office:annotation') comments += 1;
      else if (!hidden) opening[tag]?.(attributes);
    },
    close(tag) {
      if (tag === root) roots = Math.max(0, roots - 1);
      if (hidden?.tag === tag) hidden.depth -= 1;
      if (hidden) {
        if (hidden.depth === 0) hidden = null;
        return;
      }
      if (roots > 0) closing[tag]?.();
    },
    text(text) {
      // White space in the file counts once; more of it has an element of its own.
      if (roots > 0 && !hidden) add(text.replace(/[ \t\r\n]+/g, ' '));
    },
    finish: () => ({ lines, notes, comments }),
  };
}
