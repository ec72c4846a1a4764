import type { Highlight } from '#core/annotations/highlight.ts';
import type { ArticleId, TagId } from '#core/ids.ts';
import { fold } from '#core/text/fold.ts';
import type { Tag } from './tag.ts';

/** A tag in its place, with those below it in order. */
export type TagNode = {
  readonly tag: Tag;
  /** 0 at the top. */
  readonly depth: number;
  readonly children: readonly TagNode[];
};

/** How often a tag is used: highlights that carry it, and the articles they stand in. */
export type TagUse = {
  readonly highlights: number;
  readonly articles: number;
  /** How many different texts these have; left out when each has its own. */
  readonly texts?: number;
};

/** The use of a tag itself, and of it together with all tags below it (a highlight counts once). */
export type TagCount = { readonly own: TagUse; readonly whole: TagUse };

const collator = new Intl.Collator(['en', 'fr'], { sensitivity: 'base', numeric: true });

/** Sort tags of one parent: by their order, ties by name. */
export function compareSiblings(a: Tag, b: Tag): number {
  return a.order - b.order || collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
}

/**
 * Put tags into their tree. A tag whose parent is missing, or that stands in a ring (two laptops' edits may make one
 * when they are joined), is shown at the top: none is ever left out.
 */
export function buildTagTree(tags: readonly Tag[]): TagNode[] {
  const byParent = groupByParent(tags);
  const placed = new Set<TagId>();
  const grow = (tag: Tag, depth: number): TagNode => {
    placed.add(tag.id);
    const below = (byParent.get(tag.id) ?? []).filter((child) => !placed.has(child.id));
    return { tag, depth, children: below.map((child) => grow(child, depth + 1)) };
  };
  const tree = (byParent.get(null) ?? []).map((tag) => grow(tag, 0));
  for (const tag of [...tags].sort(compareSiblings)) if (!placed.has(tag.id)) tree.push(grow(tag, 0));
  return tree;
}

/** The nodes of a tree from top to bottom, each parent before its children. */
export function listNodes(tree: readonly TagNode[]): TagNode[] {
  return tree.flatMap((node) => [node, ...listNodes(node.children)]);
}

/** The tree with only the tags in `kept` and those above them. */
export function pruneTree(tree: readonly TagNode[], kept: ReadonlySet<TagId>): TagNode[] {
  return tree.flatMap((node) => {
    const children = pruneTree(node.children, kept);
    return children.length > 0 || kept.has(node.tag.id) ? [{ ...node, children }] : [];
  });
}

/** The tags of one parent, in order. */
export function listSiblings(parentId: TagId | null, tags: readonly Tag[]): Tag[] {
  return tags.filter((tag) => tag.parentId === parentId).sort(compareSiblings);
}

/** A tag and the tags above it, the topmost first; empty when there is no tag with this id. */
export function tagPath(id: TagId, tags: ReadonlyMap<TagId, Tag>): Tag[] {
  const path: Tag[] = [];
  for (let tag = tags.get(id); tag !== undefined && !path.includes(tag); ) {
    path.unshift(tag);
    tag = tag.parentId === null ? undefined : tags.get(tag.parentId);
  }
  return path;
}

/** The names on the way to a tag, as `attack / ambush`. */
export function tagPathText(id: TagId, tags: ReadonlyMap<TagId, Tag>): string {
  return tagPath(id, tags)
    .map((tag) => tag.name)
    .join(' / ');
}

/** Tags by their id. */
export function tagsById(tags: readonly Tag[]): Map<TagId, Tag> {
  return new Map(tags.map((tag) => [tag.id, tag]));
}

/** The id of a tag and of every tag below it. */
export function withDescendants(id: TagId, tags: readonly Tag[]): Set<TagId> {
  const byParent = groupByParent(tags);
  const found = new Set<TagId>([id]);
  for (const parent of found) for (const child of byParent.get(parent) ?? []) found.add(child.id);
  return found;
}

/** How often each tag is used. Ids that no tag has any more are not counted. */
export function countTags(
  tags: readonly Tag[],
  highlights: readonly Pick<Highlight, 'anchor' | 'tagIds'>[],
): Map<TagId, TagCount> {
  const byId = tagsById(tags);
  const above = new Map(tags.map((tag) => [tag.id, tagPath(tag.id, byId).map(({ id }) => id)]));
  const own = new Tally();
  const whole = new Tally();
  for (const { anchor, tagIds } of highlights) {
    const carried = new Set(tagIds);
    for (const id of carried) own.add(id, anchor.articleId);
    const reached = new Set([...carried].flatMap((id) => above.get(id) ?? []));
    for (const id of reached) whole.add(id, anchor.articleId);
  }
  return new Map(tags.map(({ id }) => [id, { own: own.read(id), whole: whole.read(id) }]));
}

/**
 * Find tags by what is typed, best first: the whole name, its beginning, the beginning of a word in it, anywhere in
 * it, then anywhere in the path (`att amb` finds `attack / ambush`). Ties stay in the order of the tree. An empty
 * query answers all tags in the order of the tree.
 */
export function searchTags(query: string, tags: readonly Tag[]): Tag[] {
  const ordered = listNodes(buildTagTree(tags)).map((node) => node.tag);
  const wanted = fold(query.normalize('NFC')).trim();
  if (wanted === '') return ordered;
  const byId = tagsById(tags);
  return ordered
    .map((tag) => ({ tag, rank: rankName(wanted, tag, byId) }))
    .filter(({ rank }) => rank < noMatch)
    .sort((a, b) => a.rank - b.rank)
    .map(({ tag }) => tag);
}

const noMatch = 5;

function rankName(wanted: string, tag: Tag, byId: ReadonlyMap<TagId, Tag>): number {
  const name = fold(tag.name);
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.split(/[\s'-]+/).some((word) => word.startsWith(wanted))) return 2;
  if (name.includes(wanted)) return 3;
  const path = fold(tagPathText(tag.id, byId));
  return wanted.split(/[\s/]+/).every((word) => path.includes(word)) ? 4 : noMatch;
}

function groupByParent(tags: readonly Tag[]): Map<TagId | null, Tag[]> {
  const groups = new Map<TagId | null, Tag[]>();
  for (const tag of [...tags].sort(compareSiblings)) {
    const group = groups.get(tag.parentId);
    if (group === undefined) groups.set(tag.parentId, [tag]);
    else group.push(tag);
  }
  return groups;
}

class Tally {
  readonly #uses = new Map<TagId, { highlights: number; articles: Set<ArticleId> }>();

  add(id: TagId, articleId: ArticleId): void {
    const use = this.#uses.get(id) ?? { highlights: 0, articles: new Set() };
    use.highlights += 1;
    use.articles.add(articleId);
    this.#uses.set(id, use);
  }

  read(id: TagId): TagUse {
    const use = this.#uses.get(id);
    return { highlights: use?.highlights ?? 0, articles: use?.articles.size ?? 0 };
  }
}
