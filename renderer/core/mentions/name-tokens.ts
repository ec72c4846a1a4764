import { fold } from '#core/text/fold.ts';
import type { TextSpan } from '#core/text/span.ts';
import { endOfWord, nextWord } from '#core/text/words.ts';

/** A word of a text as names are compared by it. */
export type NameToken = TextSpan & { readonly folded: string };

/** So many words are remembered with what they fold to; then they are forgotten, for words never end. */
const mostWords = 20_000;

/**
 * Make a reader of the words of texts, folded. What stripped markup has run together is parted where a capital follows a
 * small letter (“theMalian army”, “AcledOn”). It knows the words met last, so that each is looked at once.
 */
export function createTokenReader(): (text: string) => NameToken[] {
  let known = new Map<string, readonly Piece[]>();
  const piecesOf = (raw: string) => {
    const met = known.get(raw);
    if (met !== undefined) return met;
    if (known.size >= mostWords) known = new Map();
    const pieces = split(raw);
    // A slice would keep its whole text in memory.
    known.set(raw.split('').join(''), pieces);
    return pieces;
  };
  return (text) => {
    const tokens: NameToken[] = [];
    for (let start = nextWord(text, 0); start < text.length; ) {
      const end = endOfWord(text, start);
      for (const piece of piecesOf(text.slice(start, end)))
        tokens.push({ start: start + piece.start, end: start + piece.end, folded: piece.folded });
      start = nextWord(text, end);
    }
    return tokens;
  };
}

type Piece = TextSpan & { readonly folded: string };

function split(raw: string): readonly Piece[] {
  const seams = Array.from(raw.matchAll(/(?<=\p{Ll})\p{Lu}/gu), ({ index }) => index);
  return [0, ...seams].map((start, at) => {
    const end = seams[at] ?? raw.length;
    return { start, end, folded: fold(raw.slice(start, end)) };
  });
}

/** Whether these words stand one after another from token `at` on, parted by no more than a space, a hyphen or an apostrophe. */
export function spreadsOver(
  text: string,
  tokens: readonly NameToken[],
  at: number,
  words: readonly string[],
): boolean {
  return words.every((word, offset) => {
    const token = tokens[at + offset];
    if (token?.folded !== word) return false;
    const before = tokens[at + offset - 1];
    return (
      offset === 0 || before === undefined || joins(text.slice(before.end, token.start), text, token.start)
    );
  });
}

/** A full stop joins before a small letter alone: “Abu al-Hussein. al-Husaini”. */
function joins(gap: string, text: string, next: number): boolean {
  if (gap === '.') return true;
  if (gap === '. ') return /\p{Ll}/u.test(text.charAt(next));
  return /^(?:[ \u00a0\u202f'’ʼ\u2010-\u2014-]{0,3}| & )$/u.test(gap);
}
