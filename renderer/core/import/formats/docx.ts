import { zipSync } from 'fflate';
import { type Block, collectBlocks } from '#core/import/collect-blocks.ts';
import { SourceProblem } from '#core/import/file-source.ts';
import { scanHtml } from '#core/import/scan-html.ts';
import { isWellNested } from '#core/import/scan-xml.ts';
import { collectText } from './collect-text.ts';
import { documentFacts } from './document-facts.ts';
import type { Extraction } from './extraction.ts';
import { withNoteNumbers } from './note-numbers.ts';
import { withShortCells } from './short-cells.ts';
import type { ZippedParts } from './zipped-parts.ts';

/** The library builds a tree of a document's XML, which takes many times its size. */
const largestXml = 32 * 1024 * 1024;
const mendedXml = 32 * 1024;

/** A Word document: its text as it stands with all changes accepted, notes after it, comments left out and counted. */
export async function readDocx(parts: ZippedParts): Promise<Extraction> {
  const { blocks, dropped } = await readBody(parts);
  const margins = await readMargins(parts);
  const properties = collectText({ title: 'dc:title', author: 'dc:creator', language: 'dc:language' });
  properties.read((await parts.xml('docProps/core.xml').catch(() => null)) ?? '');
  const comments = countOf(await parts.xml('word/comments.xml').catch(() => null), /<w:comment[\s>]/g);
  return {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    content: [...margins.heads, ...blocks, ...margins.feet],
    facts: { ...documentFacts(properties.found), heading: null },
    steps: [
      { name: 'extract-document', detail: `docx, ${blocks.length}` },
      ...(comments > 0 ? [{ name: 'left-comments', detail: String(comments) }] : []),
      ...(dropped > 0 ? [{ name: 'left-deletions', detail: String(dropped) }] : []),
      ...leftScripts(parts),
    ],
    encoding: 'docx',
    unreadable: 0,
  };
}

async function readBody(parts: ZippedParts): Promise<{ blocks: readonly Block[]; dropped: number }> {
  const bytes = zipSync(await safeParts(parts), { level: 0 });
  const { convertToHtml, images } = await import('mammoth');
  const options = { convertImage: images.imgElement(async () => ({ src: '' })) };
  // Its build for browsers takes the one, its build for Node the other.
  const input = { arrayBuffer: bytes.buffer as ArrayBuffer, buffer: bytes as never };
  const { value } = await convertToHtml(input, options);
  const collector = collectBlocks();
  scanHtml(value, withNoteNumbers(withShortCells(collector)));
  const document = await parts.xml('word/document.xml').catch(() => null);
  return { blocks: collector.finish(), dropped: countOf(document, /<w:del [^>]*>/g) };
}

/** The parts the library reads, checked and unpacked: it has no limits of its own. */
async function safeParts(parts: ZippedParts): Promise<Record<string, Uint8Array>> {
  const safe: Record<string, Uint8Array> = {};
  let total = 0;
  for (const name of parts.names) {
    if (!/\.(?:xml|rels)$/i.test(name) || /^(?:customXml|docProps)\//.test(name)) continue;
    // Checked for entities as it is decoded.
    const xml = await parts.xml(name);
    if (xml === null) continue;
    if (isHardToMend(xml)) throw new SourceProblem('damaged', { part: name });
    const bytes = await parts.bytes(name);
    total += bytes?.length ?? 0;
    if (total > largestXml) throw new SourceProblem('bomb', { limit: 'total', totalBytes: largestXml });
    if (bytes) safe[name] = bytes;
  }
  if (!safe['word/document.xml'] && !safe['_rels/.rels']) throw new SourceProblem('damaged');
  return safe;
}

/** The library mends breaks; in large files that takes it a square of the time. */
function isHardToMend(xml: string): boolean {
  return xml.length > mendedXml && !isWellNested(xml);
}

/** What is printed at the top and the bottom of every page: once each, as boilerplate. */
async function readMargins(parts: ZippedParts): Promise<{ heads: Block[]; feet: Block[] }> {
  const read = async (pattern: RegExp) => {
    const lines = new Set<string>();
    for (const name of parts.names.filter((one) => pattern.test(one)).slice(0, 50)) {
      const text = collectText({ line: 'w:p' }, { only: 'w:t' });
      text.read((await parts.xml(name).catch(() => null)) ?? '');
      for (const line of text.all.line) lines.add(line);
    }
    return Array.from(lines, (text): Block => ({ text, noise: 'markup' }));
  };
  return {
    heads: await read(/^word\/header\d*\.xml$/),
    feet: await read(/^word\/footer\d*\.xml$/),
  };
}

function leftScripts({ names }: ZippedParts): Extraction['steps'] {
  const files = names.filter((name) => /^word\/embeddings\//.test(name));
  return [
    ...(names.some((name) => /vbaProject\.bin$/i.test(name)) ? [{ name: 'left-scripts', detail: '' }] : []),
    ...(files.length > 0
      ? [{ name: 'left-files', detail: `${files.length}, ${files.map(fileName).join(', ')}`.slice(0, 1000) }]
      : []),
  ];
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function countOf(text: string | null, pattern: RegExp): number {
  return text?.match(pattern)?.length ?? 0;
}
