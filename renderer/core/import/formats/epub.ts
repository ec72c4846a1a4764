import { type Block, collectBlocks } from '#core/import/collect-blocks.ts';
import { SourceProblem } from '#core/import/file-source.ts';
import type { HtmlReader } from '#core/import/scan-html.ts';
import { scanXml } from '#core/import/scan-xml.ts';
import { collectText } from './collect-text.ts';
import { documentFacts } from './document-facts.ts';
import type { Extraction } from './extraction.ts';
import { withShortCells } from './short-cells.ts';
import type { ZippedParts } from './zipped-parts.ts';

/** A file of a book, as its package names it. */
type Item = { readonly path: string; readonly isNavigation: boolean };

/** An electronic book: its chapters in the order they are read in, its table of contents as boilerplate. */
export async function readEpub(parts: ZippedParts): Promise<Extraction> {
  const container = await parts.xml('META-INF/container.xml');
  const path = attributesOf(container ?? '', 'rootfile')[0]?.get('full-path');
  const book = path === undefined ? null : await parts.xml(path);
  if (path === undefined || book === null)
    throw new SourceProblem('damaged', { part: path ?? 'META-INF/container.xml' });
  const items = readSpine(book, path);
  await refuseLocked(parts, items);
  const { blocks, broken } = await readItems(parts, items);
  const said = collectText({
    title: 'dc:title',
    author: 'dc:creator',
    publisher: 'dc:publisher',
    published: 'dc:date',
    language: 'dc:language',
  });
  said.read(book);
  return {
    mediaType: 'application/epub+zip',
    content: blocks,
    facts: documentFacts(said.found),
    steps: [{ name: 'extract-document', detail: `epub, ${blocks.length}` }],
    encoding: 'epub',
    unreadable: 0,
    ...(broken > 0 ? { missing: { reason: 'part', detail: { pages: items.length, broken } } } : {}),
  };
}

function readSpine(book: string, bookPath: string): Item[] {
  const items = new Map<string, Item>();
  for (const attributes of attributesOf(book, 'item')) {
    const id = attributes.get('id');
    const href = attributes.get('href');
    if (id === undefined || href === undefined) continue;
    const isNavigation = /(?:^|\s)nav(?:\s|$)/.test(attributes.get('properties') ?? '');
    items.set(id, { path: resolvePath(bookPath, href), isNavigation });
  }
  return attributesOf(book, 'itemref').flatMap((attributes) => {
    const item = items.get(attributes.get('idref') ?? '');
    return item ? [item] : [];
  });
}

/** Where `href` leads from a file at `from`, both inside the book. */
function resolvePath(from: string, href: string): string {
  const steps = from.split('/').slice(0, -1);
  for (const step of unescaped(href.replace(/[#?].*$/s, '')).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function unescaped(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

/** Shops lock the text of books; fonts that are only garbled lock nothing. */
async function refuseLocked(parts: ZippedParts, items: readonly Item[]): Promise<void> {
  const encryption = await parts.xml('META-INF/encryption.xml').catch(() => null);
  const locked = new Set(
    attributesOf(encryption ?? '', 'CipherReference').map((attributes) =>
      unescaped(attributes.get('URI') ?? ''),
    ),
  );
  if (items.some(({ path }) => locked.has(path))) throw new SourceProblem('encrypted');
}

async function readItems(
  parts: ZippedParts,
  items: readonly Item[],
): Promise<{ blocks: Block[]; broken: number }> {
  const blocks: Block[] = [];
  let broken = 0;
  for (const { path, isNavigation } of items) {
    const page = await readItem(parts, path);
    if (page === null) broken += 1;
    else
      blocks.push(
        ...page.map(({ text, noise }) => ({ text, noise: isNavigation ? ('menu' as const) : noise })),
      );
  }
  return { blocks, broken };
}

/** The text of one file of the book; `null` when it is missing or broken. */
async function readItem(parts: ZippedParts, path: string): Promise<Block[] | null> {
  try {
    const page = await parts.xml(path);
    if (page === null) return null;
    const collector = collectBlocks();
    scanXml(page, inSmallLetters(withShortCells(collector)));
    return collector.finish();
  } catch (error) {
    if (error instanceof SourceProblem && error.reason === 'empty') return [];
    if (error instanceof SourceProblem && error.reason === 'bomb') throw error;
    return null;
  }
}

/** Pages of older books write their elements as they like. */
function inSmallLetters(reader: HtmlReader): HtmlReader {
  const plain = (tag: string) => tag.slice(tag.indexOf(':') + 1).toLowerCase();
  return {
    open: (tag, attributes) => reader.open(plain(tag), attributes),
    close: (tag) => reader.close(plain(tag)),
    text: (text) => reader.text(text),
  };
}

/** The attributes of all elements called `element`, whatever their prefix. */
function attributesOf(xml: string, element: string): ReadonlyMap<string, string>[] {
  const found: ReadonlyMap<string, string>[] = [];
  scanXml(xml, {
    open(tag, attributes) {
      if (tag.slice(tag.indexOf(':') + 1) === element) found.push(attributes);
    },
    close() {},
    text() {},
  });
  return found;
}
