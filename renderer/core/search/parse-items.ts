import lunr from 'lunr';
import { foldedWords, isInCapitals } from './analyse.ts';
import { isStopWord, stemmedLanguages } from './stemmers.ts';

/** One thing a query asks for. */
export type QueryItem = {
  readonly presence: 'required' | 'prohibited';
  readonly field: 'title' | 'text' | null;
  readonly boost: number;
} & (
  | {
      readonly kind: 'word';
      readonly word: string;
      /** A common word typed in capitals, as `US` and `WHO` are: meant as a name. */
      readonly isName: boolean;
    }
  | { readonly kind: 'pattern'; readonly pattern: string }
  | { readonly kind: 'fuzzy'; readonly word: string; readonly distance: number }
  | { readonly kind: 'phrase'; readonly words: readonly string[] }
  | { readonly kind: 'either'; readonly of: readonly QueryItem[] }
);

/** A query as it was understood. */
export type ParsedQuery = {
  readonly items: readonly QueryItem[];
  /** Whether boilerplate is searched too. */
  readonly inNoise: boolean;
};

/**
 * Read a query: words that must all occur, `a OR b`, `-word` or `NOT word`, `title:word`, `word^2`, `wild*`, `word~1`,
 * `"exact phrase"`, `in:noise`. Anything can be pasted: what is not of this language is searched as words, nothing
 * throws.
 */
export function parseQuery(query: string): ParsedQuery {
  const text = query.normalize('NFC').replaceAll(/[“”„«»]/g, '"');
  const chunks = text.match(chunk) ?? [];
  const wanted = chunks.filter((part) => part.toLowerCase() !== 'in:noise');
  const tokens = wanted.flatMap((part): Token[] => (isOperator(part) ? [part] : parseChunk(part)));
  return { items: applyOperators(tokens), inNoise: wanted.length < chunks.length };
}

/** The query as it was understood, in its own language: `mali AND NOT "armed men"`. */
export function describeQuery({ items, inNoise }: ParsedQuery): string {
  const parts = items.map((item) => {
    const described = describeItem(item);
    if (item.kind === 'either' && items.length > 1) return `(${described})`;
    return item.presence === 'prohibited' ? `NOT ${described}` : described;
  });
  return [parts.join(' AND '), inNoise ? 'in:noise' : ''].filter(Boolean).join(' ');
}

/** A phrase with its sign, or a run without spaces; brackets only part. */
const chunk = /[+-]?(?:(?:title|text):)?"[^"]*"?(?:[~^]\d+)*|[^\s()"]+/giu;

const operators = ['AND', 'OR', 'NOT'] as const;
type Operator = (typeof operators)[number];
type Token = QueryItem | Operator;

function isOperator(part: string): part is Operator {
  return operators.some((operator) => operator === part);
}

function describeItem(item: QueryItem): string {
  const field = item.field === null ? '' : `${item.field}:`;
  const boost = item.boost === 1 ? '' : `^${item.boost}`;
  switch (item.kind) {
    case 'word':
      return `${field}${item.isName ? item.word.toUpperCase() : item.word}${boost}`;
    case 'pattern':
      return `${field}${item.pattern}${boost}`;
    case 'fuzzy':
      return `${field}${item.word}~${item.distance}${boost}`;
    case 'phrase':
      return `${field}"${item.words.join(' ')}"${boost}`;
    case 'either':
      return item.of.map(describeItem).join(' OR ');
  }
}

/** An operator without anything to join is a word like any other. */
function applyOperators(tokens: readonly Token[]): QueryItem[] {
  const items: QueryItem[] = [];
  for (const [at, token] of tokens.entries()) {
    if (typeof token === 'string') {
      if (!joins(token, at, tokens.length)) items.push(...asPhrase(token, plainSign));
      continue;
    }
    const before = tokens[at - 1];
    if (before === 'NOT') items.push({ ...token, presence: 'prohibited' });
    else if (before === 'OR' && at > 1) items.push(...either(items.pop(), token));
    else items.push(token);
  }
  return items;
}

function joins(operator: Operator, at: number, count: number): boolean {
  return at < count - 1 && (operator === 'NOT' || at > 0);
}

function either(a: QueryItem | undefined, b: QueryItem): QueryItem[] {
  if (a === undefined) return [b];
  // "a or not b" would be nearly everything: it is read as a without b.
  if (a.presence === 'prohibited' || b.presence === 'prohibited') return [a, b];
  const of = a.kind === 'either' ? [...a.of, b] : [a, b];
  return [{ ...plainSign, kind: 'either', of }];
}

type Sign = Pick<QueryItem, 'presence' | 'field' | 'boost'>;

const plainSign: Sign = { presence: 'required', field: null, boost: 1 };

/** The words of `text` one after another. */
function asPhrase(text: string, sign: Sign): QueryItem[] {
  const found = foldedWords(text);
  const [first] = found;
  if (first === undefined) return [];
  if (found.length > 1) return [{ ...sign, kind: 'phrase', words: found.map(({ word }) => word) }];
  const isCommon = stemmedLanguages.some((language) => isStopWord(first.word, language));
  const typed = text.slice(first.start, first.end);
  const isName = isCommon && isInCapitals(typed) && !isOperator(typed);
  return [{ ...sign, kind: 'word', word: first.word, isName }];
}

const parts = /^([+-]?)(?:(title|text):)?(.+)$/isu;
// Nearness ("a b"~5) is not looked at, which the query as understood shows.
const quoted = /^"([^"]*)"?((?:[~^]\d+)*)$/u;

/** A chunk: a phrase in quotation marks, what lunr's own parser makes of it, or else its words. */
function parseChunk(whole: string): QueryItem[] {
  const [, mark, name, text] = parts.exec(whole) ?? [];
  if (text === undefined) return asPhrase(whole, plainSign);
  const field = name?.toLowerCase();
  const sign: Sign = {
    presence: mark === '-' ? 'prohibited' : 'required',
    field: field === 'title' || field === 'text' ? field : null,
    boost: 1,
  };
  const [phrase, content, suffix] = quoted.exec(text) ?? [];
  if (phrase !== undefined) {
    const boost = /\^(\d+)/.exec(suffix ?? '')?.[1];
    return asPhrase(content ?? '', { ...sign, boost: boundBoost(Number(boost ?? 1)) });
  }
  const clause = parseClause(text);
  return clause === null ? asPhrase(text, sign) : readClause(text, clause, sign);
}

/** A boost is a number that still adds up. */
function boundBoost(boost: number): number {
  return Math.min(boost, 1_000);
}

function readClause(text: string, clause: Clause, sign: Sign): QueryItem[] {
  const { term, boost, editDistance, presence } = clause;
  const isProhibited = sign.presence === 'prohibited' || presence === lunr.Query.presence.PROHIBITED;
  const full: Sign = {
    ...sign,
    presence: isProhibited ? 'prohibited' : 'required',
    boost: boundBoost(boost ?? 1),
  };
  if (term.includes('*')) {
    const pattern = foldPattern(term);
    return /[^*]/.test(pattern) ? [{ ...full, kind: 'pattern', pattern }] : [];
  }
  // lunr gives the term in lower case.
  const typed = text.toLowerCase().startsWith(term) ? text.slice(0, term.length) : term;
  const items = asPhrase(typed, full);
  const [only] = items;
  const distance = Math.min(2, editDistance ?? 0);
  if (distance > 0 && only?.kind === 'word') return [{ ...full, kind: 'fuzzy', word: only.word, distance }];
  return items;
}

/** Missing from lunr's types. */
type WithParser = typeof lunr & {
  readonly QueryParser: new (text: string, query: lunr.Query) => { parse(): lunr.Query };
};

type Clause = {
  readonly term: string;
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
