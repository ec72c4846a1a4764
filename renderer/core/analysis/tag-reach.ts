import type { Tag } from '#core/codebook/tag.ts';
import { buildTagTree, listNodes, type TagNode, tagPath, tagsById } from '#core/codebook/tag-tree.ts';
import type { TagId } from '#core/ids.ts';
import type { Passage } from './passages.ts';

/** Whether a tag counts only what carries it, or also what carries a tag below it. */
export type TagScope = 'own' | 'whole';

/**
 * Answers which tags a highlight counts for: those it carries, each once, and for `whole` those above them too. Ids
 * that no tag has any more are passed over.
 */
export function createTagReach(
  tags: readonly Tag[],
  scope: TagScope,
): (tagIds: readonly TagId[]) => readonly TagId[] {
  const byId = tagsById(tags);
  const above = new Map(
    tags.map(({ id }) => [id, scope === 'own' ? [id] : tagPath(id, byId).map((tag) => tag.id)]),
  );
  return (tagIds) => {
    const [first] = tagIds;
    if (first === undefined) return [];
    if (tagIds.length === 1) return above.get(first) ?? [];
    return [...new Set(tagIds.flatMap((id) => above.get(id) ?? []))];
  };
}

/** Tags in use, numbered, and which of them each passage counts for. */
export type NumberedTags = {
  /** In the order of the tree. */
  readonly rows: readonly TagNode[];
  /** For each passage the numbers of its rows, each once. */
  readonly reached: readonly (readonly number[])[];
};

/** Number the tags in use: counting over a hundred thousand passages goes by numbers, not by ids. */
export function numberTags(
  passages: readonly Passage[],
  tags: readonly Tag[],
  scope: TagScope,
): NumberedTags {
  const nodes = listNodes(buildTagTree(tags));
  const numberOf = new Map(nodes.map(({ tag }, index) => [tag, index]));
  const byId = tagsById(tags);
  const above = new Map(
    tags.map((tag) => [
      tag,
      (scope === 'own' ? [tag] : tagPath(tag.id, byId)).map((one) => numberOf.get(one) ?? 0),
    ]),
  );
  const all = passages.map(({ tags: own }) => uniteNumbers(own, above));
  const isUsed = new Uint8Array(nodes.length);
  for (const numbers of all) for (const number of numbers) isUsed[number] = 1;
  const rows = nodes.filter((_, index) => isUsed[index] === 1);
  if (rows.length === nodes.length) return { rows, reached: all };
  const rowOf = new Int32Array(nodes.length);
  for (const [row, { tag }] of rows.entries()) rowOf[numberOf.get(tag) ?? 0] = row;
  return { rows, reached: all.map((numbers) => numbers.map((number) => rowOf[number] ?? 0)) };
}

const none: readonly number[] = [];

function uniteNumbers(own: readonly Tag[], above: ReadonlyMap<Tag, readonly number[]>): readonly number[] {
  const [first] = own;
  if (first === undefined) return none;
  const reached = above.get(first) ?? none;
  if (own.length === 1) return reached;
  const united = [...reached];
  for (const tag of own)
    for (const number of above.get(tag) ?? none) if (!united.includes(number)) united.push(number);
  return united;
}
