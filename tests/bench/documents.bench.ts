/// <reference path="../../renderer/core/import/formats/pdfjs.d.ts" />

import { readFileSync } from 'node:fs';
import mammoth from 'mammoth';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import { bench, describe } from 'vitest';
import { importFile } from '#core/import/import-file.ts';
import { nodeTools } from '#tests/unit/core/import/node-tools.ts';

const read = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/import/office/${name}`));
const files = Object.fromEntries(
  ['libreoffice.pdf', 'libreoffice.docx', 'libreoffice.odt', 'libreoffice.rtf', 'libreoffice.epub'].map(
    (name) => [name, read(name)],
  ),
);

// The whole way to an article: text, hashes, language, boilerplate, title and the rest.
async function ours(name: string): Promise<void> {
  await importFile({ name, bytes: files[name] ?? new Uint8Array(0) }, nodeTools);
}

/** The library alone: the text of every page, thrown away. */
async function barePdf(name: string): Promise<void> {
  const task = getDocument({ data: files[name]?.slice(), verbosity: 0, useSystemFonts: true });
  const document = await task.promise;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const reader = page.streamTextContent({ includeMarkedContent: true }).getReader();
    while (!(await reader.read()).done);
  }
  await task.destroy();
}

describe('a note of two pages, 500 words', () => {
  bench('PDF', () => ours('libreoffice.pdf'));
  bench('PDF, bare pdf.js', () => barePdf('libreoffice.pdf'));
  bench('DOCX', () => ours('libreoffice.docx'));
  bench('DOCX, bare mammoth', async () => {
    await mammoth.convertToHtml({ buffer: Buffer.from(files['libreoffice.docx'] ?? []) });
  });
  bench('ODT', () => ours('libreoffice.odt'));
  bench('RTF', () => ours('libreoffice.rtf'));
  bench('EPUB', () => ours('libreoffice.epub'));
});
