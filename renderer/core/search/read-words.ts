import type { LeafNode, PhraseNode, SearchField, WordNode } from './query.ts';
import { scanWords } from './scan-words.ts';
import { isStopWord, stemmedLanguages } from './stemmers.ts';

/** How the words of a part of a query are to be found. */
export type Wanted = {
  readonly field: SearchField | null;
  readonly boost: number;
  /** In all its forms, or as it stands; several words are always meant as they stand. */
  readonly how: 'stem' | 'exact';
  /** Capitals tell names from words: not everything is in capitals, and this is no operator. */
  readonly tellsNames: boolean;
};

/** What is usual. */
export const plainly: Wanted = { field: null, boost: 1, how: 'stem', tellsNames: true };

/** What `text` stands for as words: one word, several one after another, or `null` without any. */
export function readWords(text: string, { field, boost, how, tellsNames }: Wanted): WordNode | PhraseNode | null {
  const found = scanWords(text);
  const [first] = found;
  if (first === undefined) return null;
  const weighed = { field, boost };
  if (found.length > 1) {
    const words = settle(found.map(({ word }) => word));
    return { ...weighed, kind: 'phrase', words, slack: null };
  }
  const typed = text.slice(first.start, first.end);
  const isName =
    isCommon(first.word) && isInCapitals(typed) && (tellsNames || acronyms.has(first.word));
  return { ...weighed, kind: 'word', word: first.word, how, isName };
}

/** Whether a folded word is a stop word of any language. */
export function isCommon(word: string): boolean {
  return stemmedLanguages.some((language) => isStopWord(word, language));
}

/** Whether a word is written in capitals; one letter alone is not. */
export function isInCapitals(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
}

/** Bring a boost between 0 and 1,000, so that scores still add up, and to what can be typed. */
export function boundBoost(boost: number): number {
  return Math.round(Math.max(0, Math.min(Number.isNaN(boost) ? 1 : boost, 1_000)) * 1_000) / 1_000;
}

/** How many words a part of a query costs to look up: each that a pattern stands for is one. */
export function costOf(node: LeafNode): number {
  if (node.kind === 'word') return 1;
  return node.kind === 'phrase' ? node.words.length : 10;
}

/** Stop words that are names in capitals, even where all is in capitals. */
const acronyms = new Set(['ai', 'eu', 'it', 'un', 'us', 'who']);
