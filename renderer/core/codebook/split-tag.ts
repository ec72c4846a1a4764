import type { Highlight } from '#core/annotations/highlight.ts';
import { creation, replacement } from '#core/history/change.ts';
import type { HighlightId, NewId } from '#core/ids.ts';
import { type CodebookEdit, createTag, moveTagTo, refuse } from './edit-codebook.ts';
import type { Tag } from './tag.ts';

/** What a part of a tag is to become. */
export type SplitDraft = {
  readonly name: string;
  /** Where the new tag stands: after the old one, or below it. */
  readonly where: 'after' | 'below';
  /** Whether the chosen highlights keep the old tag too. */
  readonly keepsOld: boolean;
};

/**
 * Make a new tag, in the colour of `tag`, for some of its highlights: in each it takes the place of the old tag, or
 * stands behind it. Of `chosen` those that don't carry `tag` any more are passed over.
 */
export function splitTag(
  tag: Tag,
  draft: SplitDraft,
  chosen: ReadonlySet<HighlightId>,
  uses: { readonly tags: readonly Tag[]; readonly highlights: readonly Highlight[]; readonly newId: NewId },
): CodebookEdit {
  const { tags, highlights, newId } = uses;
  if (!tags.some(({ id }) => id === tag.id)) return refuse({ reason: 'missing-tag' });
  const carriers = highlights.filter(({ id, tagIds }) => chosen.has(id) && tagIds.includes(tag.id));
  if (carriers.length === 0) return refuse({ reason: 'nothing-chosen' });
  const parentId = draft.where === 'below' ? tag.id : tag.parentId;
  const made = createTag({ name: draft.name, parentId, color: tag.color }, tags, newId);
  if (!made.ok) return made;
  const placed = draft.where === 'below' ? made : placeAfter(made.tag, tag, tags);
  if (!placed.ok) return placed;
  const part = placed.tag;
  const carried = carriers.map((before) => {
    const tagIds = before.tagIds.flatMap((id) => {
      if (id !== tag.id) return [id];
      return draft.keepsOld ? [id, part.id] : [part.id];
    });
    return replacement('highlights', before, { ...before, tagIds });
  });
  return { ok: true, changes: [...placed.changes, ...carried], tag: part };
}

/** The creation of `made` right after `tag`, and what that moves. */
function placeAfter(made: Tag, tag: Tag, tags: readonly Tag[]): CodebookEdit {
  const moved = moveTagTo(made, tag, 'after', [...tags, made]);
  if (!moved.ok) return moved;
  const others = moved.changes.filter(({ id }) => id !== made.id);
  return { ok: true, changes: [creation('tags', moved.tag), ...others], tag: moved.tag };
}
