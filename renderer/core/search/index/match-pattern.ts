const star = 0x2a;

/** The UTF-16 units of a word or a pattern. */
export function unitsOf(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}

/**
 * Whether the word of the first `length` units of `word` fits `pattern`, `*` being any letters. Takes at most the
 * product of the lengths, whatever the pattern.
 */
export function fitsPattern(word: Uint16Array, length: number, pattern: Uint16Array): boolean {
  let at = 0;
  let inPattern = 0;
  let lastStar = -1;
  let afterStar = 0;
  while (at < length) {
    if (pattern[inPattern] === star) {
      lastStar = inPattern++;
      afterStar = at;
    } else if (pattern[inPattern] === word[at]) {
      inPattern++;
      at++;
    } else if (lastStar !== -1) {
      // The last star takes one letter more.
      inPattern = lastStar + 1;
      at = ++afterStar;
    } else return false;
  }
  while (pattern[inPattern] === star) inPattern++;
  return inPattern === pattern.length;
}
