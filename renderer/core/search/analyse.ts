import type { Language } from '#core/article.ts';
import { fold } from '#core/text/fold.ts';
import type { TextSpan } from '#core/text/span.ts';
import { words } from '#core/text/words.ts';
import { isStopWord, stem } from './stemmers.ts';

/** Raised whenever the same text would give other terms: an index of another version is built anew. */
export const analysisVersion = 2;

/** A word of a text as the index knows it. */
export type Term = TextSpan & {
  /** The word folded. */
  readonly word: string;
  /** The word folded and stemmed in the text's language. */
  readonly stem: string;
};

const elisions = new Set([
  'l',
  'd',
  'j',
  'm',
  'n',
  's',
  't',
  'c',
  'qu',
  'jusqu',
  'lorsqu',
  'puisqu',
  'quoiqu',
]);
const apostrophe = /['\u2018\u2019\u02bc]/;

/** The words of `text`, folded, in order; elided articles (`l'`) and the possessive `'s` are left out. */
export function foldedWords(text: string): (TextSpan & { readonly word: string })[] {
  return words(text).flatMap(({ start, end }) => {
    const word = fold(text.slice(start, end));
    const isElided = elisions.has(word) && apostrophe.test(text.charAt(end));
    const isPossessive = word === 's' && apostrophe.test(text.charAt(start - 1));
    return word === '' || isElided || isPossessive ? [] : [{ start, end, word }];
  });
}

/**
 * The terms of `text` that are indexed: its words without the stop words of its language, stemmed. A stop word in
 * capitals stays, unstemmed: `US` and `WHO` are names.
 */
export function analyse(text: string, language: Language): Term[] {
  const terms: Term[] = [];
  for (const found of foldedWords(text)) {
    if (!isStopWord(found.word, language)) terms.push({ ...found, stem: stem(found.word, language) });
    else if (isInCapitals(text.slice(found.start, found.end))) terms.push({ ...found, stem: found.word });
  }
  return terms;
}

/** Whether a word is written in capitals; one letter alone is not. */
export function isInCapitals(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
}
