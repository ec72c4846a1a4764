/** What a character is to Unicode: bits of what `kindOf` gives. */
export const letter = 1;
export const mark = 2;
/** A digit or another number. */
export const figure = 4;
/** A capital letter. */
export const capital = 8;
/** A small letter. */
export const small = 16;
/** Of the Arabic script, a letter or not. */
export const arabic = 32;

/** Set in all that was looked up. */
const known = 128;

/** The planes that hold the scripts in use; Adlam, in which Fula is written, is in the second. */
const kinds = new Uint8Array(0x20000);

/**
 * What the character with this code point is: the bits above. For loops over whole texts, where a pattern with classes
 * of Unicode takes ten times as long; each character is looked up once, by such a pattern.
 */
export function kindOf(code: number): number {
  const kind = kinds[code] ?? 0;
  return kind === 0 ? lookUp(code) : kind;
}

const classes: readonly (readonly [number, RegExp])[] = [
  [letter, /\p{L}/u],
  [mark, /\p{M}/u],
  [figure, /\p{N}/u],
  [capital, /\p{Lu}/u],
  [small, /\p{Ll}/u],
  [arabic, /\p{Script=Arabic}/u],
];

function lookUp(code: number): number {
  const character = String.fromCodePoint(code);
  let kind = known;
  for (const [bit, pattern] of classes) if (pattern.test(character)) kind |= bit;
  kinds[code] = kind;
  return kind;
}

/** How many characters of `text` are of one of the kinds in `bits`. */
export function countKind(text: string, bits: number): number {
  let found = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0;
    if (code > 0xffff) at += 1;
    if ((kindOf(code) & bits) !== 0) found += 1;
  }
  return found;
}

/** Where the first character of one of the kinds in `bits` stands; -1 when there is none. */
export function indexOfKind(text: string, bits: number): number {
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    if ((kindOf(code) & bits) !== 0) return at;
    at += code > 0xffff ? 2 : 1;
  }
  return -1;
}

/** The blocks that hold all of the Arabic script. */
const arabicBlocks = /[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufeff\ud803\ud83b]/;

/** Whether `text` may have a character of the Arabic script: a quick look. */
export function mayHaveArabic(text: string): boolean {
  return arabicBlocks.test(text);
}
