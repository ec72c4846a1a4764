import { decodeEntities } from './html-entities.ts';
import type { HtmlReader } from './scan-html.ts';

/**
 * Read an XML file from its source in one pass, without a tree: however deep or broken it is, it takes time in
 * proportion to its length and no stack. Entities that a file declares itself are not resolved: their names stay as
 * they stand, so that no entity can grow.
 */
export function scanXml(xml: string, reader: HtmlReader): void {
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    if (open === -1) {
      reader.text(decodeEntities(xml.slice(at)));
      return;
    }
    if (open > at) reader.text(decodeEntities(xml.slice(at, open)));
    at = scanMarkup(xml, open, reader);
  }
}

/** Documents of office programs are never deeper. */
const deepest = 500;

/** Whether every tag of an XML file is closed in its turn, and none lies unreasonably deep. */
export function isWellNested(xml: string): boolean {
  const openTags: string[] = [];
  let isWell = true;
  scanXml(xml, {
    open(tag) {
      openTags.push(tag);
      if (openTags.length > deepest) isWell = false;
    },
    close(tag) {
      if (openTags.pop() !== tag) isWell = false;
    },
    text() {},
  });
  return isWell && openTags.length === 0;
}

const name = /[^\s/>=<]+/y;

/** Read what begins with the `<` at `open`; answers where it ends. */
function scanMarkup(xml: string, open: number, reader: HtmlReader): number {
  if (xml.startsWith('<!--', open)) return after(xml, '-->', open + 4);
  if (xml.startsWith('<![CDATA[', open)) {
    const end = after(xml, ']]>', open + 9);
    reader.text(xml.slice(open + 9, xml.endsWith(']]>') || end < xml.length ? end - 3 : end));
    return end;
  }
  if (xml.startsWith('<?', open)) return after(xml, '?>', open + 2);
  if (xml.startsWith('<!', open)) return skipDeclaration(xml, open);
  if (xml.charAt(open + 1) === '/') {
    reader.close(matchAt(name, xml, open + 2)?.[0] ?? '');
    return after(xml, '>', open + 2);
  }
  const tag = matchAt(name, xml, open + 1)?.[0];
  if (tag === undefined) {
    reader.text('<');
    return open + 1;
  }
  const { attributes, end, isEmpty } = scanAttributes(xml, open + 1 + tag.length);
  reader.open(tag, attributes);
  if (isEmpty) reader.close(tag);
  return end;
}

const attribute = /\s*([^\s=/><]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;

function scanAttributes(xml: string, start: number) {
  const attributes = new Map<string, string>();
  let at = start;
  for (let found = matchAt(attribute, xml, at); found; found = matchAt(attribute, xml, at)) {
    if (found[1] !== undefined) attributes.set(found[1], decodeEntities(found[2] ?? found[3] ?? ''));
    at += found[0].length;
  }
  const end = after(xml, '>', at);
  return { attributes, end, isEmpty: xml.charAt(end - 2) === '/' };
}

/** A document type, with what it declares between brackets. */
function skipDeclaration(xml: string, open: number): number {
  const close = after(xml, '>', open);
  const bracket = xml.indexOf('[', open);
  if (bracket === -1 || bracket > close) return close;
  const end = /\]\s*>/g;
  end.lastIndex = bracket;
  const found = end.exec(xml);
  return found ? found.index + found[0].length : xml.length;
}

/**
 * Whether an XML file declares entities that are made of others, as those do that are meant to fill the memory of who
 * reads them.
 */
export function declaresNestedEntities(xml: string): boolean {
  const head = xml.slice(0, 1_000_000);
  const root = /<[A-Za-z_]/.exec(head)?.index ?? head.length;
  const declared = head.slice(0, root).match(/<!ENTITY\b[^>]{0,10000}/g) ?? [];
  return declared.some((entity) => /&(?!#)\w{1,100};/.test(entity));
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function after(text: string, needle: string, from: number): number {
  const found = text.indexOf(needle, from);
  return found === -1 ? text.length : found + needle.length;
}
