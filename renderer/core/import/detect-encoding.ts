import { analyse } from 'chardet';
import { guessOldWestern } from './one-byte.ts';

/** How the bytes of a file are to be read, and what that rests on. */
export type Encoding = {
  /** A label every `TextDecoder` knows. */
  readonly label: string;
  readonly ground:
    | 'bom'
    | 'valid-utf-8'
    | 'mostly-utf-8'
    | 'nul-pattern'
    | 'declared'
    | 'guessed'
    | 'assumed'
    | 'chosen';
  /** Bytes of a byte order mark to leave out. */
  readonly bomLength: number;
};

/** Marks no decoder here can read; looked at first, as UTF-32LE begins like UTF-16LE. */
const unreadableMarks: readonly (readonly number[])[] = [
  [0xff, 0xfe, 0x00, 0x00],
  [0x00, 0x00, 0xfe, 0xff],
];

const marks: readonly { readonly bytes: readonly number[]; readonly label: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], label: 'utf-8' },
  { bytes: [0xff, 0xfe], label: 'utf-16le' },
  { bytes: [0xfe, 0xff], label: 'utf-16be' },
];

/** One-byte encodings a page or a guess may name, by the name the decoder reads them under. */
const oneByte: ReadonlyMap<string, string> = new Map([
  ...['us-ascii', 'ascii', 'latin1', 'iso-8859-1', 'windows-1252', 'cp1252'].map((name): [string, string] => [
    name,
    'windows-1252',
  ]),
  ['iso-8859-9', 'windows-1254'],
  ...[
    'iso-8859-2',
    'iso-8859-5',
    'iso-8859-6',
    'iso-8859-7',
    'iso-8859-8',
    'iso-8859-15',
    'windows-1250',
    'windows-1251',
    'windows-1253',
    'windows-1254',
    'windows-1255',
    'windows-1256',
    'koi8-r',
    'macintosh',
  ].map((name): [string, string] => [name, name]),
]);

const severalByte = new Set(['gb18030', 'gbk', 'big5', 'euc-jp', 'shift_jis', 'euc-kr']);

/** The encodings an analyst may choose between, the likely ones of this field first. */
export const choosableEncodings = [
  'utf-8',
  'windows-1252',
  'iso-8859-15',
  'macintosh',
  'ibm850',
  'ibm437',
  'windows-1256',
  'iso-8859-6',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'windows-1254',
] as const;

/** How to read `bytes` when the analyst has chosen the encoding: a mark of that encoding is left out. */
export function chosenEncoding(bytes: Uint8Array, label: string): Encoding {
  const mark = marks.find((known) => known.label === label && startsWith(bytes, known.bytes));
  return { label, ground: 'chosen', bomLength: mark?.bytes.length ?? 0 };
}

/** Bytes that a guess looks at; more does not make it better. */
const sampleBytes = 64 * 1024;

/**
 * Decide how to read `bytes`: byte order mark, then UTF-16 by its NULs, then UTF-8 (also with a few broken bytes), then
 * what the file says of itself (`declared`), then a guess, then windows-1252, which reads anything.
 *
 * @returns `null` for an encoding that is recognised and cannot be read here (UTF-32).
 */
export function detectEncoding(bytes: Uint8Array, declared: string | null): Encoding | null {
  if (unreadableMarks.some((mark) => startsWith(bytes, mark))) return null;
  const mark = marks.find((known) => startsWith(bytes, known.bytes));
  if (mark) return { label: mark.label, ground: 'bom', bomLength: mark.bytes.length };

  const wide = utf16ByNuls(bytes);
  if (wide) return { label: wide, ground: 'nul-pattern', bomLength: 0 };

  const utf8 = surveyUtf8(bytes);
  if (utf8.broken === 0) return { label: 'utf-8', ground: 'valid-utf-8', bomLength: 0 };
  if (isMostlyUtf8(utf8, bytes.length)) return { label: 'utf-8', ground: 'mostly-utf-8', bomLength: 0 };

  const named = declared === null ? undefined : readable(declared);
  if (named) return { label: named, ground: 'declared', bomLength: 0 };
  const guess = guessLegacy(bytes);
  if (guess) return { label: guess, ground: 'guessed', bomLength: 0 };
  return { label: 'windows-1252', ground: 'assumed', bomLength: 0 };
}

/** Characters of several bytes in `bytes` read as UTF-8, and the places where they do not read. */
export function surveyUtf8(bytes: Uint8Array): { whole: number; broken: number; cutAtEnd: boolean } {
  let whole = 0;
  let broken = 0;
  let cutAtEnd = false;
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const length = sequenceLength(lead);
    let read = 1;
    while (read < length && at + read < bytes.length && continues(bytes, at, read)) read += 1;
    if (length > 1 && read === length) whole += 1;
    else {
      broken += 1;
      cutAtEnd = length > 1 && at + read === bytes.length;
    }
    at += read;
  }
  return { whole, broken, cutAtEnd };
}

/**
 * A Western text in a one-byte encoding has few bytes above ASCII as well, but they hardly ever happen to form whole
 * UTF-8 characters; a damaged UTF-8 text has many that do. A text cut in its last character is UTF-8 too.
 */
function isMostlyUtf8(survey: ReturnType<typeof surveyUtf8>, length: number): boolean {
  const { whole, broken, cutAtEnd } = survey;
  if (broken === 1 && cutAtEnd) return true;
  return broken / length < 0.01 && whole > broken;
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 1;
}

/** Whether byte `read` of the sequence at `at` may follow (Unicode 15, table 3-7). */
function continues(bytes: Uint8Array, at: number, read: number): boolean {
  const byte = bytes[at + read] ?? 0;
  if (read > 1) return byte >= 0x80 && byte <= 0xbf;
  const lead = bytes[at] ?? 0;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  return byte >= low && byte <= high;
}

/**
 * UTF-16 without a mark: the high bytes of its spaces, line ends and Latin letters are NULs, all on the same side.
 * A file of another kind has its NULs on both.
 */
function utf16ByNuls(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.min(bytes.length, sampleBytes) >> 1;
  if (pairs === 0 || bytes.length % 2 === 1) return null;
  let first = 0;
  let second = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (bytes[at] === 0) first += 1;
    if (bytes[at + 1] === 0) second += 1;
  }
  const enough = pairs * 0.05;
  if (second > enough && first <= second * 0.02) return 'utf-16le';
  if (first > enough && second <= first * 0.02) return 'utf-16be';
  return null;
}

function readable(label: string): string | undefined {
  const name = label.trim().toLowerCase();
  return oneByte.get(name) ?? (severalByte.has(name) ? name : undefined);
}

function guessLegacy(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, sampleBytes);
  const dense = aboveAscii(sample) > sample.length * 0.2;
  const guesses = analyse(sample).flatMap(({ name, confidence }) => {
    const label = readable(name);
    // Two or three accented letters in a row look like a Chinese character to a guesser.
    if (label === undefined || (severalByte.has(label) && !dense)) return [];
    return [{ label, confidence }];
  });
  const best = guesses[0];
  // To a guesser, the encodings of old Macs and of DOS look like windows-1252.
  const old = dense ? null : guessOldWestern(sample);
  if (old !== null) return old;
  if (!best) return undefined;
  // The Latin encodings agree on most letters; of equals the one of English and French is taken.
  const western = guesses.find(({ label }) => label === 'windows-1252');
  if (western && !dense && western.confidence >= best.confidence - 15) return western.label;
  return best.label;
}

function aboveAscii(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte >= 0x80) count += 1;
  return count;
}
