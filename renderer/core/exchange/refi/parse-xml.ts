import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { strFromU8 } from 'fflate';

/** An element of an XML file; names are without their prefixes. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text, every character of it. */
  readonly exactText: string;
  /** Its own text without the white space that was only put there to set the file out. */
  readonly text: string;
};

/** Why a file is not read as XML. */
export type XmlProblem = {
  readonly code: 'not-xml' | 'xml-encoding' | 'xml-too-large' | 'xml-too-deep' | 'xml-doctype';
  /** `not-xml`: `line`, `problem`; `xml-encoding`: `encoding`; `xml-too-large`, `xml-too-deep`: `limit`. */
  readonly detail: Readonly<Record<string, string | number>>;
};

export type ParsedXml =
  | { readonly ok: true; readonly root: XmlElement }
  | ({ readonly ok: false } & XmlProblem);

/** In UTF-16 units. */
const largestXml = 160_000_000;
/** Of opening and closing brackets: what fills the memory. */
const mostBrackets = 6_000_000;
const deepest = 250;

/**
 * Parse an XML file from outside. Nothing in it is ever expanded: a document type, which alone can define entities, is
 * refused, and of references only those to characters are read.
 */
export function parseXml(bytes: Uint8Array): ParsedXml {
  const source = decode(bytes);
  if (source === null) return refuse('xml-encoding', { encoding: declaredEncoding(bytes) });
  if (source.length > largestXml) return refuse('xml-too-large', { limit: largestXml });
  if (countBrackets(source) > mostBrackets) return refuse('xml-too-large', { limit: mostBrackets });
  if (hasDoctype(source)) return refuse('xml-doctype', {});
  const valid = XMLValidator.validate(source);
  if (valid !== true)
    return refuse('not-xml', { line: valid.err.line, problem: valid.err.msg.slice(0, 200) });
  return build(source);
}

function refuse(code: XmlProblem['code'], detail: XmlProblem['detail']): ParsedXml {
  return { ok: false, code, detail };
}

const textKey = '#text';
const cdataKey = '#cdata';
const attributesKey = ':@';

/** Settings that hand over everything as it stands: nothing trimmed, nothing turned into numbers, nothing expanded. */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  removeNSPrefix: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  cdataPropName: cdataKey,
  maxNestedTags: deepest,
});

function build(source: string): ParsedXml {
  try {
    const nodes = parser.parse(source) as readonly Node[];
    const roots = nodes.flatMap((node) => toElement(node) ?? []);
    const [root] = roots;
    if (root === undefined || roots.length > 1) return refuse('not-xml', { line: 1, problem: 'root' });
    return { ok: true, root };
  } catch (error) {
    const problem = error instanceof Error ? error.message.slice(0, 200) : '';
    if (/nested/i.test(problem)) return refuse('xml-too-deep', { limit: deepest });
    return refuse('not-xml', { line: 0, problem });
  }
}

/** As the parser gives it: one key that is the name (or tells text), and the attributes under `:@`. */
type Node = Readonly<Record<string, unknown>>;

function toElement(node: Node): XmlElement | null {
  const name = Object.keys(node).find((key) => key !== attributesKey);
  if (name === undefined || name === textKey || name === cdataKey) return null;
  const content = node[name] as readonly Node[];
  const attributes = (node[attributesKey] ?? {}) as Readonly<Record<string, string>>;
  return {
    name,
    attributes: new Map(
      Object.entries(attributes).map(([key, value]) => [key, expand(value.replace(/[\t\n\r]/g, ' '))]),
    ),
    children: content.flatMap((child) => toElement(child) ?? []),
    ...readText(content),
  };
}

/**
 * White space with a line end in it, at the two ends of a text, only sets the file out. A writer can write what it
 * means as references, and ours does.
 */
function readText(content: readonly Node[]): Pick<XmlElement, 'text' | 'exactText'> {
  const pieces = content.flatMap((child): { literal: string | null; value: string }[] => {
    if (textKey in child) return [{ literal: String(child[textKey]), value: expand(String(child[textKey])) }];
    if (!(cdataKey in child)) return [];
    const inner = (child[cdataKey] as readonly Node[]).map((one) => String(one[textKey] ?? ''));
    return [{ literal: null, value: inner.join('') }];
  });
  const exactText = pieces.map(({ value }) => value).join('');
  const first = pieces.at(0)?.literal ?? '';
  const last = pieces.at(-1)?.literal ?? '';
  // What stands in CDATA was meant, every character of it.
  const isLiteral = pieces.length === 1 && pieces[0]?.literal !== null;
  if (isLiteral && /^[ \t\n]*$/.test(first)) return { exactText, text: '' };
  const before = /^[ \t]*\n[ \t\n]*/.exec(first)?.[0].length ?? 0;
  const after = last.length - trimLines(last).length;
  return { exactText, text: exactText.slice(before, exactText.length - after) };
}

/** Without the white space at the end if there is a line end in it. */
function trimLines(text: string): string {
  let end = text.length;
  while (end > 0 && ' \t\n'.includes(text.charAt(end - 1))) end -= 1;
  return text.includes('\n', end) ? text.slice(0, end) : text;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function expand(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,8})|#(\d{1,10})|(amp|lt|gt|quot|apos));/gi,
    (all, hex, decimal, name) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? all;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
      return isCharacter ? String.fromCodePoint(code) : '\ufffd';
    },
  );
}

/** Whether a document type stands before the root. */
function hasDoctype(source: string): boolean {
  let at = 0;
  for (;;) {
    at = source.indexOf('<', at);
    if (at === -1) return false;
    if (source.startsWith('<!--', at)) at = source.indexOf('-->', at);
    else if (source.startsWith('<?', at)) at = source.indexOf('?>', at);
    else return source.startsWith('<!', at);
    if (at === -1) return false;
    at += 2;
  }
}

function countBrackets(source: string): number {
  let count = 0;
  for (let at = source.indexOf('<'); at !== -1 && count <= mostBrackets; at = source.indexOf('<', at + 1))
    count += 1;
  return count;
}

/** The text of an XML file, without a byte order mark; `null` when it is in an encoding that isn't read here. */
function decode(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeWide(bytes, 0);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeWide(bytes, 1);
  const encoding = declaredEncoding(bytes);
  const isUtf8 = encoding === '' || /^(utf-?8|us-ascii)$/i.test(encoding);
  if (isUtf8) return strFromU8(bytes).replace(/^\ufeff/, '');
  return /^iso-8859-1$/i.test(encoding) ? strFromU8(bytes, true) : null;
}

/** UTF-16 after its mark; `low` is where the low byte of a unit stands. */
export function decodeWide(bytes: Uint8Array, low: 0 | 1): string {
  const parts: string[] = [];
  for (let from = 2; from < bytes.length; from += 16_384) {
    const units: number[] = [];
    for (let at = from; at + 1 < Math.min(bytes.length, from + 16_384); at += 2)
      units.push((bytes[at + low] ?? 0) | ((bytes[at + 1 - low] ?? 0) << 8));
    parts.push(String.fromCharCode(...units));
  }
  return parts.join('');
}

function declaredEncoding(bytes: Uint8Array): string {
  const head = strFromU8(bytes.subarray(0, 200), true);
  return /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?\bencoding\s*=\s*["']([^"']*)/.exec(head)?.[1] ?? '';
}
