import type { CodebookEdit, CodebookRefusal } from '#core/codebook/edit-codebook.ts';
import {
  archiveTags,
  liftTags,
  moveTags,
  moveTagsTo,
  nestTags,
  recolorTags,
  shiftTags,
} from '#core/codebook/edit-many-tags.ts';
import { type CodebookUses, deleteTags, mergeTags } from '#core/codebook/remove-tags.ts';
import { type EditReach, measureReach } from '#core/codebook/retarget-tags.ts';
import type { Tag, TagColor } from '#core/codebook/tag.ts';
import { withDescendants } from '#core/codebook/tag-tree.ts';
import type { TagId } from '#core/ids.ts';
import type { Session } from '#state/session.ts';
import { listAllBlocks } from '#storage/briefs.ts';
import type { Database } from '#storage/database.ts';
import { listTaggedHighlights } from '#storage/highlights.ts';
import { listTagGroups } from '#storage/tag-groups.ts';
import { listMemosOfTags, listTags } from '#storage/tags.ts';
import { attempt, countHighlights, type DeedLabel, type DeedOutcome } from './codebook-deeds.ts';

/** Put tags below another one (`null`: at the top), as the last. */
export function placeTags(
  session: Session,
  chosen: readonly Tag[],
  parent: Tag | null,
): Promise<DeedOutcome> {
  const label = labelOf('move', chosen, { parent: parent?.name ?? '' });
  return attemptMany(session, label, chosen, (newest, tags) => moveTags(newest, parent?.id ?? null, tags));
}

/** Put tags where they were dropped. */
export function dropTags(
  session: Session,
  chosen: readonly Tag[],
  target: Tag,
  where: 'before' | 'after' | 'on',
): Promise<DeedOutcome> {
  const label = labelOf('move', chosen, { parent: where === 'on' ? target.name : '' });
  return attemptMany(session, label, chosen, (newest, tags) => moveTagsTo(newest, target, where, tags));
}

/** One place up or down among the children of the parent, or one level up or down in the tree. */
export type TagStep = 'up' | 'down' | 'out' | 'in';

/** Put tags one step elsewhere. */
export function stepTags(session: Session, chosen: readonly Tag[], step: TagStep): Promise<DeedOutcome> {
  const label = labelOf('move', chosen, { parent: '' });
  return attemptMany(session, label, chosen, (newest, tags) => {
    if (step === 'in') return nestTags(newest, tags);
    if (step === 'out') return liftTags(newest, tags);
    return shiftTags(newest, step === 'up' ? -1 : 1, tags);
  });
}

/** Give tags a colour, or that of the tag above each. */
export function colorTags(
  session: Session,
  chosen: readonly Tag[],
  color: TagColor | 'parent',
): Promise<DeedOutcome> {
  const label = labelOf('recolor', chosen, {});
  return attemptMany(session, label, chosen, (newest, tags) => recolorTags(newest, color, tags));
}

/** Set tags aside with all below them, or bring them back. */
export function setArchived(
  session: Session,
  chosen: readonly Tag[],
  isArchived: boolean,
): Promise<DeedOutcome> {
  const label = labelOf(isArchived ? 'archive' : 'restore', chosen, {});
  return attemptMany(session, label, chosen, (newest, tags) => archiveTags(newest, isArchived, tags));
}

/** Make tags one with `target`, which may be among them. */
export function joinTags(session: Session, sources: readonly Tag[], target: Tag): Promise<DeedOutcome> {
  const going = sources.filter(({ id }) => id !== target.id);
  const label = labelOf('merge', going, { into: target.name });
  return attemptMany(session, { ...label, complete: reached }, going, (newest, tags, uses) =>
    mergeTags(newest, tags.find(({ id }) => id === target.id) ?? target, uses),
  );
}

/** What merging would reach, or why it can't be; nothing is changed. */
export async function previewMerge(
  db: Database,
  sources: readonly Tag[],
  target: Tag,
): Promise<EditReach | CodebookRefusal> {
  const edit = mergeTags(sources, target, await readUses(db, sources));
  return edit.ok ? measureReach(edit.changes) : edit;
}

/** Take tags away, and those below them too (`delete`) or not (`lift`). */
export function removeTags(
  session: Session,
  chosen: readonly Tag[],
  children: 'delete' | 'lift',
): Promise<DeedOutcome> {
  const label = labelOf('delete', chosen, {});
  return attemptMany(session, { ...label, complete: reached }, chosen, (newest, _, uses) =>
    deleteTags(newest, uses, { children }),
  );
}

/** What deleting would reach, or why it can't be; nothing is changed. */
export async function previewRemoval(
  db: Database,
  chosen: readonly Tag[],
  children: 'delete' | 'lift',
): Promise<EditReach | CodebookRefusal> {
  const edit = deleteTags(chosen, await readUses(db, chosen), { children });
  return edit.ok ? measureReach(edit.changes) : edit;
}

function reached(changes: Parameters<typeof countHighlights>[0]): Record<string, number> {
  return { highlights: countHighlights(changes) };
}

/** One tag is named in the history, several are counted. */
function labelOf(verb: string, chosen: readonly Tag[], detail: Record<string, string>): DeedLabel {
  const [only] = chosen;
  return chosen.length === 1 && only !== undefined
    ? { action: `tag.${verb}`, detail: { tag: only.name, ...detail } }
    : { action: `tags.${verb}`, detail: { count: chosen.length, ...detail } };
}

/** Plan from the tags as they are stored now; refused when one of them is gone. */
function attemptMany(
  session: Session,
  label: DeedLabel,
  chosen: readonly Tag[],
  plan: (newest: readonly Tag[], tags: readonly Tag[], uses: CodebookUses) => CodebookEdit,
): Promise<DeedOutcome> {
  return attempt(session, label, async (tags) => {
    const wanted = new Set(chosen.map(({ id }) => id));
    const newest = tags.filter(({ id }) => wanted.has(id));
    if (newest.length < wanted.size) return { ok: false, reason: 'missing-tag' };
    const uses = label.complete === undefined ? unused(tags) : await readUses(session.db, newest);
    return plan(newest, tags, uses);
  });
}

/** For edits that only touch tags. */
function unused(tags: readonly Tag[]): CodebookUses {
  return { tags, highlights: [], blocks: [], memos: [], groups: [] };
}

/** All that refers to these tags or to one below them. */
async function readUses(db: Database, chosen: readonly Tag[]): Promise<CodebookUses> {
  const tags = await listTags(db);
  const ids = new Set<TagId>(chosen.flatMap(({ id }) => [...withDescendants(id, tags)]));
  const [highlights, blocks, memos, groups] = await Promise.all([
    listTaggedHighlights(db, ids),
    listAllBlocks(db),
    listMemosOfTags(db, ids),
    listTagGroups(db),
  ]);
  return { tags, highlights, blocks, memos, groups };
}
