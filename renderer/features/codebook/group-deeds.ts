import {
  createGroup,
  deleteGroup,
  findGroup,
  type GroupEdit,
  type GroupRefusal,
  putIntoGroup,
  renameGroup,
  takeFromGroup,
} from '#core/codebook/edit-tag-groups.ts';
import type { TagGroup } from '#core/codebook/tag-group.ts';
import type { Change } from '#core/history/change.ts';
import type { EditLabel } from '#core/history/edit.ts';
import { newId, type TagGroupId, type TagId } from '#core/ids.ts';
import type { Session } from '#state/session.ts';
import { listTagGroups } from '#storage/tag-groups.ts';

/** What came of an edit of the groups. */
export type GroupOutcome =
  | { readonly kind: 'done'; readonly group: TagGroup | null }
  | { readonly kind: 'refused'; readonly refusal: GroupRefusal }
  /** It could not be written; the analyst has been told. */
  | { readonly kind: 'unsaved' };

/** Make a group that holds `tagIds`. */
export function addGroup(
  session: Session,
  name: string,
  tagIds: readonly TagId[] = [],
): Promise<GroupOutcome> {
  return attempt(session, { action: 'group.create', detail: { group: name.trim() } }, (groups) =>
    createGroup(name, tagIds, groups, newId),
  );
}

/** Give a group another name. */
export function nameGroup(session: Session, group: TagGroup, name: string): Promise<GroupOutcome> {
  const label = { action: 'group.rename', detail: { group: group.name, to: name.trim() } };
  return attempt(session, label, (groups) => renameGroup(newestOf(group, groups), name, groups));
}

/** Take a group away; its tags stay. */
export function removeGroup(session: Session, group: TagGroup): Promise<GroupOutcome> {
  return attempt(session, { action: 'group.delete', detail: { group: group.name } }, (groups) =>
    deleteGroup(newestOf(group, groups), groups),
  );
}

/** Put tags into one group. */
export function fillGroup(
  session: Session,
  group: TagGroup,
  tagIds: readonly TagId[],
): Promise<GroupOutcome> {
  const label = { action: 'group.fill', detail: { group: group.name, count: tagIds.length } };
  return attempt(session, label, (groups) => putIntoGroup(newestOf(group, groups), tagIds, groups));
}

/** Take tags out of one group. */
export function thinGroup(
  session: Session,
  group: TagGroup,
  tagIds: readonly TagId[],
): Promise<GroupOutcome> {
  const label = { action: 'group.thin', detail: { group: group.name, count: tagIds.length } };
  return attempt(session, label, (groups) => takeFromGroup(newestOf(group, groups), new Set(tagIds), groups));
}

/** Which groups tags are to be in (`true`) and out of (`false`); groups that are not named stay as they are. */
export type GroupWishes = {
  readonly memberships: ReadonlyMap<TagGroupId, boolean>;
  /** A group to be made for them; empty: none. */
  readonly newName: string;
};

/** Put tags into groups, and take them out of others, in one edit. */
export function regroupTags(
  session: Session,
  tagIds: readonly TagId[],
  { memberships, newName }: GroupWishes,
): Promise<GroupOutcome> {
  const label = { action: 'group.assign', detail: { count: tagIds.length } };
  return attempt(session, label, (groups) => {
    const edits = [...memberships].map(([id, isMember]): GroupEdit => {
      const group = findGroup(id, groups);
      if (group === null) return { ok: false, reason: 'missing-group' };
      return isMember ? putIntoGroup(group, tagIds, groups) : takeFromGroup(group, new Set(tagIds), groups);
    });
    if (newName.trim() !== '') edits.push(createGroup(newName, tagIds, groups, newId));
    const refused = edits.find((edit) => !edit.ok);
    if (refused !== undefined) return refused;
    const changes = edits.flatMap((edit) => (edit.ok ? edit.changes : []));
    return { ok: true, changes, group: null };
  });
}

type Planned =
  | GroupEdit
  | { readonly ok: true; readonly changes: readonly Change[]; readonly group: TagGroup | null };

async function attempt(
  session: Session,
  label: EditLabel,
  plan: (groups: readonly TagGroup[]) => Planned,
): Promise<GroupOutcome> {
  let outcome: GroupOutcome = { kind: 'unsaved' };
  const committed = await session.commit(label, async () => {
    const edit = plan(await listTagGroups(session.db));
    outcome = edit.ok ? { kind: 'done', group: edit.group } : { kind: 'refused', refusal: edit };
    return edit.ok ? edit.changes : [];
  });
  return committed.ok ? outcome : { kind: 'unsaved' };
}

/** As it is stored now, not as the screen showed it; one that is gone is refused by the edit itself. */
function newestOf(group: TagGroup, groups: readonly TagGroup[]): TagGroup {
  return findGroup(group.id, groups) ?? group;
}
