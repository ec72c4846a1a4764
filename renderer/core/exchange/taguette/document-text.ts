import { scanHtml } from '#core/import/scan-html.ts';
import { traceCleaning } from '#core/import/trace-cleaning.ts';
import { measureOffsets } from '#core/text/offsets.ts';
import type { TextSpan } from '#core/text/span.ts';

/** A document of Taguette as a text of ours. */
export type DocumentText = {
  /** Canonical: NFC, LF, a line for each block. */
  readonly text: string;
  /** Where a span that Taguette counts stands in it, with the words that Taguette has there; `null`: nowhere. */
  place(startByte: number, endByte: number): { readonly span: TextSpan; readonly words: string } | null;
};

/** Elements that stand on lines of their own. */
const blocks = new Set(
  'address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** A piece of a text node: as long in our text as in Taguette's. */
type Run = { readonly raw: number; readonly ours: number; readonly length: number };

/**
 * Read the clean HTML that Taguette keeps of a document. Taguette counts UTF-8 bytes over its text nodes, one after
 * another; between blocks, where those run into one another, our text has a line end.
 */
export function readDocumentText(html: string): DocumentText {
  const { raw, text: joined, runs } = joinTextNodes(html);
  const offsets = measureOffsets(raw);
  const cleaned = traceCleaning(joined);
  return {
    text: cleaned.text,
    place(startByte, endByte) {
      const from = offsets.fromByte(startByte);
      const to = offsets.fromByte(endByte);
      if (from === null || to === null || from >= to) return null;
      const start = cleaned.toStart(findRun(runs, from, 'start'));
      const end = cleaned.toEnd(findRun(runs, to, 'end'));
      return start < end ? { span: { start, end }, words: raw.slice(from, to) } : null;
    },
  };
}

/** The words of a piece of HTML, as Taguette counts them. */
export function textOfHtml(html: string): string {
  return joinTextNodes(html).raw;
}

function joinTextNodes(html: string): { raw: string; text: string; runs: Run[] } {
  const runs: Run[] = [];
  const raws: string[] = [];
  const texts: string[] = [];
  let raw = 0;
  let ours = 0;
  let preformatted = 0;
  let isBoundary = false;
  let last = '\n';

  function edge(tag: string, step: number): void {
    if (tag === 'pre') preformatted = Math.max(0, preformatted + step);
    if (blocks.has(tag)) isBoundary = true;
  }

  function put(piece: string): void {
    if (piece === '') return;
    texts.push(piece);
    ours += piece.length;
    last = piece.charAt(piece.length - 1);
  }

  scanHtml(html, {
    open: (tag) => edge(tag, 1),
    close: (tag) => edge(tag, -1),
    text(text) {
      if (text === '') return;
      const isSpace = /^[ \t\r\n\f]*$/.test(text);
      if (isBoundary && last !== '\n' && !(isSpace && text.includes('\n'))) put('\n');
      isBoundary &&= isSpace;
      runs.push({ raw, ours, length: text.length });
      raws.push(text);
      raw += text.length;
      // A line end in the source of a paragraph is a space; each stays one unit, so that places stay where they are.
      put(preformatted > 0 || isSpace ? text : text.replace(/[\t\r\n\f]/g, ' '));
    },
  });
  return { raw: raws.join(''), text: texts.join(''), runs };
}

/** The place in our text of the place `at`. Between two runs a start belongs to the later, and an end to the earlier. */
function findRun(runs: readonly Run[], at: number, edge: 'start' | 'end'): number {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const { raw } = runs[middle] ?? { raw: 0 };
    if (edge === 'start' ? raw <= at : raw < at) low = middle;
    else high = middle - 1;
  }
  const run = runs[low] ?? { raw: 0, ours: 0, length: 0 };
  return run.ours + Math.min(at - run.raw, run.length);
}
