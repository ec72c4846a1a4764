import type { TagGroup } from '#core/codebook/tag-group.ts';
import type { ProjectTag } from '#core/exchange/coding-project.ts';
import type { TagId } from '#core/ids.ts';
import type { RefiLosses } from './losses.ts';
import { writeMarkedText } from './marked-text.ts';
import { writeColor } from './match-color.ts';
import type { WrittenElement, XmlWriter } from './write-xml.ts';

/** The marks of what a tag has and a code has not, in its description. */
export const tagMarks = ['Include', 'Exclude', 'Example', 'Archived'] as const;

/** Write the tags as a tree of codes; `refsOf` gives what refers to memos on a tag. */
export function writeCodes(
  tags: readonly ProjectTag[],
  writer: XmlWriter,
  { losses, refsOf }: { losses: RefiLosses; refsOf: (id: TagId) => readonly WrittenElement[] },
): WrittenElement[] {
  const children = sortByParent(tags, losses);
  const write = (tag: ProjectTag): WrittenElement =>
    writer.element(
      'Code',
      {
        guid: tag.id,
        name: tag.name,
        isCodable: tag.isFolder ? 'false' : 'true',
        color: tag.color === null ? null : writeColor(tag.color),
      },
      [
        ...writeDescription(descriptionOf(tag), writer),
        ...refsOf(tag.id),
        ...(children.get(tag.id) ?? []).map(write),
      ],
    );
  return (children.get(null) ?? []).map(write);
}

/** A description where there is one. */
export function writeDescription(text: string, writer: XmlWriter): WrittenElement[] {
  return text === '' ? [] : [writer.leaf('Description', text)];
}

/** The tags under each parent; one that leads up to no top of the tree is put there. */
function sortByParent(
  tags: readonly ProjectTag[],
  losses: RefiLosses,
): ReadonlyMap<TagId | null, readonly ProjectTag[]> {
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  const tops = new Set(tags.filter(({ parentId }) => parentId === null).map(({ id }) => id));
  for (const tag of tags) {
    const loose = findLoose(tag, byId, tops);
    if (loose === null) continue;
    tops.add(loose.id);
    losses.add('tag-without-parent', loose.name);
  }
  const children = new Map<TagId | null, ProjectTag[]>();
  for (const tag of tags) {
    const parentId = tops.has(tag.id) ? null : tag.parentId;
    const siblings = children.get(parentId);
    if (siblings === undefined) children.set(parentId, [tag]);
    else siblings.push(tag);
  }
  return children;
}

/** The tag above `tag`, or itself, whose parent is not there or below it; `null` when all leads up to a top. */
function findLoose(
  tag: ProjectTag,
  byId: ReadonlyMap<TagId, ProjectTag>,
  tops: ReadonlySet<TagId>,
): ProjectTag | null {
  const passed = new Set<TagId>();
  let at = tag;
  while (!tops.has(at.id)) {
    passed.add(at.id);
    const parent = at.parentId === null ? undefined : byId.get(at.parentId);
    if (parent === undefined || passed.has(parent.id)) return at;
    at = parent;
  }
  return null;
}

function descriptionOf({ description, guide, isArchived }: ProjectTag): string {
  const { include, exclude, example } = guide ?? { include: null, exclude: null, example: null };
  const isBlank = include === '' && exclude === '' && example === '';
  return writeMarkedText(description, {
    // An empty guide still is one.
    Include: isBlank ? '' : include || null,
    Exclude: exclude || null,
    Example: example || null,
    Archived: isArchived ? '' : null,
  });
}

/** Write groups as sets; `reference` is what the format at hand calls the attribute of a member. */
export function writeSets(
  groups: readonly TagGroup[],
  writer: XmlWriter,
  { tagIds, reference }: { tagIds: ReadonlySet<TagId>; reference: 'guid' | 'targetGUID' },
): WrittenElement[] {
  return groups.map(({ id, name, description, tagIds: members }) =>
    writer.element('Set', { guid: id, name }, [
      ...writeDescription(description, writer),
      ...members
        .filter((member) => tagIds.has(member))
        .map((member) => writer.element('MemberCode', { [reference]: member })),
    ]),
  );
}
