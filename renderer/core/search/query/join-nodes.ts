import { describeNode } from './describe-query.ts';
import type { QueryNode } from './query.ts';

/** All of `nodes`: without groups in the group, and without "everything" beside what asks for less. */
export function allOf(nodes: readonly QueryNode[]): QueryNode | null {
  const flat = nodes.flatMap((node) => (node.kind === 'all' ? node.of : [node]));
  const asking = flat.filter(({ kind }) => kind !== 'everything');
  return alone(asking, 'all') ?? flat[0] ?? null;
}

/**
 * At least one of `nodes`. "a or not b" would be nearly everything and is never what is meant: it is read as a without
 * b.
 */
export function anyOf(nodes: readonly QueryNode[]): QueryNode | null {
  const flat = nodes.flatMap((node) => (node.kind === 'any' ? node.of : [node]));
  const without = flat.filter(onlyExcludes);
  const wanted = alone(
    flat.filter((node) => !onlyExcludes(node)),
    'any',
  );
  return allOf(wanted === null ? without : [wanted, ...without]);
}

/** All but `node`. */
export function notOf(node: QueryNode): QueryNode {
  return node.kind === 'not' ? node.of : { kind: 'not', of: node };
}

/** Whether a part of a query asks for nothing and only leaves out. */
export function onlyExcludes(node: QueryNode): boolean {
  return node.kind === 'not' || (node.kind === 'all' && node.of.every(onlyExcludes));
}

/** A group of what is different in `nodes` (what is described alike asks for the same); one node alone is no group. */
function alone(nodes: readonly QueryNode[], kind: 'all' | 'any'): QueryNode | null {
  const seen = new Set<string>();
  const of = nodes.filter((node) => {
    const before = seen.size;
    return seen.add(describeNode(node)).size > before;
  });
  return of.length > 1 ? { kind, of } : (of[0] ?? null);
}
