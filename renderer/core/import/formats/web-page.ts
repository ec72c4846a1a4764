import { extractHtml } from '#core/import/extract-html.ts';
import { declaredCharset } from '#core/import/recognise-format.ts';
import type { Extractor } from './extraction.ts';
import { decodeBytes } from './plain-text.ts';

/** A web page: its main text, with what it says of itself. */
export const extractPage: Extractor = async (given, tools) => {
  const decoded = decodeBytes(given, given.charset ?? declaredCharset(given.bytes), tools);
  if (decoded.kind === 'refused') return decoded;
  const page = extractHtml(decoded.text);
  const step = { name: 'extract-html', detail: `${page.from}, ${page.blocks.length}` };
  return {
    mediaType: 'text/html',
    content: page.blocks,
    facts: page.facts,
    steps: [...decoded.steps, step],
    encoding: decoded.encoding,
    unreadable: decoded.unreadable,
  };
};
