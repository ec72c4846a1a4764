import { type Change, creation, removal, replacement } from '#core/history/change.ts';
import { sameRecord } from '#core/history/same-record.ts';
import type { NewId, TagId } from '#core/ids.ts';
import { fold } from '#core/text/fold.ts';
import { listSharingColor, withInheritedColor } from './inherit-color.ts';
import { type Tag, type TagColor, type TagGuide, tagColors } from './tag.ts';
import { listSiblings, tagsById, withDescendants } from './tag-tree.ts';

/** Why an edit of the codebook can't be made. */
export type CodebookRefusal =
  | { readonly reason: 'empty-name' | 'slash-in-name' | 'missing-tag' | 'missing-parent' | 'same-tag' }
  /** The tag would come to stand below itself. */
  | { readonly reason: 'cycle' }
  | { readonly reason: 'name-too-long'; readonly limit: number }
  | { readonly reason: 'description-too-long'; readonly limit: number }
  /** One of its three parts is. */
  | { readonly reason: 'guide-too-long'; readonly limit: number }
  /** Nothing is left for the edit to be about: no tag, or no highlight, was chosen. */
  | { readonly reason: 'nothing-chosen' }
  /** Another tag of the same parent reads the same. */
  | { readonly reason: 'name-taken'; readonly by: Tag };

/** The changes of one edit, and the tag as it then is; or why it can't be made. No changes: it is so already. */
export type CodebookEdit =
  | { readonly ok: true; readonly changes: readonly Change[]; readonly tag: Tag }
  | ({ readonly ok: false } & CodebookRefusal);

/** What is known of a tag to be made. The colour is the parent's when left out, or the least used one at the top. */
export type TagDraft = {
  readonly name: string;
  readonly parentId: TagId | null;
  readonly color?: TagColor;
  readonly description?: string;
  readonly guide?: TagGuide;
};

/** In UTF-16 units. */
export const maxTagNameLength = 100;
/** In UTF-16 units; with its guide a tag is one stored value, and none may pass 64 KiB. */
export const maxTagDescriptionLength = 8_000;
/** In UTF-16 units, of each of the three parts. */
export const maxTagGuideLength = 6_000;

/** Make a tag, the last one of its parent. */
export function createTag(draft: TagDraft, tags: readonly Tag[], newId: NewId): CodebookEdit {
  const parent = tags.find((tag) => tag.id === draft.parentId);
  if (draft.parentId !== null && parent === undefined) return refuse({ reason: 'missing-parent' });
  const name = tidyName(draft.name);
  const guide = tidyGuide(draft.guide);
  const refusal =
    judgeName(name, draft.parentId, tags) ?? judgeDescription(draft.description ?? '') ?? judgeGuide(guide);
  if (refusal !== null) return refuse(refusal);
  const tag: Tag = {
    id: newId<'tag'>(),
    parentId: draft.parentId,
    name,
    description: (draft.description ?? '').normalize('NFC').trim(),
    ...(guide === null ? {} : { guide }),
    color: draft.color ?? parent?.color ?? leastUsedColor(tags),
    order: (listSiblings(draft.parentId, tags).at(-1)?.order ?? 0) + 1,
  };
  return { ok: true, changes: [creation('tags', tag)], tag };
}

/**
 * Make the tag at `path`, as `attack/ambush` or `attack / ambush`, with what is missing above it. Where tags on the
 * way exist they are taken, so a path that is there already answers its tag and no changes.
 */
export function createTagAtPath(path: string, tags: readonly Tag[], newId: NewId): CodebookEdit {
  const known = [...tags];
  const changes: Change[] = [];
  let tag: Tag | null = null;
  for (const name of path.split('/')) {
    const parentId: TagId | null = tag?.id ?? null;
    const existing = findSibling(name, parentId, known);
    if (existing !== null) {
      tag = existing;
      continue;
    }
    const made = createTag({ name, parentId }, known, newId);
    if (!made.ok) return made;
    known.push(made.tag);
    changes.push(...made.changes);
    tag = made.tag;
  }
  return tag === null ? refuse({ reason: 'empty-name' }) : { ok: true, changes, tag };
}

/** Give a tag another name. */
export function renameTag(tag: Tag, name: string, tags: readonly Tag[]): CodebookEdit {
  const tidy = tidyName(name);
  // A name that came in otherwise, beside its twin or with a slash in it, may stay as it is.
  if (tidy === tag.name) return become(tag, tag);
  const others = tags.filter((other) => other.id !== tag.id);
  const refusal = judgeName(tidy, tag.parentId, others);
  return refusal === null ? become(tag, { ...tag, name: tidy }) : refuse(refusal);
}

/** Give a tag another colour; the tags below it that share its old one, without a break, go along. */
export function recolorTag(tag: Tag, color: TagColor, tags: readonly Tag[]): CodebookEdit {
  return editTag(tag, { ...tag, color }, tags);
}

/** Say what a tag is for. */
export function describeTag(tag: Tag, description: string): CodebookEdit {
  const tidy = description.normalize('NFC').trim();
  // What came in longer by another way may stay as it is.
  if (tidy === tag.description) return become(tag, tag);
  const refusal = judgeDescription(tidy);
  return refusal === null ? become(tag, { ...tag, description: tidy }) : refuse(refusal);
}

/** Say when to give a tag and when not to; `undefined`, or nothing in any part: no rules. */
export function guideTag(tag: Tag, wanted: TagGuide | undefined): CodebookEdit {
  const guide = tidyGuide(wanted);
  const { guide: old, ...bare } = tag;
  if (sameRecord(old ?? null, guide)) return become(tag, tag);
  const refusal = judgeGuide(guide);
  return refusal === null ? become(tag, guide === null ? bare : { ...bare, guide }) : refuse(refusal);
}

/** Give a tag another name, colour, description and guide in one edit, as the functions for each would. */
export function editTag(
  tag: Tag,
  wanted: Pick<Tag, 'name' | 'color' | 'description' | 'guide'>,
  tags: readonly Tag[],
): CodebookEdit {
  const renamed = renameTag(tag, wanted.name, tags);
  if (!renamed.ok) return renamed;
  const described = describeTag(renamed.tag, wanted.description);
  if (!described.ok) return described;
  const guided = guideTag(described.tag, wanted.guide);
  if (!guided.ok) return guided;
  const { color } = wanted;
  const edited = { ...guided.tag, color };
  const alike = listSharingColor(tag, tags);
  const after = tags.map((each) => (alike.has(each.id) ? { ...each, color } : each));
  return { ok: true, changes: tagChanges(tags, tagsById(after).set(tag.id, edited)), tag: edited };
}

/**
 * Put a tag below `parentId` (`null`: at the top), as number `position` (0 is the first) among the children, itself not
 * counted. A colour it had from its parent becomes that of the new one, as long as there is one.
 */
export function moveTag(
  tag: Tag,
  parentId: TagId | null,
  position: number,
  tags: readonly Tag[],
): CodebookEdit {
  if (parentId !== null && !tags.some((other) => other.id === parentId))
    return refuse({ reason: 'missing-parent' });
  if (parentId !== null && withDescendants(tag.id, tags).has(parentId)) return refuse({ reason: 'cycle' });
  const siblings = listSiblings(parentId, tags).filter((other) => other.id !== tag.id);
  const namesake = findSibling(tag.name, parentId, siblings);
  if (namesake !== null) return refuse({ reason: 'name-taken', by: namesake });
  const at = Math.min(Math.max(0, position), siblings.length);
  const stays = tag.parentId === parentId && listSiblings(parentId, tags)[at]?.id === tag.id;
  if (stays) return { ok: true, changes: [], tag };
  const order = orderBetween(siblings[at - 1]?.order, siblings[at]?.order);
  const placed =
    order === null
      ? siblings.toSpliced(at, 0, tag).map((each, index) => ({ ...each, parentId, order: index + 1 }))
      : [{ ...tag, parentId, order }];
  const after = tagsById(tags);
  for (const each of placed) after.set(each.id, each);
  withInheritedColor(tag, parentId, tags, after);
  return { ok: true, changes: tagChanges(tags, after), tag: after.get(tag.id) ?? tag };
}

/** Put a tag before or after another one, or (`on`) below it as its last child. */
export function moveTagTo(
  tag: Tag,
  target: Tag,
  where: 'before' | 'after' | 'on',
  tags: readonly Tag[],
): CodebookEdit {
  if (where === 'on') return moveTag(tag, target.id, tags.length, tags);
  const siblings = listSiblings(target.parentId, tags).filter((other) => other.id !== tag.id);
  const at = siblings.findIndex((other) => other.id === target.id);
  return moveTag(tag, target.parentId, where === 'after' ? at + 1 : at, tags);
}

/** Put a tag one place up (-1) or down (1) among the children of its parent. */
export function shiftTag(tag: Tag, step: -1 | 1, tags: readonly Tag[]): CodebookEdit {
  const at = listSiblings(tag.parentId, tags).findIndex((other) => other.id === tag.id);
  return moveTag(tag, tag.parentId, at + step, tags);
}

/** The tag of this parent whose name reads the same once folded; `null` when there is none. */
export function findSibling(name: string, parentId: TagId | null, tags: readonly Tag[]): Tag | null {
  const wanted = fold(tidyName(name));
  return tags.find((tag) => tag.parentId === parentId && fold(tag.name) === wanted) ?? null;
}

function tidyName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

function judgeName(name: string, parentId: TagId | null, others: readonly Tag[]): CodebookRefusal | null {
  if (name === '') return { reason: 'empty-name' };
  if (name.includes('/')) return { reason: 'slash-in-name' };
  if (name.length > maxTagNameLength) return { reason: 'name-too-long', limit: maxTagNameLength };
  const by = findSibling(name, parentId, others);
  return by === null ? null : { reason: 'name-taken', by };
}

function judgeDescription(description: string): CodebookRefusal | null {
  return description.length > maxTagDescriptionLength
    ? { reason: 'description-too-long', limit: maxTagDescriptionLength }
    : null;
}

function judgeGuide(guide: TagGuide | null): CodebookRefusal | null {
  const isTooLong = guide !== null && Object.values(guide).some((part) => part.length > maxTagGuideLength);
  return isTooLong ? { reason: 'guide-too-long', limit: maxTagGuideLength } : null;
}

/** `null`: nothing is said in it. */
function tidyGuide(guide: TagGuide | undefined): TagGuide | null {
  const tidy = (part: string | undefined) => (part ?? '').normalize('NFC').trim();
  const [include, exclude, example] = [tidy(guide?.include), tidy(guide?.exclude), tidy(guide?.example)];
  return include + exclude + example === '' ? null : { include, exclude, example };
}

/** The answer that an edit can not be made. */
export function refuse(refusal: CodebookRefusal): CodebookEdit {
  return { ok: false, ...refusal };
}

function become(before: Tag, after: Tag): CodebookEdit {
  const [change] = tagChanges([before], new Map([[after.id, after]]));
  return { ok: true, changes: change === undefined ? [] : [change], tag: after };
}

/** Grey is left for what is set aside on purpose. */
function leastUsedColor(tags: readonly Tag[]): TagColor {
  const top = tags.filter((tag) => tag.parentId === null);
  const uses = (color: TagColor) => top.filter((tag) => tag.color === color).length;
  const [first, ...others] = tagColors.filter((color) => color !== 'grey');
  return others.reduce<TagColor>(
    (best, color) => (uses(color) < uses(best) ? color : best),
    first ?? 'yellow',
  );
}

/** A number between two neighbours' (`undefined`: no neighbour); `null` when they leave no room. */
function orderBetween(before: number | undefined, after: number | undefined): number | null {
  if (before === undefined) return after === undefined ? 1 : after - 1;
  if (after === undefined) return before + 1;
  const middle = (before + after) / 2;
  return before < middle && middle < after ? middle : null;
}

/** One change for each tag that differs between `before` and `after`; those that go come last. */
export function tagChanges(before: readonly Tag[], after: ReadonlyMap<TagId, Tag>): Change[] {
  const kept: Change[] = [];
  const gone: Change[] = [];
  for (const tag of before) {
    const now = after.get(tag.id);
    if (now === undefined) gone.push(removal('tags', tag));
    else if (!sameRecord(tag, now)) kept.push(replacement('tags', tag, now));
  }
  return [...kept, ...gone];
}
