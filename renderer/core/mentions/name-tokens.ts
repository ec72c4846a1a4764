import { fold } from '#core/text/fold.ts';
import type { TextSpan } from '#core/text/span.ts';
import { endOfWord, nextWord } from '#core/text/words.ts';

/** A word of a text as names are compared by it. */
export type NameToken = TextSpan & { readonly folded: string };

/** So many words are remembered with what they fold to; then they are forgotten, for words never end. */
const mostWords = 40_000;

/** Words met last, whoever reads them. */
let known = new Map<string, readonly Piece[]>();

/** What was read last: whoever looks for actors and whoever looks for people read the same text in turn. */
let last: { readonly text: string; readonly tokens: readonly NameToken[] } | null = null;

/**
 * The words of a text, folded. What stripped markup has run together is parted where a capital follows a small letter
 * (“theMalian army”, “AcledOn”). The words met last are known, so that each is looked at once.
 */
export function readTokens(text: string): readonly NameToken[] {
  if (last?.text === text) return last.tokens;
  const tokens: NameToken[] = [];
  for (let start = nextWord(text, 0); start < text.length; ) {
    const end = endOfWord(text, start);
    const raw = text.slice(start, end);
    if (isPlain(raw)) tokens.push({ start, end, folded: raw });
    else
      for (const piece of piecesOf(raw))
        tokens.push({ start: start + piece.start, end: start + piece.end, folded: piece.folded });
    start = nextWord(text, end);
  }
  last = { text, tokens };
  return tokens;
}

/** Small letters of English alone: most words, and they fold to themselves. */
function isPlain(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code < 0x61 || code > 0x7a) return false;
  }
  return true;
}

function piecesOf(raw: string): readonly Piece[] {
  const met = known.get(raw);
  if (met !== undefined) return met;
  if (known.size >= mostWords) known = new Map();
  const pieces = split(raw);
  // A slice would keep its whole text in memory.
  known.set(raw.split('').join(''), pieces);
  return pieces;
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
