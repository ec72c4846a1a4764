import { inline } from '#core/exchange/to-markdown.ts';

/** A passage with the words around it. */
export type Quotation = {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
  /** `attack / ambush`. */
  readonly tagPaths: readonly string[];
  readonly title: string;
  /** Publisher, carrier and date, in words. */
  readonly source: string;
  readonly note: string;
};

/**
 * Quotations as Markdown: a heading, then each quotation as a block quote with the passage in bold, its source below.
 * All of it is text: nothing in it becomes markup.
 */
export function quotationsToMarkdown(heading: string, quotations: readonly Quotation[]): string {
  const parts = quotations.map(({ before, quote, after, tagPaths, title, source, note }) => {
    const passage = [inline(before), bold(quote), inline(after)].filter((part) => part !== '').join(' ');
    const lines = [
      `> ${passage}`,
      '',
      [title, source]
        .filter((part) => part !== '')
        .map(inline)
        .join(', '),
      ...(tagPaths.length === 0 ? [] : ['', tagPaths.map(inline).join('; ')]),
      ...(note.trim() === '' ? [] : ['', inline(note)]),
    ];
    return lines.join('\n');
  });
  return `${[`# ${inline(heading)}`, ...parts].join('\n\n')}\n`;
}

function bold(text: string): string {
  const written = inline(text);
  return written === '' ? '' : `**${written}**`;
}
