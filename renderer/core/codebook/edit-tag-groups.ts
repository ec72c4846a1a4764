import { type Change, creation, removal, replacement } from '#core/history/change.ts';
import { sameRecord } from '#core/history/same-record.ts';
import type { NewId, TagGroupId, TagId } from '#core/ids.ts';
import { fold } from '#core/text/fold.ts';
import type { TagGroup } from './tag-group.ts';

/** Why an edit of the groups can't be made. */
export type GroupRefusal =
  | { readonly reason: 'empty-name' | 'missing-group' }
  | { readonly reason: 'name-too-long'; readonly limit: number }
  | { readonly reason: 'group-full'; readonly limit: number }
  /** Another group's name reads the same. */
  | { readonly reason: 'name-taken'; readonly by: TagGroup };

/** The changes of one edit, and the group as it then is; or why it can't be made. No changes: it is so already. */
export type GroupEdit =
  | { readonly ok: true; readonly changes: readonly Change[]; readonly group: TagGroup }
  | ({ readonly ok: false } & GroupRefusal);

/** In UTF-16 units. */
export const maxTagGroupNameLength = 100;
/** The most tags one group may hold: it is one stored value, and none may pass 64 KiB. */
export const maxTagGroupSize = 1_000;

/** Make a group that holds `tagIds`. */
export function createGroup(
  name: string,
  tagIds: readonly TagId[],
  groups: readonly TagGroup[],
  newId: NewId,
): GroupEdit {
  const group: TagGroup = {
    id: newId<'tag group'>(),
    name: tidyName(name),
    description: '',
    tagIds: [...new Set(tagIds)],
  };
  const refusal = judge(group, groups);
  return refusal ?? { ok: true, changes: [creation('tagGroups', group)], group };
}

/** Give a group another name. */
export function renameGroup(group: TagGroup, name: string, groups: readonly TagGroup[]): GroupEdit {
  return become(group, { ...group, name: tidyName(name) }, groups);
}

/** Take a group away; its tags stay. */
export function deleteGroup(group: TagGroup, groups: readonly TagGroup[]): GroupEdit {
  if (!groups.some(({ id }) => id === group.id)) return { ok: false, reason: 'missing-group' };
  return { ok: true, changes: [removal('tagGroups', group)], group };
}

/** Put tags into a group, behind those in it; one that is in it stays where it is. */
export function putIntoGroup(
  group: TagGroup,
  tagIds: Iterable<TagId>,
  groups: readonly TagGroup[],
): GroupEdit {
  return become(group, { ...group, tagIds: [...new Set([...group.tagIds, ...tagIds])] }, groups);
}

/** Take tags out of a group. */
export function takeFromGroup(
  group: TagGroup,
  tagIds: ReadonlySet<TagId>,
  groups: readonly TagGroup[],
): GroupEdit {
  return become(group, { ...group, tagIds: group.tagIds.filter((id) => !tagIds.has(id)) }, groups);
}

/** The groups a tag is in, in the order of their names. */
export function groupsOf(id: TagId, groups: readonly TagGroup[]): TagGroup[] {
  return sortGroups(groups.filter(({ tagIds }) => tagIds.includes(id)));
}

const collator = new Intl.Collator(['en', 'fr'], { sensitivity: 'base', numeric: true });

/** Groups in the order of their names. */
export function sortGroups(groups: readonly TagGroup[]): TagGroup[] {
  return [...groups].sort((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

/** The group of this id; `null` when there is none. */
export function findGroup(id: TagGroupId | null, groups: readonly TagGroup[]): TagGroup | null {
  return groups.find((group) => group.id === id) ?? null;
}

function become(before: TagGroup, after: TagGroup, groups: readonly TagGroup[]): GroupEdit {
  const others = groups.filter(({ id }) => id !== before.id);
  if (others.length === groups.length) return { ok: false, reason: 'missing-group' };
  if (sameRecord(before, after)) return { ok: true, changes: [], group: before };
  const isNewName = before.name !== after.name;
  const refusal = judge(after, isNewName ? others : []);
  return refusal ?? { ok: true, changes: [replacement('tagGroups', before, after)], group: after };
}

function judge(
  { name, tagIds }: TagGroup,
  others: readonly TagGroup[],
): Extract<GroupEdit, { ok: false }> | null {
  if (name === '') return { ok: false, reason: 'empty-name' };
  if (name.length > maxTagGroupNameLength)
    return { ok: false, reason: 'name-too-long', limit: maxTagGroupNameLength };
  if (tagIds.length > maxTagGroupSize) return { ok: false, reason: 'group-full', limit: maxTagGroupSize };
  const by = others.find((other) => fold(other.name) === fold(name));
  return by === undefined ? null : { ok: false, reason: 'name-taken', by };
}

function tidyName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
