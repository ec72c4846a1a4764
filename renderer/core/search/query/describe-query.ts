import type { ActorNode, Filter, LeafNode, Query, QueryNode } from './query.ts';

/**
 * A query as it was understood, in its own language: `mali AND NOT "armed men"`. Typed again it reads the same; a word
 * that is being typed is described as the word, and a name with other spellings as it was typed. '' when nothing is
 * asked for.
 */
export function describeQuery({ root, inNoise }: Query): string {
  if (root === null) return '';
  return [describeNode(root), inNoise ? 'in:noise' : ''].filter(Boolean).join(' ');
}

/** A part of a query in its own language. */
export function describeNode(node: QueryNode): string {
  switch (node.kind) {
    case 'all':
      return node.of.length === 0 ? '*' : node.of.map(asOperand).join(' AND ');
    case 'any':
      return node.of.length === 0 ? 'NOT *' : node.of.map(asOperand).join(' OR ');
    case 'not':
      return `NOT ${asOperand(node.of)}`;
    case 'prefer':
      return describeNode(asAlternative(node));
    case 'alias':
      return describeNode(node.typed);
    case 'actor':
      return `actor:${describeLeaf(asName(node.name))}`;
    case 'everything':
      return '*';
    case 'filter':
      return describeFilter(node.filter);
    default:
      return describeLeaf(node);
  }
}

/** A name of one word needs no quotation marks. */
function asName(name: ActorNode['name']): LeafNode {
  return name.kind === 'word' ? { ...name, field: null, how: 'stem' } : { ...name, field: null };
}

/** In parentheses where it would be read otherwise. */
function asOperand(node: QueryNode): string {
  const isJoined = (node.kind === 'all' || node.kind === 'any') && node.of.length > 1;
  if (node.kind === 'alias') return asOperand(node.typed);
  return isJoined || node.kind === 'prefer' ? `(${describeNode(node)})` : describeNode(node);
}

/** What is only preferred is an alternative to everything. */
function asAlternative({ of, also }: Extract<QueryNode, { kind: 'prefer' }>): QueryNode {
  return { kind: 'all', of: [of, { kind: 'any', of: [...also, { kind: 'everything' }] }] };
}

function describeLeaf(node: LeafNode): string {
  const field = node.field === null ? '' : `${node.field}:`;
  const boost = node.boost === 1 ? '' : `^${node.boost}`;
  return `${field}${describeWords(node)}${boost}`;
}

function describeWords(node: LeafNode): string {
  switch (node.kind) {
    case 'word': {
      const word = node.isName ? node.word.toUpperCase() : node.word;
      return node.how === 'exact' ? `"${word}"` : word;
    }
    case 'phrase':
      if (node.isUnquoted === true) return node.words.join('-');
      return `"${node.words.join(' ')}"${node.slack === null ? '' : `~${node.slack}`}`;
    case 'pattern':
      return node.pattern;
    case 'fuzzy':
      return `${node.word}~${node.distance}`;
  }
}

function describeFilter(filter: Filter): string {
  const value = 'date' in filter ? filter.date : filter.value;
  return `${filter.by}:${/[\s()]/.test(value) ? `"${value}"` : value}`;
}
