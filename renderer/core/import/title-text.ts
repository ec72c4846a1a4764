/** Characters a title is shown with at most. */
export const titleLength = 160;

const tag = /<\/?[a-zA-Z][^<>]{0,500}>/g;
// Controls, and the marks that turn the direction of what stands around them.
const unsafe = /[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/**
 * `text` as one line fit to be shown as a title: no markup, controls or direction marks, cut at a word after about 160
 * characters. An empty string when nothing is left.
 */
export function titleText(text: string): string {
  // Cut first to a length that leaves room for what is taken out: a title may have been given megabytes.
  const line = text.slice(0, 20_000).replace(tag, ' ').replace(unsafe, ' ').replace(/\s+/gu, ' ').trim();
  if (line.length <= titleLength) return line;
  const cut = line.slice(0, titleLength);
  const space = cut.lastIndexOf(' ');
  const kept = space > titleLength / 2 ? cut.slice(0, space) : wholeCharacters(cut);
  return `${kept.replace(/[\s,;:–—-]+$/u, '')}…`;
}

/** Without half a surrogate pair at the end. */
function wholeCharacters(text: string): string {
  return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text;
}
