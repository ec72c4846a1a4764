import diff from 'fast-diff';

/** A stretch of two texts: in both, only in the first (`gone`), or only in the second (`new`). */
export type DiffPart = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string };

/**
 * The differences between two texts, word by word, in order: what is `same` and `gone` makes the first, what is `same`
 * and `new` the second. Myers' algorithm over words, white space and signs; quick where the texts are alike.
 */
export function diffWords(before: string, after: string): DiffPart[] {
  const codes = new Map<string, string>();
  const left = encode(before, codes);
  const right = left === null ? null : encode(after, codes);
  // More kinds of words than there are code units to stand for them: character by character then.
  if (left === null || right === null) return toParts(diff(before, after), (text) => text);
  const words = new Map([...codes].map(([word, code]) => [code, word]));
  return toParts(diff(left, right), (text) => Array.from(text, (code) => words.get(code) ?? '').join(''));
}

const word = /[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu;

/** One code unit for every word; `null` when they do not suffice. */
function encode(text: string, codes: Map<string, string>): string | null {
  let encoded = '';
  for (const [found] of text.matchAll(word)) {
    let code = codes.get(found);
    if (code === undefined) {
      if (codes.size >= lastCode - firstCode) return null;
      // Surrogates would be taken for halves of a character.
      const at = firstCode + codes.size;
      code = String.fromCharCode(at < 0xd800 ? at : at + 0x800);
      codes.set(found, code);
    }
    encoded += code;
  }
  return encoded;
}

const firstCode = 0x20;
const lastCode = 0xf7ff;

function toParts(found: readonly diff.Diff[], decode: (text: string) => string): DiffPart[] {
  return found.map(([side, text]) => ({
    kind: side === 0 ? 'same' : side === -1 ? 'gone' : 'new',
    text: decode(text),
  }));
}
