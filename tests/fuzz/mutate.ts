import { gunzipSync, gzipSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import type { Random } from './random.ts';

/** A mutant is never larger: what is tried is how files are read, not how many bytes. */
const largest = 4 * 1024 * 1024;

/** Change `bytes` in a few places, in its packed parts too when it is a zip or gzip file. */
export function mutate(bytes: Uint8Array, others: readonly Uint8Array[], random: Random): Uint8Array {
  if (random.chance(0.6)) {
    const inside = mutateZip(bytes, others, random) ?? mutateGzip(bytes, others, random);
    if (inside !== null) return inside.subarray(0, largest);
  }
  let mutant = bytes;
  for (let left = 1 + random.number(6); left > 0; left--)
    mutant = random.pick(mutations)(mutant, others, random).subarray(0, largest);
  return mutant;
}

function mutateZip(bytes: Uint8Array, others: readonly Uint8Array[], random: Random): Uint8Array | null {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return null;
  try {
    const parts = unzipSync(bytes);
    const name = random.pick(Object.keys(parts));
    const part = parts[name] ?? new Uint8Array(0);
    if (random.chance(0.1)) delete parts[name];
    else parts[name] = mutate(part, others, random).slice();
    return zipSync(parts, { level: 1 });
  } catch {
    return null;
  }
}

function mutateGzip(bytes: Uint8Array, others: readonly Uint8Array[], random: Random): Uint8Array | null {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return null;
  try {
    return new Uint8Array(gzipSync(mutate(new Uint8Array(gunzipSync(bytes)), others, random), { level: 1 }));
  } catch {
    return null;
  }
}

type Mutation = (bytes: Uint8Array, others: readonly Uint8Array[], random: Random) => Uint8Array;

const mutations: readonly Mutation[] = [
  (bytes, _, random) => replace(bytes, place(bytes, random), 1, Uint8Array.of(random.number(256))),
  (bytes, _, random) => {
    const at = place(bytes, random);
    return replace(bytes, at, 1, Uint8Array.of((bytes[at] ?? 0) ^ (1 << random.number(8))));
  },
  (bytes, _, random) => replace(bytes, place(bytes, random), 0, noise(random, 1 + random.number(64))),
  (bytes, _, random) => replace(bytes, place(bytes, random), 1 + random.number(400), new Uint8Array(0)),
  (bytes, _, random) => bytes.subarray(0, place(bytes, random)),
  (bytes, _, random) => replace(bytes, place(bytes, random), 4, random.pick(numbers)),
  (bytes, _, random) => replaceNumber(bytes, random),
  (bytes, _, random) => replace(bytes, place(bytes, random), 0, latin(random.pick(tokens))),
  (bytes, _, random) =>
    replace(bytes, place(bytes, random), 1 + random.number(40), latin(random.pick(tokens))),
  repeatPiece,
  (bytes, others, random) => {
    const other = random.pick(others);
    return replace(bytes, place(bytes, random), random.number(2000), piece(other, random, 4000));
  },
];

/** The same piece many times over. */
function repeatPiece(bytes: Uint8Array, _: readonly Uint8Array[], random: Random): Uint8Array {
  const at = place(bytes, random);
  const one = bytes.subarray(at, at + 1 + random.number(200));
  const times = 2 + random.number(random.chance(0.2) ? 5000 : 20);
  const many = new Uint8Array(Math.min(one.length * times, 1024 * 1024));
  for (let from = 0; from < many.length; from += one.length)
    many.set(one.subarray(0, many.length - from), from);
  return replace(bytes, at, 0, many);
}

/** A number in digits becomes another: lengths, offsets, counts. */
function replaceNumber(bytes: Uint8Array, random: Random): Uint8Array {
  const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39;
  const from = place(bytes, random);
  let start = from;
  while (start < bytes.length && !isDigit(bytes[start])) start += 1;
  let end = start;
  while (isDigit(bytes[end])) end += 1;
  const value = random.pick([
    '0',
    '-1',
    '1',
    '65536',
    '2147483648',
    '4294967295',
    '99999999999999999999',
    '1e9',
  ]);
  return replace(bytes, start, end - start, latin(value));
}

const numbers = [
  Uint8Array.of(0, 0, 0, 0),
  Uint8Array.of(255, 255, 255, 255),
  Uint8Array.of(255, 255, 255, 127),
  Uint8Array.of(0, 0, 0, 128),
  Uint8Array.of(1, 0, 0, 0),
  Uint8Array.of(255, 255),
];

const tokens = [
  '<',
  '>',
  '"',
  "'",
  '\0',
  '\r\n\r\n',
  '\n',
  '\ufeff',
  '&#x110000;',
  '&amp;',
  '<!--',
  ']]>',
  '<![CDATA[',
  '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]>&c;',
  '<script>',
  '<table><tr><td>',
  '<div>'.repeat(3000),
  '</p>',
  '{'.repeat(4000),
  '['.repeat(4000),
  '('.repeat(4000),
  '<<'.repeat(2000),
  '{\\rtf1\\ansi',
  '\\bin99999999 ',
  "\\'",
  '\\u-3',
  'obj\nstream\n',
  'endstream\nendobj\n',
  'trailer<</Root 1 0 R/Prev 0>>',
  '/Kids[1 0 R 1 0 R]',
  '/Length 99999999',
  'Content-Length: 99999999999\r\n',
  'Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  'charset=utf-7',
  '=?utf-8?b?////?=',
  '\nFrom a@b.example Mon Jan 1 00:00:00 2024\n',
  'WARC/1.0\r\n',
  'PK\x03\x04',
  'PK\x05\x06',
  '\x1f\x8b\x08\x00',
  '%PDF-1.7\n',
  ',,,,""",\n',
  '\\ud800',
  '\xff\xfe',
  'é'.repeat(500),
  'a'.repeat(20_000),
  '\t'.repeat(5000),
  ' '.repeat(20_000),
];

function replace(bytes: Uint8Array, at: number, length: number, by: Uint8Array): Uint8Array {
  const behind = bytes.subarray(at + length);
  const changed = new Uint8Array(at + by.length + behind.length);
  changed.set(bytes.subarray(0, at));
  changed.set(by, at);
  changed.set(behind, at + by.length);
  return changed;
}

function place(bytes: Uint8Array, random: Random): number {
  return random.number(bytes.length + 1);
}

function piece(bytes: Uint8Array, random: Random, most: number): Uint8Array {
  const at = place(bytes, random);
  return bytes.subarray(at, at + random.number(most));
}

function noise(random: Random, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => random.number(256));
}

function latin(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'));
}
