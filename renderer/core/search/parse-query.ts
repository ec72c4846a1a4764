import lunr from 'lunr';
import { foldedWords } from './analyse.ts';

/** One thing a query asks for. */
export type QueryItem = {
  readonly presence: 'required' | 'prohibited';
  readonly field: 'title' | 'text' | null;
  readonly boost: number;
} & (
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'pattern'; readonly pattern: string }
  | { readonly kind: 'fuzzy'; readonly word: string; readonly distance: number }
  | { readonly kind: 'phrase'; readonly words: readonly string[] }
);

/** A query as it was understood. */
export type ParsedQuery = {
  readonly items: readonly QueryItem[];
  /** Whether boilerplate is searched too. */
  readonly inNoise: boolean;
};

const chunk = /([+-]?(?:\w+:)?)"([^"]*)"?|(\S+)/gu;

/**
 * Read a query: words that must all occur, `-word`, `title:word`, `word^2`, `wild*`, `word~1`, `"exact phrase"`,
 * `in:noise`. Anything can be pasted: what is not of this language is searched as words, nothing throws.
 */
export function parseQuery(query: string): ParsedQuery {
  const items: QueryItem[] = [];
  let inNoise = false;
  for (const [whole, sign, phrase, plain] of query.normalize('NFC').matchAll(chunk)) {
    if (plain === 'in:noise') inNoise = true;
    else if (phrase === undefined) items.push(...parseChunk(plain ?? whole));
    else items.push(...asPhrase(phrase, parseSign(sign ?? '')));
  }
  return { items, inNoise };
}

/** The query as it was understood, in its own language: `mali AND NOT "armed men"`. */
export function describeQuery({ items, inNoise }: ParsedQuery): string {
  const parts = items.map((item) => `${item.presence === 'prohibited' ? 'NOT ' : ''}${describeItem(item)}`);
  return [parts.join(' AND '), inNoise ? 'in:noise' : ''].filter(Boolean).join(' ');
}

type Sign = Pick<QueryItem, 'presence' | 'field' | 'boost'>;

function describeItem(item: QueryItem): string {
  const field = item.field === null ? '' : `${item.field}:`;
  const boost = item.boost === 1 ? '' : `^${item.boost}`;
  switch (item.kind) {
    case 'word':
      return `${field}${item.word}${boost}`;
    case 'pattern':
      return `${field}${item.pattern}${boost}`;
    case 'fuzzy':
      return `${field}${item.word}~${item.distance}${boost}`;
    case 'phrase':
      return `${field}"${item.words.join(' ')}"`;
  }
}

function parseSign(sign: string): Sign {
  const field = /(title|text):$/.exec(sign)?.[1] ?? null;
  return {
    presence: sign.startsWith('-') ? 'prohibited' : 'required',
    field: field === 'title' || field === 'text' ? field : null,
    boost: 1,
  };
}

function asPhrase(text: string, sign: Sign): QueryItem[] {
  const found = foldedWords(text).map(({ word }) => word);
  const [first] = found;
  if (first === undefined) return [];
  return found.length === 1
    ? [{ ...sign, kind: 'word', word: first }]
    : [{ ...sign, kind: 'phrase', words: found }];
}

/** One chunk without spaces: what lunr's own parser makes of it, or its words. */
function parseChunk(text: string): QueryItem[] {
  const clause = parseClause(text);
  if (clause === null) return asPhrase(text, plainSign);
  const sign: Sign = {
    presence: clause.presence === lunr.Query.presence.PROHIBITED ? 'prohibited' : 'required',
    field:
      clause.fields.length === 1 && (clause.fields[0] === 'title' || clause.fields[0] === 'text')
        ? clause.fields[0]
        : null,
    boost: clause.boost ?? 1,
  };
  const term = clause.term;
  if (term.includes('*')) {
    const pattern = foldPattern(term);
    return /[^*]/.test(pattern) ? [{ ...sign, kind: 'pattern', pattern }] : [];
  }
  const items = asPhrase(term, sign);
  const [only] = items;
  const distance = Math.min(2, clause.editDistance ?? 0);
  if (distance > 0 && only?.kind === 'word') return [{ ...sign, kind: 'fuzzy', word: only.word, distance }];
  return items;
}

const plainSign: Sign = { presence: 'required', field: null, boost: 1 };

/** Missing from lunr's types. */
type WithParser = typeof lunr & {
  readonly QueryParser: new (text: string, query: lunr.Query) => { parse(): lunr.Query };
};

type Clause = {
  readonly term: string;
  readonly fields: readonly string[];
  readonly presence?: lunr.Query.presence;
  readonly boost?: number;
  readonly editDistance?: number;
};

function parseClause(text: string): Clause | null {
  const query = new lunr.Query(['title', 'text']);
  try {
    new (lunr as WithParser).QueryParser(text, query).parse();
  } catch {
    // Not of the query language: a time, an address, a lone sign.
    return null;
  }
  const clauses = (query as lunr.Query & { readonly clauses: readonly Clause[] }).clauses;
  // lunr parts terms at hyphens; those of one chunk belong together.
  return clauses.length === 1 ? (clauses[0] ?? null) : null;
}

function foldPattern(term: string): string {
  return term
    .split('*')
    .map((part) =>
      foldedWords(part)
        .map(({ word }) => word)
        .join(''),
    )
    .join('*')
    .replaceAll(/\*{2,}/g, '*');
}
