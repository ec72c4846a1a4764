import lunr from 'lunr';
import type { Query, QueryNode, SearchField } from './query.ts';
import { type LunrClause, readTerm } from './read-plain.ts';
import { boundBoost, plainly } from './read-words.ts';

/**
 * A query built with `lunr.Query`, with lunr's own meaning: what is required must occur, what is prohibited must not,
 * and what is optional makes an article better, or is what finds it when nothing is required. Only prohibited clauses:
 * every article without them; none at all: every article. Terms are folded like texts, those of several words are
 * phrases, and editing reaches two letters at most.
 */
export function fromLunrQuery({ clauses }: lunr.Query): Query {
  const { OPTIONAL, REQUIRED, PROHIBITED } = lunr.Query.presence;
  const having = (presence: lunr.Query.presence) =>
    clauses.filter((clause: LunrClause) => (clause.presence ?? OPTIONAL) === presence).map(readClause);
  const [optional, required, prohibited] = [having(OPTIONAL), having(REQUIRED), having(PROHIBITED)];
  const without = prohibited.map((of): QueryNode => ({ kind: 'not', of }));
  const wanted = want(required, optional);
  return {
    root: group('all', wanted === null ? without : [wanted, ...without]),
    inNoise: false,
    isCut: false,
  };
}

/** A query in our tree, whoever made it. */
export function asQuery(query: Query | lunr.Query): Query {
  return 'clauses' in query ? fromLunrQuery(query) : query;
}

function want(required: readonly QueryNode[], optional: readonly QueryNode[]): QueryNode | null {
  if (required.length === 0) return optional.length === 0 ? null : group('any', optional);
  const of = group('all', required);
  return optional.length === 0 ? of : { kind: 'prefer', of, also: optional };
}

function group(kind: 'all' | 'any', nodes: readonly QueryNode[]): QueryNode {
  const [first] = nodes;
  if (first === undefined) return { kind: 'everything' };
  return nodes.length === 1 ? first : { kind, of: nodes };
}

const nothing: QueryNode = { kind: 'any', of: [] };

function readClause({ term, fields, boost, editDistance, usePipeline }: LunrClause): QueryNode {
  const field = fieldOf(fields);
  if (field === undefined) return nothing;
  const how = usePipeline === false ? 'exact' : 'stem';
  const wanted = { ...plainly, field, boost: boundBoost(boost ?? 1), how } as const;
  const node = readTerm(term, editDistance ?? 0, wanted) ?? nothing;
  // A star alone is any word in lunr: an article without words has none.
  return node.kind === 'everything' ? { kind: 'pattern', pattern: '*', field, boost: wanted.boost } : node;
}

/** `undefined`: none of the fields there are. */
function fieldOf(fields: readonly string[] | undefined): SearchField | null | undefined {
  const [inTitle, inText] = [fields?.includes('title') ?? true, fields?.includes('text') ?? true];
  if (inTitle && inText) return null;
  if (inTitle) return 'title';
  return inText ? 'text' : undefined;
}
