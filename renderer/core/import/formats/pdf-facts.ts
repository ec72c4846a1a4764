import type { PdfDocument } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import type { PageFacts } from '#core/import/page-facts.ts';
import { documentAuthor, documentTitle } from './document-facts.ts';
import type { PdfLine } from './pdf-lines.ts';

/** What a PDF says of itself, in its properties and by the size of its letters. */
export async function readPdfFacts(document: PdfDocument, firstPage: readonly PdfLine[]): Promise<PageFacts> {
  const { info, metadata } = await document.getMetadata().catch(() => ({ info: {}, metadata: null }));
  const said = (name: string, ...more: string[]) =>
    firstText([info[name as keyof typeof info], ...more.map((other) => metadata?.get(other))]);
  return {
    ground: 'document',
    title: documentTitle(said('Title', 'dc:title')),
    heading: largestLines(firstPage),
    // The day a file was made says nothing of the day its text was published.
    published: firstText([metadata?.get('prism:publicationdate'), metadata?.get('prism:coverdate')]),
    byline: documentAuthor(said('Author', 'dc:creator')),
    siteName: firstText([metadata?.get('prism:publicationname'), metadata?.get('dc:publisher')]),
    language: firstText([info['Language' as keyof typeof info], metadata?.get('dc:language')]),
  };
}

function firstText(values: readonly unknown[]): string | null {
  for (const value of values.flat())
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  return null;
}

/** What is printed largest on the first page, when that is a headline: larger than the rest, and short. */
function largestLines(lines: readonly PdfLine[]): string | null {
  const letters = lines.filter(({ text }) => /\p{L}{2}/u.test(text));
  const largest = letters.reduce((most, { size }) => Math.max(most, size), 0);
  const usual = letters.map(({ size }) => size).sort((a, b) => a - b)[Math.floor(letters.length / 2)] ?? 0;
  const start = letters.findIndex(({ size }) => size > largest * 0.97);
  if (largest < usual * 1.15 || start === -1) return null;
  const end = letters.findIndex(({ size }, at) => at > start && size <= largest * 0.97);
  const heading = letters
    .slice(start, end === -1 ? undefined : end)
    .map(({ text }) => text)
    .join(' ');
  return heading.length <= 300 ? heading : null;
}
