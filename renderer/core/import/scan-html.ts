import { decodeEntities } from './html-entities.ts';

/** What a page is read into, from a tree or straight from its source. */
export type HtmlReader = {
  open(tag: string, attributes: ReadonlyMap<string, string>): void;
  close(tag: string): void;
  text(text: string): void;
};

/** Elements that never hold anything. */
export const voidTags: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** Elements whose content is no markup. */
const rawTags = new Set('script style xmp iframe noembed noframes textarea title'.split(' '));

/**
 * Read an HTML page from its source in one pass, without a tree: however deep or broken it is, it takes time in
 * proportion to its length and no stack. Misnested tags come as they stand.
 */
export function scanHtml(html: string, reader: HtmlReader): void {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) {
      reader.text(decodeEntities(html.slice(at)));
      return;
    }
    if (open > at) reader.text(decodeEntities(html.slice(at, open)));
    at = scanMarkup(html, open, reader);
  }
}

/** Read what begins with the `<` at `open`; answers where it ends. */
function scanMarkup(html: string, open: number, reader: HtmlReader): number {
  if (html.startsWith('<!--', open)) return after(html, '-->', open + 4);
  const sign = html.charAt(open + 1);
  if (sign === '!' || sign === '?') return after(html, '>', open + 2);
  const closing = sign === '/';
  const nameStart = closing ? open + 2 : open + 1;
  if (!isLetter(html.charCodeAt(nameStart))) {
    if (closing) return after(html, '>', nameStart);
    reader.text('<');
    return open + 1;
  }
  const nameEnd = skipTo(html, nameStart, isNameEnd);
  const tag = html.slice(nameStart, Math.min(nameEnd, nameStart + 40)).toLowerCase();
  if (closing) {
    reader.close(tag);
    return after(html, '>', nameEnd);
  }
  const { attributes, end } = scanAttributes(html, nameEnd);
  reader.open(tag, attributes);
  return rawTags.has(tag) ? scanRaw(html, end, { tag, reader }) : end;
}

/** Hand on the content of `script`, `title` and their like up to its end tag as one text. */
function scanRaw(html: string, start: number, { tag, reader }: { tag: string; reader: HtmlReader }): number {
  const endTag = new RegExp(`</${tag}(?=[\\s/>])`, 'gi');
  endTag.lastIndex = start;
  const found = endTag.exec(html);
  const content = html.slice(start, found?.index);
  reader.text(tag === 'title' || tag === 'textarea' ? decodeEntities(content) : content);
  reader.close(tag);
  return found ? after(html, '>', found.index) : html.length;
}

function scanAttributes(html: string, start: number): { attributes: Map<string, string>; end: number } {
  const attributes = new Map<string, string>();
  let at = start;
  while (at < html.length) {
    at = skipTo(html, at, (code) => !isSpace(code) && code !== slash);
    if (html.charCodeAt(at) === greater) return { attributes, end: at + 1 };
    const nameEnd = skipTo(html, at + 1, (code) => isNameEnd(code) || code === equals);
    const name = html.slice(at, nameEnd).toLowerCase();
    const { value, end } = scanValue(html, skipSpace(html, nameEnd));
    if (!attributes.has(name)) attributes.set(name, decodeEntities(value));
    at = end;
  }
  return { attributes, end: html.length };
}

/** The value behind the `=` at `at`; an empty one when there is no `=`. */
function scanValue(html: string, at: number): { value: string; end: number } {
  if (html.charCodeAt(at) !== equals) return { value: '', end: at };
  const from = skipSpace(html, at + 1);
  const quote = html.charAt(from);
  if (quote === '"' || quote === "'") {
    const close = indexOrEnd(html, quote, from + 1);
    return { value: html.slice(from + 1, close), end: close + 1 };
  }
  const end = skipTo(html, from, (code) => isSpace(code) || code === greater);
  return { value: html.slice(from, end), end };
}

const slash = 0x2f;
const greater = 0x3e;
const equals = 0x3d;

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

function isNameEnd(code: number): boolean {
  return isSpace(code) || code === slash || code === greater;
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function skipSpace(html: string, start: number): number {
  return skipTo(html, start, (code) => !isSpace(code));
}

function skipTo(html: string, start: number, stop: (code: number) => boolean): number {
  let at = start;
  while (at < html.length && !stop(html.charCodeAt(at))) at += 1;
  return at;
}

function indexOrEnd(html: string, needle: string, from: number): number {
  const found = html.indexOf(needle, from);
  return found === -1 ? html.length : found;
}

function after(html: string, needle: string, from: number): number {
  return Math.min(html.length, indexOrEnd(html, needle, from) + needle.length);
}
