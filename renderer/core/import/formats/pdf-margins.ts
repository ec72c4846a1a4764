import type { PdfLine, PdfPage } from './pdf-lines.ts';

/** How much of a page, from its edge, running heads and feet may take. */
const marginShare = 0.12;

/** Lines from each edge of a page that may be heads or feet. */
const marginLines = 4;

/**
 * The lines that are printed anew on every page: running heads, feet and page numbers. Those the file itself marks as
 * no part of the text, and those that stand in the margin of most pages, numbers apart.
 */
export function findMargins(pages: readonly PdfPage[]): Set<PdfLine> {
  const margins = pages.map(linesInMargin);
  const pagesOf = new Map<string, Set<number>>();
  for (const line of margins.flat()) {
    const key = repeatKey(line);
    const seen = pagesOf.get(key);
    if (seen) seen.add(line.page);
    else pagesOf.set(key, new Set([line.page]));
  }
  const written = pages.filter(({ lines }) => lines.length > 0).length;
  // Left and right pages may have heads of their own.
  const often = Math.max(2, Math.ceil(written * 0.4));
  const repeated = margins.flat().filter((line) => (pagesOf.get(repeatKey(line))?.size ?? 0) >= often);
  return new Set([...repeated, ...margins.flat().filter(({ artifact }) => artifact)]);
}

function linesInMargin({ lines, height }: PdfPage): PdfLine[] {
  const byPlace = [...lines].sort((a, b) => a.baseline - b.baseline);
  const depth = height * marginShare;
  const head = byPlace.slice(0, marginLines).filter(({ baseline }) => baseline < depth);
  const foot = byPlace.slice(-marginLines).filter(({ baseline }) => baseline > height - depth);
  return [...new Set([...head, ...foot])];
}

/** What a line says and where, such that page numbers and dates that count on do not matter. */
function repeatKey({ text, baseline, size }: PdfLine): string {
  return `${Math.round(baseline / Math.max(4, size))} ${text.replace(/\p{Nd}+/gu, '0')}`;
}
