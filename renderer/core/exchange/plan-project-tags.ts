import { maxTagDescriptionLength, maxTagNameLength } from '#core/codebook/edit-codebook.ts';
import { type Tag, tagColors } from '#core/codebook/tag.ts';
import { compareSiblings, listSiblings, withDescendants } from '#core/codebook/tag-tree.ts';
import { sameRecord } from '#core/history/same-record.ts';
import type { TagId } from '#core/ids.ts';
import { fold } from '#core/text/fold.ts';
import type { CodingProject, LossList, ProjectTag } from './coding-project.ts';
import type { Take } from './take.ts';

/** What a project's tags come to in our codebook. */
export type TagPlan = {
  /** Our codebook with the project's tags in it. */
  readonly tags: readonly Tag[];
  /** The tag of ours that each tag of the project is. */
  readonly ids: ReadonlyMap<TagId, TagId>;
  /** Tags that came under another id and were taken for one of ours because they read the same. */
  readonly joined: number;
  /** Names of tags of ours that the file has otherwise. */
  readonly differing: readonly string[];
};

/**
 * Bring a project's tags into our codebook: by id; else by name below the same parent; else as new ones. Where a known
 * tag differs, `take` says whose version stands.
 */
export function planProjectTags(
  { tags: theirs, untold }: Pick<CodingProject, 'tags' | 'untold'>,
  ours: readonly Tag[],
  take: Take,
  losses: LossList,
): TagPlan {
  const tags = new Map(ours.map((tag) => [tag.id, tag]));
  // Two tags of the file that read the same are two tags.
  const mine = new Map(tags);
  const ids = new Map<TagId, TagId>();
  const differing: string[] = [];
  let joined = 0;
  const takeNew = (tag: ProjectTag, parentId: TagId | null) => {
    const twin = namesake(tag.name, parentId, mine, null);
    ids.set(tag.id, twin?.id ?? tag.id);
    if (twin === null) tags.set(tag.id, makeTag(tag, parentId, tags, losses));
    else {
      mine.delete(twin.id);
      joined += 1;
    }
  };
  for (const tag of parentsFirst(theirs)) {
    const parentId = tag.parentId === null ? null : (ids.get(tag.parentId) ?? null);
    const known = tags.get(tag.id);
    if (known === undefined) {
      takeNew(tag, parentId);
      continue;
    }
    ids.set(tag.id, tag.id);
    const updated = updateTag(known, withKnown(tag, known, untold), parentId, tags);
    if (sameRecord(known, updated)) continue;
    differing.push(known.name);
    if (take === 'file') tags.set(tag.id, updated);
  }
  return { tags: [...tags.values()], ids, joined, differing };
}

/** Each tag after its parent; those of a ring or of a missing parent stand at the top. */
function parentsFirst(theirs: readonly ProjectTag[]): ProjectTag[] {
  const byId = new Map(theirs.map((tag) => [tag.id, tag]));
  const placed = new Set<TagId>();
  const ordered: ProjectTag[] = [];
  const place = (tag: ProjectTag, above: ReadonlySet<TagId>) => {
    if (placed.has(tag.id)) return;
    const parent = tag.parentId === null ? undefined : byId.get(tag.parentId);
    const isRing = parent !== undefined && above.has(parent.id);
    if (parent !== undefined && !isRing) place(parent, new Set([...above, tag.id]));
    if (placed.has(tag.id)) return;
    placed.add(tag.id);
    ordered.push(parent === undefined || isRing ? { ...tag, parentId: null } : tag);
  };
  for (const tag of theirs) place(tag, new Set());
  return ordered;
}

function makeTag(
  tag: ProjectTag,
  parentId: TagId | null,
  tags: ReadonlyMap<TagId, Tag>,
  losses: LossList,
): Tag {
  const all = [...tags.values()];
  const parent = parentId === null ? undefined : tags.get(parentId);
  const name = tidyName(tag.name, losses);
  const { guide, isArchived } = tag;
  return {
    id: tag.id,
    parentId,
    name: freeName(name, parentId, tags),
    description: cut(tag.description, losses, tag.name),
    ...(guide === undefined ? {} : { guide }),
    ...(isArchived ? { isArchived } : {}),
    color: tag.color ?? parent?.color ?? tagColors[all.length % (tagColors.length - 1)] ?? 'yellow',
    order: (listSiblings(parentId, all).at(-1)?.order ?? 0) + 1,
  };
}

/** What the file has no place for, as it is known. */
function withKnown(tag: ProjectTag, known: Tag, untold: CodingProject['untold']): ProjectTag {
  return untold?.includes('tag-description') ? { ...tag, description: known.description } : tag;
}

/** The known tag with all that the file says of it; what the file can't say stays. */
function updateTag(known: Tag, tag: ProjectTag, parentId: TagId | null, tags: ReadonlyMap<TagId, Tag>): Tag {
  const all = [...tags.values()];
  const makesRing = parentId !== null && withDescendants(known.id, all).has(parentId);
  const wanted = tag.name.normalize('NFC').replaceAll('/', '∕').trim();
  const isFree =
    wanted !== '' && wanted.length <= maxTagNameLength && namesake(wanted, parentId, tags, known.id) === null;
  const description = tag.description.normalize('NFC').toWellFormed();
  const { guide, isArchived, ...plain } = known;
  return {
    ...plain,
    parentId: makesRing ? known.parentId : parentId,
    name: isFree ? wanted : known.name,
    description: description.length <= maxTagDescriptionLength ? description : known.description,
    color: tag.color ?? known.color,
    ...((tag.guide ?? guide) ? { guide: tag.guide ?? guide } : {}),
    ...(tag.isArchived || isArchived ? { isArchived: true as const } : {}),
  } as Tag;
}

function tidyName(name: string, losses: LossList): string {
  const tidy = name
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    // A slash parts the names of a path here; this one looks the same and parts nothing.
    .replaceAll('/', '∕')
    .trim();
  if (tidy === '') return '?';
  if (tidy.length <= maxTagNameLength) return tidy;
  losses.add('tag-name-cut', tidy);
  return `${tidy.slice(0, maxTagNameLength - 1).toWellFormed()}…`;
}

function cut(description: string, losses: LossList, name: string): string {
  const tidy = description.normalize('NFC').toWellFormed();
  if (tidy.length <= maxTagDescriptionLength) return tidy;
  losses.add('tag-description-cut', name);
  return tidy.slice(0, maxTagDescriptionLength).toWellFormed();
}

/** The name, or with the first number behind it that no sibling has. */
function freeName(name: string, parentId: TagId | null, tags: ReadonlyMap<TagId, Tag>): string {
  let free = name;
  for (let number = 2; namesake(free, parentId, tags, null) !== null; number++) {
    const ending = ` (${number})`;
    free = name.slice(0, maxTagNameLength - ending.length) + ending;
  }
  return free;
}

function namesake(
  name: string,
  parentId: TagId | null,
  tags: ReadonlyMap<TagId, Tag>,
  besides: TagId | null,
): Tag | null {
  const wanted = fold(name.normalize('NFC').replaceAll('/', '∕').trim());
  const found = [...tags.values()].filter(
    (tag) => tag.parentId === parentId && tag.id !== besides && fold(tag.name) === wanted,
  );
  return found.sort(compareSiblings)[0] ?? null;
}
