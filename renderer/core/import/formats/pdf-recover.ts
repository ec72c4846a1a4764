import { unzlibSync } from 'fflate';
import { indexOfWord, latin } from './pdf-bytes.ts';

/** An object of a PDF: its number, what stands between its `obj` and its stream or end, and where it ends. */
type PdfObject = {
  readonly number: number;
  readonly text: string;
  readonly stream: Uint8Array | null;
  readonly end: number;
};
type PdfObjects = ReadonlyMap<number, PdfObject>;

/** What the objects packed into streams may unpack to in all. */
const mostUnpacked = 64 * 1024 * 1024;
/** A dictionary or an array that is longer holds no text of an article. */
const longestObject = 262_144;
const mostObjects = 200_000;
/** In bytes: what is read of all objects beside their streams. Broken ones reach into each other. */
const mostHeads = 64 * 1024 * 1024;

/**
 * A PDF whose end with the list of its objects is lost, with another end of our own making: the objects that are whole,
 * and a catalogue of the pages among them. `null` when there is nothing to go by. What has lost a font, or a font what
 * tells its letters, is taken out: the page is then missing and not wrong.
 */
export function recoverPdf(bytes: Uint8Array): Uint8Array | null {
  const objects = new Map<number, PdfObject>();
  for (const object of objectsOf(bytes)) objects.set(object.number, object);
  // Without its trailer nothing tells how it is locked.
  if ([...objects.values()].some(({ text }) => /\/Filter\s*\/Standard\b/.test(text))) return null;
  const unpacked = unpackObjects(objects);
  if (unpacked === null) return null;
  const all = new Map([...unpacked, ...objects]);
  const added = [...unpacked.values()].filter(({ number }) => !objects.has(number)).map(written);
  for (const object of all.values())
    if (isDrawn(object) && !hasItsFonts(object, all)) {
      added.push(`${object.number} 0 obj\nnull\nendobj\n`);
      all.set(object.number, { ...object, text: 'null' });
    }
  const root = findRoot(all) ?? makeRoot(all, added);
  if (root === null) return null;
  const end = `\nendobj\n${added.join('')}trailer\n<< /Root ${root} 0 R >>\nstartxref\n0\n%%EOF\n`;
  // What is cut off in its middle would swallow what stands behind it.
  const sound = Math.max(...[...objects.values()].map((object) => object.end));
  const whole = new Uint8Array(sound + end.length);
  whole.set(bytes.subarray(0, sound));
  for (let at = 0; at < end.length; at++) whole[sound + at] = end.charCodeAt(at);
  return whole;
}

/** The objects that are there with their end, as they stand in the file. */
function* objectsOf(bytes: Uint8Array): Generator<PdfObject> {
  let count = 0;
  let room = mostHeads;
  const find = finders(bytes);
  for (let at = indexOfWord(bytes, ' obj', 0); at !== -1; at = indexOfWord(bytes, ' obj', at + 4)) {
    const number = /(?:^|[\s>])(\d{1,8})\s+\d{1,5}$/.exec(
      latin(bytes.subarray(Math.max(0, at - 20), at)),
    )?.[1];
    const headEnd = Math.min(find.stream(at + 4), find.end(at + 4));
    if (number === undefined || headEnd - at > longestObject) continue;
    count += 1;
    room -= headEnd - at;
    if (count > mostObjects || room < 0) return;
    const ending = endingAt(bytes, headEnd, find);
    if (ending === null) continue;
    yield { number: Number(number), text: latin(bytes.subarray(at + 4, headEnd)), ...ending };
  }
}

/** The stream that begins where an object's own words end, if one does; `null` when it is cut off. */
function endingAt(
  bytes: Uint8Array,
  headEnd: number,
  find: ReturnType<typeof finders>,
): Pick<PdfObject, 'stream' | 'end'> | null {
  if (bytes[headEnd] !== 0x73) return { stream: null, end: headEnd };
  const start = headEnd + (bytes[headEnd + 6] === 0x0d ? 8 : 7);
  const end = find.streamEnd(start);
  return end === Number.POSITIVE_INFINITY
    ? null
    : { stream: bytes.subarray(start, end), end: end + 'endstream'.length };
}

/** What ends the parts of objects; each is asked for in the order of the file. */
function finders(bytes: Uint8Array) {
  const beginsStream = (at: number) =>
    bytes[at - 1] !== 0x64 && /^\r?\n/.test(latin(bytes.subarray(at + 6, at + 8)));
  return {
    stream: finder(bytes, 'stream', beginsStream),
    end: finder(bytes, 'endobj', () => true),
    streamEnd: finder(bytes, 'endstream', () => true),
  };
}

/**
 * Finds the next place of a word that `isThere` accepts, from places that are asked for in order; infinity when there is
 * none. All questions together cost one way through the file.
 */
function finder(bytes: Uint8Array, word: string, isThere: (at: number) => boolean): (from: number) => number {
  let found = -1;
  return (from) => {
    for (let at = from; found < from; at += 1) {
      at = indexOfWord(bytes, word, at);
      if (at === -1) found = Number.POSITIVE_INFINITY;
      else if (isThere(at)) found = at;
    }
    return found;
  };
}

/** The objects that are packed together in streams; `null` when they unpack to more than is safe. */
function unpackObjects(objects: PdfObjects): Map<number, PdfObject> | null {
  const found = new Map<number, PdfObject>();
  let room = mostUnpacked;
  for (const { text, stream } of objects.values()) {
    if (stream === null || !/\/Type\s*\/ObjStm\b/.test(text)) continue;
    const unpacked = unpack(text, stream);
    if (unpacked === null) continue;
    room -= unpacked.length;
    if (room < 0) return null;
    for (const object of within(latin(unpacked), text)) found.set(object.number, object);
  }
  return found;
}

function unpack(text: string, stream: Uint8Array): Uint8Array | null {
  if (!/\/Filter\b/.test(text)) return stream;
  if (!/\/FlateDecode\b/.test(text) || /\/DecodeParms\b/.test(text)) return null;
  try {
    return unzlibSync(stream);
  } catch {
    return null;
  }
}

/** The objects of one such stream: their numbers and places first, then they themselves. */
function within(unpacked: string, dictionary: string): PdfObject[] {
  const first = Number(/\/First\s+(\d+)/.exec(dictionary)?.[1] ?? 0);
  const heads = [...unpacked.slice(0, first).matchAll(/(\d+)\s+(\d+)/g)];
  return heads.map(([, number, place], at) => {
    const next = heads[at + 1]?.[2];
    const end = next === undefined ? unpacked.length : first + Number(next);
    return { number: Number(number), text: unpacked.slice(first + Number(place), end), stream: null, end: 0 };
  });
}

function written({ number, text }: PdfObject): string {
  return `${number} 0 obj\n${text}\nendobj\n`;
}

function isFont(text: string): boolean {
  return /\/Type\s*\/Font\b/.test(text);
}

/** A page, or what pages draw as a whole. */
function isDrawn({ text }: PdfObject): boolean {
  return /\/Type\s*\/Page\b(?!s)|\/Subtype\s*\/Form\b/.test(text);
}

/** Whether all fonts that a page names are there, and what tells their letters. */
function hasItsFonts({ text }: PdfObject, all: PdfObjects): boolean {
  const resources = lookUp('Resources', text, all) ?? inherited(text, all);
  if (resources === null) return false;
  if (!/\/Font\b/.test(resources)) return true;
  const fonts = lookUp('Font', resources, all);
  if (fonts === null) return false;
  const within = /^\s*<<([^<>]*)>>/.exec(fonts)?.[1] ?? '';
  return [...within.matchAll(/(\d+)\s+\d+\s+R/g)].every(([, number]) => {
    const font = all.get(Number(number));
    return font !== undefined && hasItsParts(font.text, all);
  });
}

/** The resources of the pages that a page lies among; `null` when they are lost. */
function inherited(text: string, all: PdfObjects): string | null {
  let parent = lookUp('Parent', text, all);
  for (let depth = 0; parent !== null && depth < 20; depth++) {
    const found = lookUp('Resources', parent, all);
    if (found !== null || !/\/Parent\b/.test(parent)) return found;
    parent = lookUp('Parent', parent, all);
  }
  return null;
}

/** What stands behind a name, from there to the end of its object; `null` when there is no such name, or it is lost. */
function lookUp(name: string, text: string, all: PdfObjects): string | null {
  const found = new RegExp(`/${name}\\b\\s*(?:(\\d+)\\s+\\d+\\s+R\\b|(?=<<))`).exec(text);
  if (found === null) return null;
  if (found[1] === undefined) return text.slice(found.index + found[0].length);
  return all.get(Number(found[1]))?.text ?? null;
}

/** Whether all that tells a font's letters is still there. */
function hasItsParts(text: string, all: PdfObjects): boolean {
  // A font without such a table is read by its own file.
  const names = /\/ToUnicode\b/.test(text) ? needed : neededWithoutTable;
  const parts = text.matchAll(names);
  return [...parts].every(([, number]) => {
    const part = all.get(Number(number));
    return part !== undefined && (isFont(part.text) || hasItsParts(`/DescendantFonts ${part.text}`, all));
  });
}

const needed = /\/(?:ToUnicode|Encoding|DescendantFonts)\s*\[?\s*(\d+)\s+\d+\s+R/g;
const neededWithoutTable =
  /\/(?:Encoding|DescendantFonts|FontDescriptor|FontFile[23]?)\s*\[?\s*(\d+)\s+\d+\s+R/g;

/** The catalogue, when it and the list of pages it names are there. */
function findRoot(all: PdfObjects): number | null {
  const catalogue = [...all.values()].findLast(({ text }) => /\/Type\s*\/Catalog\b/.test(text));
  const pages = Number(/\/Pages\s+(\d+)\s+\d+\s+R/.exec(catalogue?.text ?? '')?.[1] ?? Number.NaN);
  return catalogue !== undefined && all.has(pages) ? catalogue.number : null;
}

/** Write a catalogue of the pages that are there, in the order of the file; `null` when there are none. */
function makeRoot(all: PdfObjects, added: string[]): number | null {
  const pages = [...all.values()].filter(({ text }) => /\/Type\s*\/Page\b(?!s)/.test(text));
  if (pages.length === 0) return null;
  const root = Math.max(...all.keys()) + 1;
  const kids = pages.map(({ number }) => `${number} 0 R`).join(' ');
  added.push(
    `${root} 0 obj\n<< /Type /Catalog /Pages ${root + 1} 0 R >>\nendobj\n`,
    `${root + 1} 0 obj\n<< /Type /Pages /Count ${pages.length} /Kids [${kids}] /MediaBox [0 0 595 842] >>\nendobj\n`,
  );
  return root;
}
