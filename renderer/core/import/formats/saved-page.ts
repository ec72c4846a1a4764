import PostalMime from 'postal-mime';
import { extractHtml } from '#core/import/extract-html.ts';
import { headerOf } from '#core/import/mail/mail-facts.ts';
import { latin } from '#core/import/mail/read-message.ts';
import { declaredCharset } from '#core/import/recognise-format.ts';
import { refuse } from '#core/import/refusal.ts';
import type { Extractor } from './extraction.ts';
import { decodeBytes } from './plain-text.ts';

/** A web page that a browser saved with its pictures in one file (MHTML): the page itself, not its frames. */
export const extractSavedPage: Extractor = async (given, tools) => {
  const root = await rootPage(given.bytes);
  if (root === null) return refuse(given.name, 'damaged', { part: 'page' });
  const page = { ...given, bytes: root.bytes };
  const decoded = decodeBytes(page, root.charset ?? declaredCharset(root.bytes), tools);
  if (decoded.kind === 'refused') return decoded;
  const { blocks, facts, from } = extractHtml(decoded.text);
  return {
    mediaType: 'multipart/related',
    content: blocks,
    facts: { ...facts, address: root.address ?? facts.address ?? null },
    steps: [
      ...decoded.steps,
      { name: 'saved-page', detail: root.savedAt ?? '' },
      { name: 'extract-html', detail: `${from}, ${blocks.length}` },
    ],
    encoding: decoded.encoding,
    unreadable: decoded.unreadable,
  };
};

type RootPage = {
  readonly bytes: Uint8Array;
  readonly charset: string | null;
  readonly address: string | null;
  /** When the browser saved it, as it wrote that down. */
  readonly savedAt: string | null;
};

/** The first part that is a page; `null` when there is none. */
async function rootPage(bytes: Uint8Array): Promise<RootPage | null> {
  const file = latin(bytes);
  const page = partsOf(file).find(({ headers }) => isPage.test(headers));
  if (page === undefined) return null;
  const { headers, body } = page;
  const top = await PostalMime.parse(`${headersOf(file)}\r\n\r\n`);
  const location =
    headerOf(top, 'snapshot-content-location') ?? /^content-location:\s*(\S+)/im.exec(headers)?.[1] ?? '';
  return {
    bytes: await decodedPart(headers, body),
    charset: /charset\s*=\s*"?([\w.:+-]{1,60})/i.exec(headers)?.[1] ?? null,
    address: /^https?:/i.test(location) ? location : null,
    savedAt: headerOf(top, 'date'),
  };
}

const isPage = /^content-type:\s*(?:text\/html|application\/xhtml\+xml)/im;

type Part = { readonly headers: string; readonly body: string };

/** The parts of a file, pictures and frames included, none of them decoded. */
function partsOf(file: string): Part[] {
  const boundary = /boundary\s*=\s*(?:"([^"\r\n]+)"|([^\s;]+))/i.exec(headersOf(file));
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined) return [];
  return file
    .split(`\n--${mark}`)
    .slice(1)
    .map((piece) => {
      const part = piece.replace(/^[ \t]*\r?\n/, '');
      const headers = headersOf(part);
      return { headers, body: part.slice(headers.length) };
    });
}

function headersOf(part: string): string {
  return part.slice(0, 64 * 1024).split(/\r?\n\r?\n/, 1)[0] ?? '';
}

/** The bytes of a part: as an attachment, so that they are decoded for transfer and nothing more. */
async function decodedPart(headers: string, body: string): Promise<Uint8Array> {
  const transfer = /^content-transfer-encoding:.*$/im.exec(headers)?.[0] ?? '';
  const lines = ['Content-Type: application/octet-stream', 'Content-Disposition: attachment', transfer];
  const alone = `${lines.filter(Boolean).join('\r\n')}${body}`;
  const bytes = new Uint8Array(alone.length);
  for (let at = 0; at < alone.length; at++) bytes[at] = alone.charCodeAt(at);
  const { attachments } = await PostalMime.parse(bytes);
  const content = attachments[0]?.content ?? new ArrayBuffer(0);
  return typeof content === 'string'
    ? new TextEncoder().encode(content)
    : new Uint8Array(content as ArrayBuffer);
}
