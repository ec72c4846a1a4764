import type { LeafNode, Query, QueryNode } from '#core/search/query/query.ts';
import { scanWords } from '#core/search/scan-words.ts';
import { below, pick, type Random } from '#tests/bench/search/random.ts';
import type { Pool } from './random-articles.ts';

/** A query of any shape, about the words of a pool. */
export function makeQuery(pool: Pool, random: Random): Query {
  return { root: makeNode(pool, random, 3), inNoise: random() < 0.2, isCut: false };
}

function makeNode(pool: Pool, random: Random, depth: number): QueryNode {
  if (depth === 0 || random() < 0.4) return makeLeaf(pool, random);
  const node = () => makeNode(pool, random, depth - 1);
  const nodes = () => Array.from({ length: 1 + below(3, random) }, node);
  const leaves = () => Array.from({ length: 1 + below(3, random) }, () => makeLeaf(pool, random));
  const forms: readonly (() => QueryNode)[] = [
    () => ({ kind: 'all', of: nodes() }),
    () => ({ kind: 'all', of: [node(), { kind: 'not', of: node() }] }),
    () => ({ kind: 'any', of: nodes() }),
    () => ({ kind: 'not', of: node() }),
    () => ({ kind: 'prefer', of: node(), also: nodes() }),
    () => ({ kind: 'alias', entry: 'one', name: 'One', typed: node(), also: leaves() }),
    () => ({ kind: 'everything' }),
  ];
  return pick(forms, random)();
}

function makeLeaf(pool: Pool, random: Random): LeafNode {
  const words = scanWords(`${pick(pool, random)} ${pick(pool, random)}`).map(({ word }) => word);
  const word = pick(words, random);
  const weighed = {
    field: pick([null, null, null, 'title', 'text'] as const, random),
    boost: pick([1, 1, 1, 2, 0.5, 10], random),
  };
  const kept = word.slice(0, 1 + below(word.length, random));
  const forms: readonly (() => LeafNode)[] = [
    () => ({ ...weighed, kind: 'word', word, how: 'stem', isName: false }),
    () => ({ ...weighed, kind: 'word', word, how: 'stem', isName: random() < 0.3 }),
    () => ({ ...weighed, kind: 'word', word, how: 'exact', isName: false }),
    () => ({ ...weighed, kind: 'word', word: kept, how: 'typed', isName: false }),
    () => ({
      ...weighed,
      kind: 'pattern',
      pattern: pick([`${kept}*`, `*${kept}`, `${kept}*${word.slice(-1)}`, `*${kept}*`], random),
    }),
    () => ({ ...weighed, kind: 'fuzzy', word, distance: 1 + below(2, random) }),
    () => ({ ...weighed, kind: 'phrase', words, slack: random() < 0.5 ? null : below(6, random) }),
  ];
  return pick(forms, random)();
}
