/** Whether `word` fits `pattern`, `*` being any letters. Takes at most the product of the lengths, whatever the pattern. */
export function fitsPattern(word: string, pattern: string): boolean {
  let at = 0;
  let inPattern = 0;
  let star = -1;
  let afterStar = 0;
  while (at < word.length) {
    if (pattern[inPattern] === '*') {
      star = inPattern++;
      afterStar = at;
    } else if (pattern[inPattern] === word[at]) {
      inPattern++;
      at++;
    } else if (star !== -1) {
      // The last star takes one letter more.
      inPattern = star + 1;
      at = ++afterStar;
    } else return false;
  }
  while (pattern[inPattern] === '*') inPattern++;
  return inPattern === pattern.length;
}
