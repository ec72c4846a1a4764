import { isInCapitals, scanWords } from '#core/search/scan-words.ts';
import { isStopWord, stemmedLanguages } from '#core/search/stemmers.ts';
import type { PhraseNode, SearchField, WordNode } from './query.ts';

/** How the words of a part of a query are to be found. */
export type Wanted = {
  readonly field: SearchField | null;
  readonly boost: number;
  /** In all its forms, or as it stands; several words are always meant as they stand. */
  readonly how: 'stem' | 'exact';
  /** Capitals tell names from words: not everything is in capitals. */
  readonly tellsNames: boolean;
};

/** What is usual. */
export const plainly: Wanted = { field: null, boost: 1, how: 'stem', tellsNames: true };

/** More words are never looked up one after another, as `cut` in `read-tokens.ts` says. */
const mostWords = 257;

/** What `text` stands for as words: one word, several one after another, or `null` without any. */
export function readWords(
  text: string,
  { field, boost, how, tellsNames }: Wanted,
): WordNode | PhraseNode | null {
  const found = scanWords(text);
  const words = settle(found.slice(0, mostWords).map(({ word }) => word));
  const [word] = words;
  if (word === undefined) return null;
  if (words.length > 1) {
    const phrase: PhraseNode = { kind: 'phrase', words, slack: null, field, boost };
    return how === 'exact' ? phrase : { ...phrase, isUnquoted: true };
  }
  const typed = text.slice(found[0]?.start, found[0]?.end);
  const meansName = tellsNames ? how === 'exact' || !operators.has(word) : acronyms.has(word);
  const isName = meansName && isCommon(word) && isInCapitals(typed);
  return { kind: 'word', word, how, isName, field, boost };
}

/** Whether a folded word is a stop word of any language. */
export function isCommon(word: string): boolean {
  return stemmedLanguages.some((language) => isStopWord(word, language));
}

/** Bring a boost between 0 and 1,000, so that scores still add up, and to what can be typed. */
export function boundBoost(boost: number): number {
  return Math.round(Math.max(0, Math.min(Number.isNaN(boost) ? 1 : boost, 1_000)) * 1_000) / 1_000;
}

/** Words that are read as these words again when they are typed one after another. */
function settle(words: readonly string[]): string[] {
  let before = [...words];
  for (let round = 0; round < 3; round++) {
    const after = scanWords(before.join(' ')).map(({ word }) => word);
    if (after.length === before.length && after.every((word, at) => word === before[at])) break;
    before = after;
  }
  return before;
}

/** Stop words that are names in capitals, even where all is in capitals. */
const acronyms = new Set(['ai', 'eu', 'it', 'un', 'us', 'who']);

/** In capitals they join words, unless quoted. */
const operators = new Set(['and', 'or', 'not']);
