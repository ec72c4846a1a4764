import { inline } from '#core/exchange/to-markdown.ts';

/** Text on one line that Obsidian shows as it is: no tag, comment or marker of its own comes to be. */
export function vaultLine(text: string): string {
  return inline(text)
    .replace(/(?<!\\)#/g, '\\#')
    .replace(/==/g, '\\=\\=')
    .replace(/%%/g, '\\%\\%');
}

/** Text of several lines, each a paragraph of its own. */
export function vaultParagraphs(text: string): string {
  return text
    .split('\n')
    .map(vaultLine)
    .filter((line) => line !== '')
    .join('\n\n');
}

/** Text of several lines as one quotation. */
export function vaultQuote(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${vaultLine(line)}`.trimEnd())
    .join('\n>\n');
}

/** A link to another file, read as `label`. */
export function vaultLink(path: string, label: string): string {
  // Within the brackets nothing can be escaped: what would end the link is left out.
  return `[[${path}|${label.replace(/[[\]|#^\r\n]+/g, ' ').trim() || path}]]`;
}
