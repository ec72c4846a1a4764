import lunr from 'lunr';
import { scanWords } from '#core/search/scan-words.ts';
import type { QueryNode } from './query.ts';
import { boundBoost, readWords, type Wanted } from './read-words.ts';

/** The furthest a fuzzy word reaches. */
const furthest = 2;
/** A pattern with more stars is searched as words: trying it would take too long. */
const mostStars = 8;

/** A word, `word~1`, `wild*` or `word^2` as lunr's own parser reads it; what it can't read is searched as words. */
export function readPlain(text: string, wanted: Wanted): QueryNode | null {
  // lunr knows whole numbers only, and a boost of one word.
  const [, before = text, boosted] = /^(.+)\^(\d+(?:\.\d+)?)$/su.exec(text) ?? [];
  const clause = readClause(before);
  const boost = boundBoost(Number(boosted ?? clause?.boost ?? 1));
  if (clause === null) return readWords(before, { ...wanted, boost });
  const node = readTerm(typedTerm(before, clause.term), clause.editDistance ?? 0, { ...wanted, boost });
  const isProhibited = clause.presence === lunr.Query.presence.PROHIBITED;
  return node !== null && isProhibited ? { kind: 'not', of: node } : node;
}

/** What a term of a clause asks for: everything (`*`), a pattern, a fuzzy word, or its words. */
export function readTerm(term: string, editDistance: number, wanted: Wanted): QueryNode | null {
  const { field, boost } = wanted;
  if (term.includes('*')) {
    const pattern = foldPattern(term);
    if (pattern === '*') return { kind: 'everything' };
    if (pattern.split('*').length <= mostStars + 1) return { kind: 'pattern', pattern, field, boost };
  }
  const node = readWords(term, wanted);
  const distance = Math.min(furthest, editDistance);
  if (distance < 1 || node?.kind !== 'word') return node;
  return { kind: 'fuzzy', word: node.word, distance, field, boost };
}

/** lunr's types know no presence in a clause … */
export type LunrClause = lunr.Query.Clause & { readonly presence?: lunr.Query.presence };

/** … and no parser. */
type WithParser = typeof lunr & {
  readonly QueryParser: new (text: string, query: lunr.Query) => { parse(): lunr.Query };
};

/** The one clause lunr reads in `text`; `null` when that is not of its language: a time, an address, a lone sign. */
function readClause(text: string): LunrClause | null {
  const query = new lunr.Query(['title', 'text']);
  try {
    new (lunr as WithParser).QueryParser(text, query).parse();
  } catch {
    return null;
  }
  // lunr parts terms at hyphens; those of one chunk belong together.
  return query.clauses.length === 1 ? (query.clauses[0] ?? null) : null;
}

/** The term as it was typed: lunr gives it in small letters, which hides a name. */
function typedTerm(text: string, term: string): string {
  const small = text.toLowerCase();
  return small.length === text.length && small.startsWith(term) ? text.slice(0, term.length) : term;
}

function foldPattern(term: string): string {
  return term
    .split('*')
    .map((part) =>
      scanWords(part)
        .map(({ word }) => word)
        .join(''),
    )
    .join('*')
    .replaceAll(/\*{2,}/g, '*');
}
