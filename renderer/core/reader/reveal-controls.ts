/** A piece of a line: words as they are, or an invisible character that has to be seen, by its usual short name. */
export type RevealedPiece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'control'; readonly name: string };

/** Unicode's characters that turn the direction of text around without being seen, and zero-width ones. */
const names: Readonly<Record<string, string>> = {
  '\u061c': 'ALM',
  '\u200b': 'ZWSP',
  '\u200e': 'LRM',
  '\u200f': 'RLM',
  '\u202a': 'LRE',
  '\u202b': 'RLE',
  '\u202c': 'PDF',
  '\u202d': 'LRO',
  '\u202e': 'RLO',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
  '\ufeff': 'BOM',
};

const control = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

/**
 * Take a line apart so that characters which change its look unseen can be shown by name: a title can't pass itself
 * off as another one.
 */
export function revealControls(line: string): RevealedPiece[] {
  const pieces: RevealedPiece[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') pieces.push({ kind: 'words', text });
    text = '';
  };
  for (const character of line) {
    if (!control.test(character)) {
      text += character;
      continue;
    }
    flush();
    pieces.push({ kind: 'control', name: names[character] ?? 'CTRL' });
  }
  flush();
  return pieces;
}
