import type { PdfDocument } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import type { Step } from '#core/article.ts';
import { SourceProblem } from '#core/import/file-source.ts';
import { refuse } from '#core/import/refusal.ts';
import type { Extraction, Extractor } from './extraction.ts';
import { findBomb, isTangled } from './pdf-bombs.ts';
import { openPdf } from './pdf-engine.ts';
import { readPdfFacts } from './pdf-facts.ts';
import { type PdfPage, readPage } from './pdf-lines.ts';
import { joinParagraphs } from './pdf-paragraphs.ts';

/** A PDF with more pages is refused: no article has as many. */
const mostPages = 5000;

/**
 * A PDF: the text it holds as text, its lines joined to paragraphs. Pictures are not read, scripts and forms not run,
 * files in it left where they are; what was left is told.
 */
export const extractPdf: Extractor = async ({ name, bytes }) => {
  const bomb = findBomb(bytes);
  if (bomb !== null) return refuse(name, 'bomb', bomb);
  if (isTangled(bytes)) return refuse(name, 'damaged', { format: 'pdf' });
  const opened = await openPdf(bytes);
  if (typeof opened === 'string') return refuse(name, opened, { format: 'pdf' });
  try {
    const { document } = opened;
    if (document.numPages > mostPages)
      return refuse(name, 'bomb', { limit: 'pages', pages: document.numPages, largest: mostPages });
    return await read(document, bytes);
  } catch (error) {
    if (error instanceof SourceProblem) return refuse(name, error.reason, { format: 'pdf', ...error.detail });
    return refuse(name, 'damaged', { format: 'pdf', message: String(error).slice(0, 200) });
  } finally {
    await opened.close();
  }
};

async function read(document: PdfDocument, bytes: Uint8Array): Promise<Extraction> {
  const { pages, broken } = await readPages(document);
  const { blocks, hyphens } = joinParagraphs(pages);
  const lines = pages.reduce((sum, page) => sum + page.lines.length, 0);
  const steps: Step[] = [
    { name: 'extract-pdf', detail: `${document.numPages}, ${lines}, ${blocks.length}` },
    ...(hyphens > 0 ? [{ name: 'join-hyphens', detail: String(hyphens) }] : []),
    ...(await leftOut(document)),
  ];
  const missing = whatIsMissing(pages, broken, bytes);
  return {
    mediaType: 'application/pdf',
    content: blocks,
    facts: await readPdfFacts(document, pages[0]?.lines ?? []),
    steps,
    encoding: 'pdf',
    unreadable: 0,
    ...(missing === null ? {} : { missing }),
  };
}

async function readPages(document: PdfDocument): Promise<{ pages: PdfPage[]; broken: number[] }> {
  const pages: PdfPage[] = [];
  const broken: number[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    try {
      const page = await document.getPage(number);
      pages.push(await readPage(page, number));
      page.cleanup();
    } catch (error) {
      if (error instanceof SourceProblem) throw error;
      broken.push(number);
    }
  }
  return { pages, broken };
}

/** What lies in the file besides its pages. */
async function leftOut(document: PdfDocument): Promise<Step[]> {
  const steps: Step[] = [];
  const files = await document.getAttachments().catch(() => null);
  if (files) {
    const names = Object.values(files).map(({ filename }) => filename);
    steps.push({ name: 'left-files', detail: `${names.length}, ${names.join(', ')}`.slice(0, 1000) });
  }
  const actions = await document.getJSActions().catch(() => null);
  if (actions || (await document.hasJSActions().catch(() => false)))
    steps.push({ name: 'left-scripts', detail: '' });
  return steps;
}

function whatIsMissing(
  pages: readonly PdfPage[],
  broken: readonly number[],
  bytes: Uint8Array,
): NonNullable<Extraction['missing']> | null {
  const all = pages.length + broken.length;
  const written = pages.filter(({ lines }) => lines.length > 0).length;
  if (written === 0) return { reason: 'no-text', detail: { pages: all } };
  const isCut = !endsWhole(bytes);
  if (broken.length === 0 && written === pages.length && !isCut) return null;
  const detail = {
    pages: all,
    ...(broken.length > 0 ? { broken: listNumbers(broken) } : {}),
    ...(written < pages.length ? { empty: pages.length - written } : {}),
    ...(isCut ? { cut: 1 } : {}),
  };
  return { reason: 'part', detail };
}

/** Whether the mark at the end of every PDF is there; other programs may have put a little behind it. */
function endsWhole(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(-4096)).includes('%%EOF');
}

function listNumbers(numbers: readonly number[]): string {
  const shown = numbers.slice(0, 20).join(', ');
  return numbers.length > 20 ? `${shown} …` : shown;
}
