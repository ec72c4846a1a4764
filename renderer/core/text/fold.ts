import type { TextSpan } from './span.ts';

/** Characters that read as another one, or as none, once folded; compatibility decomposition leaves these alone. */
const readsAs: ReadonlyMap<string, string> = new Map([
  ...Object.entries({
    œ: 'oe',
    æ: 'ae',
    ß: 'ss',
    ø: 'o',
    đ: 'd',
    ł: 'l',
    ı: 'i',
    ŋ: 'n',
    ɓ: 'b',
    ɗ: 'd',
    ƙ: 'k',
    ɲ: 'n',
    ƴ: 'y',
    ς: 'σ',
    // Arabic: letters that writers and keyboards interchange, and the stretching stroke.
    ٱ: 'ا',
    ى: 'ي',
    ی: 'ي',
    ة: 'ه',
    ک: 'ك',
    ـ: '',
  }),
  ...each('\u2018\u2019\u201a\u201b\u02bc\u02bb\u02b9\u0060\u00b4\u2032\u05f3', "'"),
  ...each('\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033', '"'),
  ...each('\u2010\u2011\u2012\u2013\u2014\u2015\u2212', '-'),
  ...each('٠١٢٣٤٥٦٧٨٩', '0123456789'),
  ...each('۰۱۲۳۴۵۶۷۸۹', '0123456789'),
]);

/** Marks, and what takes no room: soft hyphens, joiners, direction marks, byte order marks. */
const invisible = /[\p{M}\p{Cf}]/gu;

/** What each character met so far folds to. Bounded by the characters there are. */
const known = new Map<string, string>();

/**
 * The one folding of the program: case, accents, apostrophes, quotation marks, dashes, ligatures, invisible characters
 * and Arabic letter variants. Index, in-article find, gazetteer, aliases and tag search all compare folded text, so
 * that they always agree.
 */
export function fold(text: string): string {
  let folded = '';
  for (const character of text) folded += foldCharacter(character);
  return folded;
}

/**
 * Fold `text` and tell where each folded unit comes from: `starts[i]` is the index in `text` of the character that
 * gave unit `i`; one more entry than units holds `text.length`.
 */
export function foldWithOffsets(text: string): {
  folded: string;
  starts: Uint32Array;
} {
  const starts: number[] = [];
  let folded = '';
  let at = 0;
  for (const character of text) {
    const part = foldCharacter(character);
    for (let unit = 0; unit < part.length; unit++) starts.push(at);
    folded += part;
    at += character.length;
  }
  starts.push(text.length);
  return { folded, starts: Uint32Array.from(starts) };
}

/**
 * Every place in `text` that reads like `query` once both are folded, in order, not overlapping. Spans hold whole
 * characters with their marks: looking for `o` finds all of `œ`. An empty or all-mark query is found nowhere.
 */
export function findFolded(text: string, query: string): TextSpan[] {
  const needle = fold(query);
  if (needle === '') return [];
  const { folded, starts } = foldWithOffsets(text);
  const found: TextSpan[] = [];
  let lastEnd = 0;
  for (let at = folded.indexOf(needle); at !== -1; at = folded.indexOf(needle, at + needle.length)) {
    const start = starts[at] ?? 0;
    // The second `s` of a `ß` is in the span of the first.
    if (start < lastEnd) continue;
    lastEnd = endOf(text, starts, at + needle.length);
    found.push({ start, end: lastEnd });
  }
  return found;
}

/** The end in the source of a match that ends before folded unit `from`, its combining marks included. */
function endOf(text: string, starts: Uint32Array, from: number): number {
  const lastCharacter = starts[from - 1] ?? 0;
  let unit = from;
  // A match that ends inside an expanded letter (the `o` of `œ`) takes the whole letter.
  while (unit < starts.length - 1 && starts[unit] === lastCharacter) unit++;
  return starts[unit] ?? text.length;
}

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x80) {
    if (code >= 0x41 && code <= 0x5a) return String.fromCharCode(code + 0x20);
    return code === 0x60 ? "'" : character;
  }
  const before = known.get(character);
  if (before !== undefined) return before;
  const folded = readsAs.get(character) ?? foldRare(character);
  known.set(character, folded);
  return folded;
}

function foldRare(character: string): string {
  // Decomposed before and after: ™ has no lower case until it is TM, and İ gains a dot in lower case.
  const plain = character.normalize('NFKD').toLowerCase().normalize('NFKD').replace(invisible, '');
  let folded = '';
  for (const letter of plain) folded += readsAs.get(letter) ?? letter;
  return folded;
}

/** Every character of `from` with the one it reads as: the one at the same place of `to`, or its only one. */
function each(from: string, to: string): [string, string][] {
  return Array.from(from, (character, at) => [character, to.length === 1 ? to : to.charAt(at)]);
}
