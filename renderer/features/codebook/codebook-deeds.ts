import {
  type CodebookEdit,
  type CodebookRefusal,
  createTag,
  createTagAtPath,
  editTag,
  renameTag,
} from '#core/codebook/edit-codebook.ts';
import { type SplitDraft, splitTag } from '#core/codebook/split-tag.ts';
import { type StarterCodebook, starterCodebook } from '#core/codebook/starter-codebook.ts';
import type { Tag } from '#core/codebook/tag.ts';
import type { Change } from '#core/history/change.ts';
import { type HighlightId, newId, type TagId } from '#core/ids.ts';
import type { CommitOutcome, Session } from '#state/session.ts';
import { listTaggedHighlights } from '#storage/highlights.ts';
import { listTags } from '#storage/tags.ts';

/** What came of an edit of the codebook. */
export type DeedOutcome =
  | { readonly kind: 'done'; readonly tag: Tag }
  | { readonly kind: 'refused'; readonly refusal: CodebookRefusal }
  /** It could not be written; the analyst has been told. */
  | { readonly kind: 'unsaved' };

/** What can be said of a tag, as it is in the boxes. */
export type TagForm = Pick<Tag, 'name' | 'color' | 'description' | 'guide'>;

/** What an edit is called; the `detail` may be completed from its changes, once they are planned. */
export type DeedLabel = {
  readonly action: string;
  readonly detail: Record<string, string | number>;
  readonly complete?: (changes: readonly Change[]) => Record<string, string | number>;
};

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

/** Give a tag the name, colour, description and guide of the form. */
export function changeTag(session: Session, tag: Tag, form: TagForm): Promise<DeedOutcome> {
  const renamed = form.name.trim() !== tag.name;
  const label: DeedLabel = renamed
    ? { action: 'tag.rename', detail: { tag: tag.name, to: form.name.trim() } }
    : { action: 'tag.edit', detail: { tag: tag.name } };
  return attempt(session, label, (tags) => withNewest(tags, tag, (newest) => editTag(newest, form, tags)));
}

/** Give a tag another name. */
export function nameTag(session: Session, tag: Tag, name: string): Promise<DeedOutcome> {
  const label = { action: 'tag.rename', detail: { tag: tag.name, to: name.trim() } };
  return attempt(session, label, (tags) => withNewest(tags, tag, (newest) => renameTag(newest, name, tags)));
}

/** Make a new tag for some of the highlights of `tag`. */
export function partTag(
  session: Session,
  tag: Tag,
  draft: SplitDraft,
  chosen: ReadonlySet<HighlightId>,
): Promise<DeedOutcome> {
  const label: DeedLabel = {
    action: 'tag.split',
    detail: { tag: tag.name, into: draft.name.trim() },
    complete: (changes) => ({ highlights: countHighlights(changes) }),
  };
  return attempt(session, label, async (tags) => {
    const highlights = await listTaggedHighlights(session.db, [tag.id]);
    return withNewest(tags, tag, (newest) => splitTag(newest, draft, chosen, { tags, highlights, newId }));
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

/** Plan an edit on the newest tags and make it. */
export async function attempt(
  session: Session,
  { action, detail, complete }: DeedLabel,
  plan: (tags: readonly Tag[]) => CodebookEdit | Promise<CodebookEdit>,
): Promise<DeedOutcome> {
  let outcome: DeedOutcome = { kind: 'unsaved' };
  const committed = await session.commit({ action, detail }, async () => {
    const edit = await plan(await listTags(session.db));
    outcome = edit.ok ? { kind: 'done', tag: edit.tag } : { kind: 'refused', refusal: edit };
    if (!edit.ok) return [];
    // How much an edit reaches is known only now; the label is written after the plan.
    Object.assign(detail, complete?.(edit.changes));
    return edit.changes;
  });
  return committed.ok ? outcome : { kind: 'unsaved' };
}

/** How many highlights `changes` touch. */
export function countHighlights(changes: readonly Change[]): number {
  return changes.filter(({ table }) => table === 'highlights').length;
}

/** Plan from the tag as it is stored now, not as the screen showed it. */
function withNewest(tags: readonly Tag[], tag: Tag, plan: (newest: Tag) => CodebookEdit): CodebookEdit {
  const newest = tags.find(({ id }) => id === tag.id);
  return newest === undefined ? { ok: false, reason: 'missing-tag' } : plan(newest);
}
