/** Text that is markup already: only `markup` makes it, so whatever else is put in gets escaped. */
export type Markup = { readonly markup: string };

type Piece = string | number | Markup | readonly Markup[];

/**
 * Write HTML or SVG: the literal parts are markup, every value put in is text (or the answer of another `markup`).
 * Values may stand as content and in double-quoted attributes.
 */
export function markup(literals: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  const written = literals.map((literal, index) => literal + write(pieces[index]));
  return { markup: written.join('') };
}

/** No markup at all: for parts that are left out. */
export const nothing: Markup = { markup: '' };

function write(piece: Piece | undefined): string {
  if (piece === undefined) return '';
  if (typeof piece === 'string') return escapeMarkup(piece);
  if (typeof piece === 'number') return String(piece);
  return 'markup' in piece ? piece.markup : piece.map((part) => part.markup).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it is written in markup. What no document may hold is replaced by U+FFFD. */
export function escapeMarkup(text: string): string {
  return replaceUnwritable(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** `text` with the characters that XML can't hold (most controls, halves of pairs) replaced by U+FFFD. */
export function replaceUnwritable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be replaced.
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
}
