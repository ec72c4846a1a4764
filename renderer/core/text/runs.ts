/**
 * Where `text` ends without the characters `isTail` matches one by one. A pattern that ends in `$` tries again at every
 * character of a long run that does not reach the end: minutes for a file full of spaces.
 */
export function endWithout(text: string, isTail: RegExp): number {
  let end = text.length;
  while (end > 0 && isTail.test(text.charAt(end - 1))) end -= 1;
  return end;
}

/** Without the spaces around tabs; other runs of spaces stay. */
export function tightenTabs(text: string): string {
  return text.replace(/[ \t]+/g, (run) => (run.includes('\t') ? run.replace(/ /g, '') : run));
}
