const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  copy: '©',
};

/** Of a description so much is read: far more than is kept of its words. */
const mostRead = 100_000;

/**
 * The words of what may be markup: descriptions in KML and the credits of tiles often are. Scripts and styles are left
 * out with all that is in them; what stays is only ever shown as text.
 */
export function plainWords(markup: string): string {
  return markup
    .slice(0, mostRead)
    .replace(/<(script|style)\b[\s\S]*?(<\/\1\s*>|$)/gi, ' ')
    .replace(/<!--[\s\S]*?(-->|$)/g, ' ')
    .replace(/<(br|\/p|\/tr|\/li|\/div|\/h\d)\b[^<>]*>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/&(?:#(\d{1,7})|([a-z]+));/gi, (all, code: string | undefined, name: string | undefined) =>
      code === undefined ? (named[name?.toLowerCase() ?? ''] ?? all) : character(Number(code)),
    )
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

function character(code: number): string {
  return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ' ';
}
