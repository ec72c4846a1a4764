import type { Language } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import type { SearchDocument } from '#core/search/index/search-document.ts';
import type { Filter, PhraseNode, Query, QueryNode, SearchField } from '#core/search/query/query.ts';
import type { TextSpan } from '#core/text/span.ts';

/** What is searched, as the index is told of it. */
export type NaiveDocument = Omit<SearchDocument, 'fingerprint'>;

/** The analysis chain, which the oracle shares with the engine: what a word is, and which words are forms of one. */
export type Chain = {
  scan(text: string): readonly (TextSpan & { readonly word: string })[];
  stem(word: string, language: Language): string;
  isStopWord?(word: string, language: Language): boolean;
};

/** A word of a document that is searched; `at` counts all words of its field, searched or not. */
type Word = { readonly at: number; readonly word: string; readonly isInCapitals: boolean };

type Read = {
  readonly document: NaiveDocument;
  readonly fields: Readonly<Record<SearchField, readonly Word[]>>;
  readonly chain: Chain;
  readonly matches: (filter: Filter, document: NaiveDocument) => boolean;
};

/**
 * The documents a query finds, by reading every one of them from end to end and walking the tree of the query: no index,
 * nothing shared with the engine but the chain. In the order of `documents`.
 */
export function naiveSearch(
  { root, inNoise }: Query,
  documents: readonly NaiveDocument[],
  chain: Chain,
  matches: Read['matches'] = refuseFilters,
): ArticleId[] {
  if (root === null) return [];
  return documents
    .filter((document) =>
      holds(root, { document, fields: readFields(document, inNoise, chain), chain, matches }),
    )
    .map(({ id }) => id);
}

/** Whether `word` becomes `other` by at most `edits` letters put in, left out, changed or swapped, from left to right. */
export function isNear(word: string, other: string, edits: number): boolean {
  if (word === other) return true;
  if (edits === 0 || Math.abs(word.length - other.length) > edits) return false;
  if (word !== '' && word[0] === other[0] && isNear(word.slice(1), other.slice(1), edits)) return true;
  const left = edits - 1;
  const isSwapped = word.length > 1 && word[1] === other[0];
  return (
    (other !== '' && isNear(word, other.slice(1), left)) ||
    (word !== '' && isNear(word.slice(1), other, left)) ||
    (word !== '' && other !== '' && isNear(word.slice(1), other.slice(1), left)) ||
    (isSwapped && isNear(`${word[0]}${word.slice(2)}`, other.slice(1), left))
  );
}

function refuseFilters(filter: Filter): boolean {
  throw new Error(`The naive search was not told what ${filter.by}: matches`);
}

function readFields({ title, text, noise }: NaiveDocument, inNoise: boolean, chain: Chain): Read['fields'] {
  const isNoise = (span: TextSpan) => noise.some(({ start, end }) => start <= span.start && span.end <= end);
  const read = (from: string): (Word & TextSpan)[] =>
    chain.scan(from).map(({ start, end, word }, at) => {
      const printed = from.slice(start, end);
      const isInCapitals =
        printed.length > 1 && printed === printed.toUpperCase() && printed !== printed.toLowerCase();
      return { at, word, start, end, isInCapitals };
    });
  return { title: read(title), text: read(text).filter((word) => inNoise || !isNoise(word)) };
}

function holds(node: QueryNode, read: Read): boolean {
  switch (node.kind) {
    case 'everything':
      return true;
    case 'all':
      return node.of.every((one) => holds(one, read));
    case 'any':
      return node.of.some((one) => holds(one, read));
    case 'not':
      return !holds(node.of, read);
    case 'prefer':
      return holds(node.of, read);
    case 'alias':
      return [node.typed, ...node.also].some((one) => holds(one, read));
    case 'actor':
      return holds(node.name, read);
    case 'filter':
      return read.matches(node.filter, read.document);
    default: {
      const fields: SearchField[] = node.field === null ? ['title', 'text'] : [node.field];
      return fields.some((field) => standsIn(node, read.fields[field], read));
    }
  }
}

type Leaf = Extract<QueryNode, { kind: 'word' | 'pattern' | 'fuzzy' | 'phrase' }>;

function standsIn(leaf: Leaf, words: readonly Word[], { chain, document }: Read): boolean {
  switch (leaf.kind) {
    case 'pattern': {
      const letters = leaf.pattern.split('*').map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
      const expression = new RegExp(`^${letters.join('.*')}$`, 'u');
      return words.some(({ word }) => expression.test(word));
    }
    case 'fuzzy':
      return words.some(({ word }) => isNear(leaf.word, word, leaf.distance));
    case 'phrase':
      return leaf.slack === null ? standsInOrder(leaf.words, words) : standsNear(leaf, words);
    case 'word': {
      const { word: wanted, how, isName } = leaf;
      if (isName) {
        // Only stop words are told apart from names.
        const isTold = chain.isStopWord?.(wanted, document.language) ?? true;
        return words.some(({ word, isInCapitals }) => word === wanted && (isInCapitals || !isTold));
      }
      const stem = chain.stem(wanted, document.language);
      return words.some(
        ({ word }) =>
          word === wanted ||
          (how !== 'exact' && chain.stem(word, document.language) === stem) ||
          (how === 'typed' && word.startsWith(wanted)),
      );
    }
  }
}

/** One after another, without anything left out between. */
function standsInOrder(wanted: readonly string[], words: readonly Word[]): boolean {
  return words.some((first, from) =>
    wanted.every((word, offset) => {
      const found = words[from + offset];
      return found?.word === word && found.at === first.at + offset;
    }),
  );
}

/** All of them, each at a place of its own, in a stretch that holds at most `slack` words more. */
function standsNear({ words: wanted, slack }: PhraseNode, words: readonly Word[]): boolean {
  const longest = wanted.length + (slack ?? 0);
  return words.some((first, from) => {
    const missing = [...wanted];
    for (let next = from; next < words.length; next++) {
      const word = words[next];
      if (word === undefined || word.at - first.at >= longest) return false;
      const place = missing.indexOf(word.word);
      if (place !== -1) missing.splice(place, 1);
      if (missing.length === 0) return true;
    }
    return false;
  });
}
