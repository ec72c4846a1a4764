import { Inflate } from 'fflate';
import type { Refusal } from '#core/import/refusal.ts';
import { indexOfWord, latin } from './pdf-bytes.ts';

/** What a stream of a PDF may unpack to. Pictures are large, and are not unpacked for the text of a page. */
const limits = { stream: 64 * 1024 * 1024, picture: 512 * 1024 * 1024 };

/** The most that deflate makes of a byte. */
const growth = 1032;

/**
 * Whether a PDF holds a stream that unpacks to more than is safe; `null` when it does not. The library unpacks a stream
 * as a whole, so this is looked at before. Only streams that are long enough to be one are unpacked for it.
 */
export function findBomb(bytes: Uint8Array): Refusal['detail'] | null {
  for (const { start, end, dictionary } of streamsOf(bytes)) {
    const limit = /\/Subtype\s*\/Image\b/.test(dictionary) ? limits.picture : limits.stream;
    const filters = dictionary.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW)\b/g)?.length ?? 0;
    // Packed twice, nothing tells how large it is; no program does that.
    if (filters > 1) return { limit: 'filters' };
    if ((end - start) * growth <= limit) continue;
    if (unpacksPast(bytes.subarray(start, end), limit)) return { limit: 'total', totalBytes: limit };
  }
  return null;
}

/** A page's drawing as long as this fills a book. */
const longStream = 8 * 1024 * 1024;

/** Whether a stream that is no picture unpacks to so much that it should not be held in another form as well. */
export function hasLongStream(bytes: Uint8Array): boolean {
  for (const { start, end, dictionary } of streamsOf(bytes)) {
    if (/\/Subtype\s*\/Image\b/.test(dictionary)) continue;
    if (end - start > longStream) return true;
    if ((end - start) * growth > longStream && unpacksPast(bytes.subarray(start, end), longStream))
      return true;
  }
  return false;
}

type Stream = { readonly start: number; readonly end: number; readonly dictionary: string };

/** A dictionary that describes a stream is shorter than this. */
const longestDictionary = 1000;

function* streamsOf(bytes: Uint8Array): Generator<Stream> {
  for (let at = indexOfWord(bytes, 'stream', 0); at !== -1; at = indexOfWord(bytes, 'stream', at)) {
    const isEnd = bytes[at - 1] === 0x64;
    let start = at + 6;
    at = start;
    if (isEnd) continue;
    if (bytes[start] === 0x0d) start += 1;
    if (bytes[start] === 0x0a) start += 1;
    const found = indexOfWord(bytes, 'endstream', start);
    const before = latin(bytes.subarray(Math.max(0, at - 6 - longestDictionary), at - 6));
    const dictionary = before.slice(Math.max(0, before.lastIndexOf(' obj')));
    yield { start, end: found === -1 ? bytes.length : found, dictionary };
    if (found === -1) return;
    at = found;
  }
}

/** How much is unpacked at a time: it may grow a thousandfold. */
const pushBytes = 16_384;

function unpacksPast(packed: Uint8Array, limit: number): boolean {
  const [first = 0, second = 0] = packed;
  const isDeflate = (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
  if (!isDeflate) return false;
  let total = 0;
  const inflate = new Inflate((chunk) => {
    total += chunk.length;
  });
  try {
    for (let at = 2; at < packed.length; at += pushBytes) {
      inflate.push(packed.subarray(at, at + pushBytes), at + pushBytes >= packed.length);
      if (total > limit) return true;
    }
  } catch {
    // Where it breaks off, the library's unpacking breaks off as well.
  }
  return total > limit;
}

/** What the library reads over and over when it looks for the objects of a broken file. */
const mostReread = 200_000_000;

/**
 * Whether so many dictionaries are never closed that looking for the objects of a broken PDF would not end: each is then
 * read up to the end of the file. (Packed bytes hold a few openings by chance, and as many closings.)
 */
export function isTangled(bytes: Uint8Array): boolean {
  let open = 0;
  for (let at = 1; at < bytes.length; at++) {
    if (bytes[at] === 0x3c && bytes[at - 1] === 0x3c) open += 1;
    if (bytes[at] === 0x3e && bytes[at - 1] === 0x3e) open -= 1;
  }
  return open > 200 && open * bytes.length > mostReread;
}

/**
 * Whether looking for the objects of a broken file would read it over and over: the library then reads each one that is
 * there several times, and one with a string that nothing ends is read to the end of the file.
 */
export function isRereadWithoutEnd(bytes: Uint8Array): boolean {
  const seen = new Set<string>();
  let reread = 0;
  for (let at = indexOfWord(bytes, ' obj', 0); at !== -1; at = indexOfWord(bytes, ' obj', at + 4)) {
    const name = /\d{1,8}\s+\d{1,5}$/.exec(latin(bytes.subarray(Math.max(0, at - 20), at)))?.[0];
    if (name === undefined) continue;
    if (seen.has(name) && hasOpenString(bytes, at + 4)) reread += bytes.length - at;
    seen.add(name);
    if (reread > mostRereadStrings) return true;
  }
  return false;
}

/** In bytes: strings are read letter by letter. */
const mostRereadStrings = 20_000_000;

/** An object is longer than this only by its stream, which is not read. */
const longestHead = 4096;

/** Whether a string that begins in an object is not ended in it. */
function hasOpenString(bytes: Uint8Array, from: number): boolean {
  const [head = ''] = latin(bytes.subarray(from, from + longestHead)).split(/\bstream\r?\n|\bendobj\b/, 1);
  let depth = 0;
  for (const [mark] of head.replace(/\\[\s\S]/g, '').matchAll(/[()]/g))
    depth = mark === '(' ? depth + 1 : Math.max(0, depth - 1);
  return depth > 0;
}
