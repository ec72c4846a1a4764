import { scanWords } from '#core/search/scan-words.ts';
import { fold } from '#core/text/fold.ts';

/** One line of a list of terms. */
export type ListedTerm = {
  /** As it stands in the list. */
  readonly text: string;
  /** Counted from 1. */
  readonly line: number;
};

/** A list of terms as it was read; what is not searched is told. */
export type TermList = {
  readonly terms: readonly ListedTerm[];
  /** Lines that say the same as an earlier one once both are folded; `first` is the line of that one. */
  readonly repeated: readonly (ListedTerm & { readonly first: number })[];
  /** Lines that begin with `#`. */
  readonly comments: number;
  /** Lines that are longer than a term may be. */
  readonly tooLong: readonly ListedTerm[];
  /** Lines after the last that is taken. */
  readonly over: readonly ListedTerm[];
};

export const termLimits = { terms: 1_000, length: 500 } as const;

/** Read a list of terms, one a line; lines that begin with `#` are comments, empty lines are nothing. */
export function readTerms(text: string): TermList {
  const terms: ListedTerm[] = [];
  const repeated: (ListedTerm & { first: number })[] = [];
  const tooLong: ListedTerm[] = [];
  const over: ListedTerm[] = [];
  const known = new Map<string, number>();
  let comments = 0;
  for (const [at, raw] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .entries()) {
    const term = { text: raw.replaceAll(/\s+/g, ' ').trim(), line: at + 1 };
    if (term.text === '') continue;
    const key = fold(term.text);
    const first = known.get(key);
    if (term.text.startsWith('#')) comments++;
    else if (term.text.length > termLimits.length) tooLong.push(term);
    else if (first !== undefined) repeated.push({ ...term, first });
    else if (terms.length === termLimits.terms) over.push(term);
    else {
      known.set(key, term.line);
      terms.push(term);
    }
  }
  return { terms, repeated, comments, tooLong, over };
}

/** The first cell of every row of a table, as a list with one term a line. */
export function firstColumn(rows: readonly (readonly string[])[]): string {
  return rows.map(([cell = '']) => cell.replaceAll(/\s+/g, ' ').trim()).join('\n');
}

/** How lines are read: as names, of which the words stand one after another, or each as a query. */
export type TermReading = 'names' | 'queries';

/**
 * The query of a term. The words of a name stand one after another: hyphens join them, which unlike quotation marks
 * leaves them open to other spellings. What has signs of the query language is a query of its own even among names.
 */
export function queryOfTerm(text: string, reading: TermReading): string {
  if (reading === 'queries' || !plain.test(text) || operator.test(text)) return text;
  const words = scanWords(text);
  return words.length > 1 ? words.map(({ start, end }) => text.slice(start, end)).join('-') : text;
}

/** Letters, digits and what stands in names; a sign before the first or alone in front of a word is one of a query. */
const plain = /^[\p{L}\p{N}(][\p{L}\p{M}\p{N}\p{Cf}\s'’ʼ.,&()/-]*$/u;
const operator = /(?:^|\s)(?:AND|OR|NOT|-\S*)(?:\s|$)/u;
