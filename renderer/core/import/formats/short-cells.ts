import type { HtmlReader } from '#core/import/scan-html.ts';

/** A cell with more text than this, in more than one paragraph, is there for the layout: its paragraphs stay apart. */
const longestCell = 300;

/** Whether the paragraphs of a table's cell belong on the line of their row. */
export function isShortCell(paragraphs: readonly string[]): boolean {
  const filled = paragraphs.filter((paragraph) => paragraph.trim() !== '');
  return filled.length <= 1 || filled.reduce((sum, { length }) => sum + length, 0) <= longestCell;
}

/** Elements that would end the line of a row. */
const lineTags = new Set('p div h1 h2 h3 h4 h5 h6 ul ol li blockquote section'.split(' '));

type Call = (reader: HtmlReader) => void;

/** Read a document's tables such that a row is one line though there are paragraphs in its cells. */
export function withShortCells(reader: HtmlReader): HtmlReader {
  /** What is in the cell that is read; `null` outside of cells. */
  let calls: { readonly call: Call; readonly isLine: boolean }[] | null = null;
  let paragraphs: string[] = [];
  let depth = 0;

  function hold(call: Call, isLine = false): void {
    if (calls === null) call(reader);
    else calls.push({ call, isLine });
  }

  function release(): void {
    const held = calls ?? [];
    const isShort = isShortCell(paragraphs);
    calls = null;
    paragraphs = [];
    let hasText = false;
    for (const { call, isLine } of held) {
      if (!isShort || !isLine) call(reader);
      else if (hasText) reader.text(' ');
      hasText = true;
    }
  }

  return {
    open(tag, attributes) {
      if (isCell(tag)) depth += 1;
      if (isCell(tag) && depth === 1) {
        reader.open(tag, attributes);
        calls = [];
        paragraphs = [''];
        return;
      }
      const isLine = lineTags.has(tag);
      if (isLine && calls) paragraphs.push('');
      hold((to) => to.open(tag, attributes), isLine);
    },
    close(tag) {
      if (isCell(tag) && depth === 1) release();
      if (isCell(tag)) depth = Math.max(0, depth - 1);
      hold((to) => to.close(tag), lineTags.has(tag));
    },
    text(text) {
      if (calls) paragraphs.push((paragraphs.pop() ?? '') + text);
      hold((to) => to.text(text));
    },
  };
}

function isCell(tag: string): boolean {
  return tag === 'td' || tag === 'th';
}
