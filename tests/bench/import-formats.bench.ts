import { readFileSync } from 'node:fs';
import mammoth from 'mammoth';
import { bench, describe } from 'vitest';
import { openPdf } from '#core/import/formats/pdf-engine.ts';
import { importFile } from '#core/import/import-file.ts';
import { nodeTools } from '#tests/unit/core/import/node-tools.ts';

const read = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/import/office/${name}`));
const pdf = read('libreoffice.pdf');
const docx = read('libreoffice.docx');
const times = { iterations: 100, time: 2_000 };

describe('a PDF of one page', () => {
  bench('the bare parser: the text of every page', async () => void (await bareText(pdf)), times);
  bench(
    'as an article: paragraphs, repairs, facts, language, damage, sketch, hashes',
    async () => void (await importFile({ name: 'note.pdf', bytes: pdf }, nodeTools)),
    times,
  );
});

describe('a DOCX of one page', () => {
  const buffer = Buffer.from(docx);
  bench('the bare parser: its HTML', async () => void (await mammoth.convertToHtml({ buffer })), times);
  bench(
    'as an article: blocks, repairs, facts, language, damage, sketch, hashes',
    async () => void (await importFile({ name: 'note.docx', bytes: docx }, nodeTools)),
    times,
  );
});

async function bareText(bytes: Uint8Array): Promise<number> {
  const open = await openPdf(bytes, nodeTools);
  if (typeof open === 'string') throw new Error(open);
  let characters = 0;
  for (let number = 1; number <= open.document.numPages; number++) {
    const page = await open.document.getPage(number);
    const reader = page.streamTextContent({ includeMarkedContent: true }).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read())
      for (const item of part.value?.items ?? []) if ('str' in item) characters += item.str.length;
  }
  await open.close();
  return characters;
}
