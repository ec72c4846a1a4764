import type { Edit } from './edits.ts';
import { type UpperHalf, upperHalves } from './upper-halves.ts';

/** Characters that were written as UTF-8 and read in another encoding, and what they were. */
export type Mojibake = { readonly edits: readonly Edit[]; readonly readAs: string };

/**
 * Find the places of `text` where UTF-8 was read as a one-byte encoding: `Ã©` for `é`. Text that merely looks odd is
 * left alone: the characters must be exact UTF-8 of a character that people write, and signs that can stand side by
 * side in clean text (`É»`, `Å“`) count only among others. `null` when there are none. Twice misread text takes two
 * rounds.
 */
export function findMojibake(text: string): Mojibake | null {
  const runs = suspectRuns(text);
  if (runs.length === 0) return null;
  let best: Mojibake | null = null;
  let longest = 0;
  for (const reader of readers) {
    const edits = accept(text, findSequences(text, runs, reader));
    const length = edits.reduce((sum, { start, end }) => sum + end - start, 0);
    if (length > longest) best = { edits, readAs: reader.label };
    longest = Math.max(longest, length);
  }
  return best;
}

type Reader = {
  readonly label: string;
  readonly bytes: ReadonlyMap<string, number>;
  /** One character's bytes in UTF-8, as characters. */
  readonly sequence: RegExp;
  /** The source of a pattern for the first two of them. */
  readonly beginning: string;
};

const readers: readonly Reader[] = upperHalves.map(toReader);

const anyBeginning = new RegExp(readers.map(({ beginning }) => beginning).join('|'));

type Run = { readonly start: number; readonly characters: string };

/** The runs of characters above ASCII that may hold a sequence: in most texts none. */
function suspectRuns(text: string): Run[] {
  const runs: Run[] = [];
  for (const { 0: characters, index } of text.matchAll(/[^\0-\x7f]{2,}/g))
    if (anyBeginning.test(characters)) runs.push({ start: index, characters });
  return runs;
}

function toReader({ label, characters }: UpperHalf): Reader {
  const bytes = new Map(Array.from(characters, (character, at) => [character, at + 0x80] as const));
  // The sign of the ohm looks like the letter, and decoders take either.
  if (label === 'macintosh') bytes.set('\u2126', 0xbd);
  // Some programs read the bytes that windows-1252 has signs for as ISO-8859-1, which has controls there.
  if (label === 'windows-1252')
    for (let byte = 0x80; byte < 0xa0; byte++) bytes.set(String.fromCharCode(byte), byte);
  const among = (from: number, to: number) =>
    `[${[...bytes].flatMap(([character, byte]) => (byte >= from && byte <= to ? [character] : [])).join('')}]`;
  const next = among(0x80, 0xbf);
  const sequence = new RegExp(
    `${among(0xc2, 0xdf)}${next}|${among(0xe0, 0xef)}${next}{2}|${among(0xf0, 0xf4)}${next}{3}`,
    'g',
  );
  return { label, bytes, sequence, beginning: `${among(0xc2, 0xf4)}${next}` };
}

type Sequence = Edit & {
  /** Sure on its own, or only next to others of its script, or in a text where others are sure. */
  readonly weight: 'sure' | 'likely' | 'run';
};

function findSequences(text: string, runs: readonly Run[], { label, bytes, sequence }: Reader): Sequence[] {
  const found: Sequence[] = [];
  for (const { start, characters } of runs)
    for (const { 0: misread, index: within } of characters.matchAll(sequence)) {
      const index = start + within;
      const code = decode(Array.from(misread, (character) => bytes.get(character) ?? 0));
      const weight = code === null ? null : weigh(code, { text, index, misread, label });
      if (code === null || weight === null) continue;
      const end = index + misread.length;
      found.push({ start: index, end, text: String.fromCodePoint(code), weight });
    }
  return found;
}

/** The character that UTF-8 `bytes` stand for; `null` for a form that is not allowed. */
function decode(bytes: readonly number[]): number | null {
  const [lead = 0, ...rest] = bytes;
  const smallest = [0x80, 0x800, 0x10000][rest.length - 1] ?? 0;
  const code = rest.reduce((sum, byte) => sum * 64 + (byte & 0x3f), lead & (0x3f >> rest.length));
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return code < smallest || code > 0x10ffff || isSurrogate ? null : code;
}

type Place = {
  readonly text: string;
  readonly index: number;
  readonly misread: string;
  readonly label: string;
};

/** What the commonest letters, signs and pictures of UTF-8 begin with, in the encodings that are seldom the culprit. */
const rareLeads = /^(?:[√¬≈‚]|[├┬┼Γ]|Ô[Çéäåè])/u;

/** How far a sequence may be trusted; `null`: it is no misread character. */
function weigh(code: number, place: Place): Sequence['weight'] | null {
  const weight = weighCode(code, place);
  if (weight !== 'sure' || place.label === 'windows-1252') return weight;
  // A corner of a drawn table next to another is no letter.
  const isDrawn = /^[├┬┼][─-▟]/u.test(place.misread) && !hasLetterBeside(place);
  return isDrawn || !rareLeads.test(place.misread) ? 'likely' : 'sure';
}

function weighCode(code: number, place: Place): Sequence['weight'] | null {
  if (code >= 0x800) return weighAbove(code);
  // Controls come up between two rounds.
  if (code < 0xa0 || (code >= 0x1a0 && code <= 0x1b0)) return 'likely';
  const isWestern = code < 0x180 || code === 0x192 || code === 0x2bc;
  if (isWestern) return canBeClean(place) ? 'likely' : 'sure';
  return code >= 0x250 && code < 0x2b0 ? null : 'run';
}

function weighAbove(code: number): Sequence['weight'] | null {
  if (code > 0xffff) return code >= 0x1f000 && code <= 0x1faff ? 'sure' : null;
  if (code >= 0xe000 && code <= 0xf8ff) return null;
  return isSureAbove(code) ? 'sure' : 'run';
}

/** Punctuation, signs of money and measure, arrows, bullets, the forms of Arabic and Latin letters, the byte order mark. */
function isSureAbove(code: number): boolean {
  return (
    (code >= 0x1e00 && code <= 0x1eff) ||
    (code >= 0x2000 && code <= 0x215f) ||
    (code >= 0x2190 && code <= 0x27bf) ||
    (code >= 0xfb00 && code <= 0xfdff) ||
    (code >= 0xfe00 && code <= 0xfeff) ||
    code === 0xfffd
  );
}

const closing = /[‚“”„‘’«»‹›…–—‰†‡•]/u;

/** A capital at the end of a word in capitals, and a quotation mark or dash behind it, may be just that. */
function canBeClean({ text, index, misread }: Place): boolean {
  const before = text.charAt(index - 1);
  const isInCapitals = /\p{Lu}/u.test(before);
  if (isInCapitals) return true;
  const isAlone = !/\p{L}/u.test(before) && !/\p{L}/u.test(text.charAt(index + misread.length));
  return isAlone && closing.test(misread.charAt(1));
}

function hasLetterBeside({ text, index, misread }: Place): boolean {
  return /\p{L}/u.test(text.charAt(index - 1)) || /\p{L}/u.test(text.charAt(index + misread.length));
}

/** Letters of one script in a row: fewer can come together by chance. */
const shortestRun = 3;

function accept(text: string, found: readonly Sequence[]): Edit[] {
  const sure = found.filter(({ weight }) => weight === 'sure').length;
  const runs = runLengths(found);
  const hasRun = runs.some((length) => length >= shortestRun);
  return found.flatMap(({ weight, ...edit }, at) => {
    const isIn =
      weight === 'sure' ||
      (weight === 'likely' && (sure > 0 || hasRun)) ||
      (weight === 'run' && ((runs[at] ?? 0) >= shortestRun || (hasRun && sameScript(edit.text))));
    return isIn && edit.text !== text.slice(edit.start, edit.end) ? [edit] : [];
  });
}

/** A lone letter of Greek, Cyrillic, Hebrew or Arabic is a word where there are words of it. */
function sameScript(character: string): boolean {
  return /[\u0370-\u06ff]/u.test(character);
}

/** For every sequence, how many stand in its unbroken row. */
function runLengths(found: readonly Sequence[]): number[] {
  const lengths: number[] = [];
  while (lengths.length < found.length) {
    const from = lengths.length;
    let to = from + 1;
    while (to < found.length && found[to]?.start === found[to - 1]?.end) to += 1;
    for (let at = from; at < to; at++) lengths.push(to - from);
  }
  return lengths;
}
