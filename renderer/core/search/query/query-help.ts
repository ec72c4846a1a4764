import { parseQuery } from './parse-query.ts';

/** A thing the query language can do, for the screen to word. */
export type QueryHelpCode = (typeof queryHelp)[number]['code'];

/** What the query language can do, in the order it is explained, with examples that can be searched as they stand. */
export const queryHelp = [
  { group: 'words', code: 'word', examples: ['sécurité'] },
  { group: 'words', code: 'all', examples: ['gold mine', 'gold AND mine'] },
  { group: 'words', code: 'any', examples: ['Mali OR Niger'] },
  { group: 'words', code: 'not', examples: ['gold -mine', 'gold NOT mine'] },
  { group: 'words', code: 'group', examples: ['(Mali OR Niger) gold'] },
  { group: 'words', code: 'phrase', examples: ['"armed group"'] },
  { group: 'words', code: 'near', examples: ['"attack village"~5'] },
  { group: 'words', code: 'pattern', examples: ['jihad*', 'm*naka'] },
  { group: 'words', code: 'fuzzy', examples: ['Menakka~1'] },
  { group: 'words', code: 'field', examples: ['title:Gao', 'text:Gao'] },
  { group: 'words', code: 'name', examples: ['US', 'WHO'] },
  { group: 'words', code: 'boost', examples: ['gold^3 OR mine'] },
  { group: 'filters', code: 'tag', examples: ['tag:"armed group"'] },
  { group: 'filters', code: 'source', examples: ['source:reliefweb'] },
  { group: 'filters', code: 'publisher', examples: ['publisher:AFP'] },
  { group: 'filters', code: 'lang', examples: ['lang:en', 'lang:fr', 'lang:ar'] },
  { group: 'filters', code: 'actor', examples: ['actor:JNIM'] },
  { group: 'filters', code: 'place', examples: ['place:Ménaka'] },
  { group: 'filters', code: 'date', examples: ['after:2024-09', 'before:2025'] },
  { group: 'filters', code: 'is', examples: ['is:unread', 'is:reading', 'is:read', 'is:flagged'] },
  {
    group: 'filters',
    code: 'has',
    examples: ['has:highlight', 'has:note', 'has:tag', 'has:place', 'has:date'],
  },
  { group: 'filters', code: 'noise', examples: ['share in:noise'] },
] as const satisfies readonly QueryHelp[];

type QueryHelp = {
  /** Words of the texts, or what is known of an article. */
  readonly group: 'words' | 'filters';
  readonly code: string;
  readonly examples: readonly string[];
};

/** A query for what `query` and `added` ask for both; the words of each stay as they were typed. */
export function addToQuery(query: string, added: string): string {
  return [query, added].map(asOperand).filter(Boolean).join(' ');
}

/** `OR` binds less than what stands beside it. */
function asOperand(query: string): string {
  const text = query.trim();
  return parseQuery(text).root?.kind === 'any' ? `(${text})` : text;
}
