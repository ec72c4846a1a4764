import type { TextSpan } from '#core/text/span.ts';
import { type FoundWord, scanWords } from './scan-words.ts';

/**
 * The places in a text, given as its words, where the words of `query` stand one after another as whole words: as the
 * index reads them, so that `armée` is found in `l’armée` and `UN` in `U.N.`. In order, not overlapping; none for a
 * query without a word.
 */
export function findWords(words: readonly FoundWord[], query: string): TextSpan[] {
  const wanted = scanWords(query).map(({ word }) => word);
  const found: TextSpan[] = [];
  if (wanted.length === 0) return found;
  for (let at = 0; at + wanted.length <= words.length; at++) {
    if (!wanted.every((word, offset) => words[at + offset]?.word === word)) continue;
    const start = words[at]?.start ?? 0;
    at += wanted.length - 1;
    found.push({ start, end: words[at]?.end ?? start });
  }
  return found;
}
