import type { PdfDocument } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import type { Step } from '#core/article.ts';
import { SourceProblem } from '#core/import/file-source.ts';
import { refuse } from '#core/import/refusal.ts';
import type { Extraction, Extractor } from './extraction.ts';
import { findBomb, hasLongStream, isRereadWithoutEnd, isTangled } from './pdf-bombs.ts';
import { openPdf } from './pdf-engine.ts';
import { readPdfFacts } from './pdf-facts.ts';
import { type PdfPage, readPage } from './pdf-lines.ts';
import { joinParagraphs } from './pdf-paragraphs.ts';
import { recoverPdf } from './pdf-recover.ts';
import { findSigns, type LookForSigns, type Operators } from './pdf-signs.ts';

/** A PDF with more pages is refused: no article has as many. */
const mostPages = 5000;

/**
 * A PDF: the text it holds as text, its lines joined to paragraphs. Pictures are not read, scripts and forms not run,
 * files in it left where they are; what was left is told.
 */
export const extractPdf: Extractor = async ({ name, bytes }, tools) => {
  const bomb = findBomb(bytes);
  if (bomb !== null) return refuse(name, 'bomb', bomb);
  if (isTangled(bytes) || isRereadWithoutEnd(bytes)) return refuse(name, 'damaged', { format: 'pdf' });
  let opened = await openPdf(bytes, tools);
  const recovered = opened === 'damaged' ? recoverPdf(bytes) : null;
  if (recovered !== null) opened = await openPdf(recovered, tools);
  if (typeof opened === 'string') return refuse(name, opened, { format: 'pdf' });
  try {
    const { document, operators } = opened;
    if (document.numPages > mostPages)
      return refuse(name, 'bomb', { limit: 'pages', pages: document.numPages, largest: mostPages });
    const extraction = await read(document, lookForSigns(operators, bytes), {
      bytes,
      isRecovered: recovered !== null,
    });
    // Its pages are no pictures: what tells their letters is lost.
    if (recovered !== null && extraction.missing?.reason === 'no-text')
      return refuse(name, 'damaged', { format: 'pdf' });
    return extraction;
  } catch (error) {
    if (error instanceof SourceProblem) return refuse(name, error.reason, { format: 'pdf', ...error.detail });
    return refuse(name, 'damaged', { format: 'pdf', message: String(error).slice(0, 200) });
  } finally {
    await opened.close();
  }
};

type PdfFile = {
  readonly bytes: Uint8Array;
  /** Whether its objects had to be searched for, as the list of them is lost. */
  readonly isRecovered: boolean;
};

async function read(document: PdfDocument, look: LookForSigns, file: PdfFile): Promise<Extraction> {
  const { pages, broken } = await readPages(document, look);
  const { blocks, hyphens } = joinParagraphs(pages);
  const lines = pages.reduce((sum, page) => sum + page.lines.length, 0);
  const steps: Step[] = [
    ...(file.isRecovered ? [{ name: 'recover-pdf', detail: '' }] : []),
    { name: 'extract-pdf', detail: `${document.numPages}, ${lines}, ${blocks.length}` },
    ...(hyphens > 0 ? [{ name: 'join-hyphens', detail: String(hyphens) }] : []),
    ...(await leftOut(document)),
  ];
  const missing = whatIsMissing(pages, broken, file);
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

/** What is drawn is gathered as a whole: not in a file that may hold too much of it. */
function lookForSigns(operators: Operators, bytes: Uint8Array): LookForSigns {
  let mayLook: boolean | null = null;
  return async (page) => {
    mayLook ??= !hasLongStream(bytes);
    return mayLook ? findSigns(page, operators) : [];
  };
}

async function readPages(
  document: PdfDocument,
  look: LookForSigns,
): Promise<{ pages: PdfPage[]; broken: number[] }> {
  const pages: PdfPage[] = [];
  const broken: number[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    try {
      const page = await document.getPage(number);
      pages.push(await readPage(page, number, look));
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
  { bytes, isRecovered }: PdfFile,
): NonNullable<Extraction['missing']> | null {
  const all = pages.length + broken.length;
  const written = pages.filter(({ lines }) => lines.length > 0).length;
  if (written === 0) return { reason: 'no-text', detail: { pages: all } };
  const isCut = !endsWhole(bytes);
  if (broken.length === 0 && written === pages.length && !isCut && !isRecovered) return null;
  const detail = {
    pages: all,
    ...(broken.length > 0 ? { broken: listNumbers(broken) } : {}),
    ...(written < pages.length ? { empty: pages.length - written } : {}),
    ...(isCut ? { cut: 1 } : isRecovered ? { recovered: 1 } : {}),
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
