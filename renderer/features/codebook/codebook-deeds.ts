import {
  type CodebookEdit,
  type CodebookRefusal,
  createTag,
  createTagAtPath,
  editTag,
  moveTag,
  moveTagTo,
  shiftTag,
} from '#core/codebook/edit-codebook.ts';
import { deleteTag, mergeTags } from '#core/codebook/remove-tags.ts';
import { type StarterCodebook, starterCodebook } from '#core/codebook/starter-codebook.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { withDescendants } from '#core/codebook/tag-tree.ts';
import type { EditLabel } from '#core/history/edit.ts';
import { newId, type TagId } from '#core/ids.ts';
import type { CommitOutcome, Session } from '#state/session.ts';
import { listAllBlocks } from '#storage/briefs.ts';
import { listTaggedHighlights } from '#storage/highlights.ts';
import { listTags } from '#storage/tags.ts';

/** What came of an edit of the codebook. */
export type DeedOutcome =
  | { readonly kind: 'done'; readonly tag: Tag }
  | { readonly kind: 'refused'; readonly refusal: CodebookRefusal }
  /** It could not be written; the analyst has been told. */
  | { readonly kind: 'unsaved' };

/** The name, colour and description of a tag, as they are in the boxes. */
export type TagForm = Pick<Tag, 'name' | 'color' | 'description'>;

/** Make a tag below `parentId`. */
export function addTag(session: Session, parentId: TagId | null, form: TagForm): Promise<DeedOutcome> {
  return attempt(session, { action: 'tag.create', detail: { tag: form.name } }, (tags) =>
    createTag({ parentId, ...form }, tags, newId),
  );
}

/** Make the tag at a path such as `attack/ambush`, with what is missing above it. */
export function addTagAtPath(session: Session, path: string): Promise<DeedOutcome> {
  return attempt(session, { action: 'tag.create', detail: { tag: path } }, (tags) =>
    createTagAtPath(path, tags, newId),
  );
}

/** Give a tag the name, colour and description of the form. */
export function changeTag(session: Session, tag: Tag, form: TagForm): Promise<DeedOutcome> {
  const renamed = form.name.trim() !== tag.name;
  const label: EditLabel = renamed
    ? { action: 'tag.rename', detail: { tag: tag.name, to: form.name.trim() } }
    : { action: 'tag.edit', detail: { tag: tag.name } };
  return attempt(session, label, (tags) => withNewest(tags, tag, (newest) => editTag(newest, form, tags)));
}

/** Put a tag below another one (`null`: at the top), as the last. */
export function placeTag(session: Session, tag: Tag, parent: Tag | null): Promise<DeedOutcome> {
  return attempt(session, moveLabel(tag, parent), (tags) =>
    withNewest(tags, tag, (newest) => moveTag(newest, parent?.id ?? null, tags.length, tags)),
  );
}

/** Put a tag where it was dropped. */
export function dropTag(
  session: Session,
  tag: Tag,
  target: Tag,
  where: 'before' | 'after' | 'on',
): Promise<DeedOutcome> {
  return attempt(session, moveLabel(tag, where === 'on' ? target : null), (tags) =>
    withNewest(tags, tag, (newest) =>
      withNewest(tags, target, (newestTarget) => moveTagTo(newest, newestTarget, where, tags)),
    ),
  );
}

/** Put a tag one place up or down. */
export function stepTag(session: Session, tag: Tag, step: -1 | 1): Promise<DeedOutcome> {
  return attempt(session, moveLabel(tag, null), (tags) =>
    withNewest(tags, tag, (newest) => shiftTag(newest, step, tags)),
  );
}

/** Make `source` one with `target`; `highlights` is how many carry it, for the history. */
export function joinTags(
  session: Session,
  source: Tag,
  target: Tag,
  highlights: number,
): Promise<DeedOutcome> {
  const label = { action: 'tag.merge', detail: { tag: source.name, into: target.name, highlights } };
  return attempt(session, label, async (tags) => {
    const carriers = await listTaggedHighlights(session.db, withDescendants(source.id, tags));
    const uses = { tags, highlights: carriers, blocks: await listAllBlocks(session.db) };
    return withNewest(tags, source, (from) => withNewest(tags, target, (to) => mergeTags(from, to, uses)));
  });
}

/** Take a tag away; `highlights` is how many lose it, for the history. */
export function removeTag(
  session: Session,
  tag: Tag,
  children: 'delete' | 'lift',
  highlights: number,
): Promise<DeedOutcome> {
  const label = { action: 'tag.delete', detail: { tag: tag.name, highlights } };
  return attempt(session, label, async (tags) => {
    const carriers = await listTaggedHighlights(session.db, withDescendants(tag.id, tags));
    return withNewest(tags, tag, (newest) => deleteTag(newest, { tags, highlights: carriers }, { children }));
  });
}

/** Make the codebook that comes with the program, in the language of the screen; what is there already stays. */
export function addStarterCodebook(
  session: Session,
  codebook: StarterCodebook,
  language: 'en' | 'fr',
): Promise<CommitOutcome> {
  return session.commit({ action: 'codebook.start', detail: {} }, async () =>
    starterCodebook(codebook, language, newId, await listTags(session.db)),
  );
}

/** `parent` is empty when the tag only changes its place or goes to the top. */
function moveLabel(tag: Tag, parent: Tag | null): EditLabel {
  return { action: 'tag.move', detail: { tag: tag.name, parent: parent?.name ?? '' } };
}

async function attempt(
  session: Session,
  label: EditLabel,
  plan: (tags: readonly Tag[]) => CodebookEdit | Promise<CodebookEdit>,
): Promise<DeedOutcome> {
  let outcome: DeedOutcome = { kind: 'unsaved' };
  const committed = await session.commit(label, async () => {
    const edit = await plan(await listTags(session.db));
    outcome = edit.ok ? { kind: 'done', tag: edit.tag } : { kind: 'refused', refusal: edit };
    return edit.ok ? edit.changes : [];
  });
  return committed.ok ? outcome : { kind: 'unsaved' };
}

/** Plan from the tag as it is stored now, not as the screen showed it. */
function withNewest(tags: readonly Tag[], tag: Tag, plan: (newest: Tag) => CodebookEdit): CodebookEdit {
  const newest = tags.find(({ id }) => id === tag.id);
  return newest === undefined ? { ok: false, reason: 'missing-tag' } : plan(newest);
}
