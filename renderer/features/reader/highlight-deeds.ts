import {
  addHighlight,
  addHighlightTag,
  deleteHighlights,
  removeHighlightTag,
  resizeHighlight,
  setHighlightGrade,
  setHighlightNote,
  twinOf,
} from '#core/annotations/edit-highlights.ts';
import type { Grade, Highlight } from '#core/annotations/highlight.ts';
import { type EdgeStep, moveEdge } from '#core/annotations/move-edge.ts';
import type { Article } from '#core/article.ts';
import { type CodebookRefusal, createTagAtPath } from '#core/codebook/edit-codebook.ts';
import type { Change } from '#core/history/change.ts';
import { type GroupId, type HighlightId, newId, type TagId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import type { Session } from '#state/session.ts';
import { findHighlight, listHighlights } from '#storage/highlights.ts';
import { listTags } from '#storage/tags.ts';

/** A passage to be marked. */
export type Passage = { readonly article: Article; readonly text: string; readonly span: TextSpan };

/** The tag to give: one there is, or a path as it was typed, of which all that is missing is made. */
export type TagChoice =
  | { readonly kind: 'tag'; readonly id: TagId; readonly name: string }
  | { readonly kind: 'path'; readonly path: string };

/** What came of an edit that may be refused. */
export type DeedOutcome =
  | { readonly ok: true; readonly highlightId: HighlightId; readonly tagId: TagId | null }
  /** The tag could not be made. */
  | { readonly ok: false; readonly kind: 'refused'; readonly refusal: CodebookRefusal }
  /** It could not be written; the analyst has been told. */
  | { readonly ok: false; readonly kind: 'unsaved' };

const unsaved: DeedOutcome = { ok: false, kind: 'unsaved' };

/** Mark a passage, with a tag or without. One that is marked already from end to end gets the tag instead. */
export async function markPassage(
  session: Session,
  { article, text, span }: Passage,
  choice: TagChoice | null,
): Promise<DeedOutcome> {
  const { db } = session;
  let outcome: DeedOutcome = unsaved;
  const label = {
    action: 'highlight.add',
    detail: { tag: nameOf(choice), quote: shorten(text.slice(span.start, span.end)) },
  };
  const committed = await session.commit(label, async () => {
    const tag = await settleTag(session, choice);
    if (!tag.ok) {
      outcome = tag;
      return [];
    }
    const now = new Date().toISOString();
    const twin = twinOf(await listHighlights(db, article.id), span);
    const id = twin?.id ?? newId<'highlight'>();
    outcome = { ok: true, highlightId: id, tagId: tag.tagId };
    if (twin === null) {
      const tagIds = tag.tagId === null ? [] : [tag.tagId];
      return [...tag.changes, ...addHighlight({ id, article, text, span, tagIds, now })];
    }
    return [...tag.changes, ...(tag.tagId === null ? [] : addHighlightTag(twin, tag.tagId, now))];
  });
  return committed.ok ? outcome : unsaved;
}

/** Give a highlight one more tag. */
export async function tagHighlight(
  session: Session,
  highlight: Highlight,
  choice: TagChoice,
): Promise<DeedOutcome> {
  let outcome: DeedOutcome = unsaved;
  const label = {
    action: 'highlight.tag',
    detail: { tag: nameOf(choice), quote: shorten(highlight.anchor.exact) },
  };
  const committed = await session.commit(label, async () => {
    const tag = await settleTag(session, choice);
    if (!tag.ok) {
      outcome = tag;
      return [];
    }
    const current = await findHighlight(session.db, highlight.id);
    if (current === null || tag.tagId === null) return [];
    outcome = { ok: true, highlightId: current.id, tagId: tag.tagId };
    return [...tag.changes, ...addHighlightTag(current, tag.tagId, new Date().toISOString())];
  });
  return committed.ok ? outcome : unsaved;
}

/** Take a tag off a highlight. */
export function untagHighlight(session: Session, highlight: Highlight, tag: { id: TagId; name: string }) {
  return change(session, highlight, {
    label: { action: 'highlight.untag', detail: { tag: tag.name, quote: shorten(highlight.anchor.exact) } },
    plan: (current, now) => removeHighlightTag(current, tag.id, now),
  });
}

/** Write a highlight's note; what is typed in one go shares a `group` and is undone together. */
export function writeNote(session: Session, highlight: Highlight, note: string, group: GroupId) {
  return change(session, highlight, {
    label: { action: 'highlight.note', detail: { quote: shorten(highlight.anchor.exact) } },
    plan: (current, now) => setHighlightNote(current, note, now),
    group,
  });
}

/** Grade a highlight. */
export function gradeHighlight(session: Session, highlight: Highlight, grade: Grade) {
  return change(session, highlight, {
    label: {
      action: 'highlight.grade',
      detail: { grade: `${grade.reliability}${grade.credibility}`, quote: shorten(highlight.anchor.exact) },
    },
    plan: (current, now) => setHighlightGrade(current, grade, now),
  });
}

/** Where an end of a highlight goes, and what it is measured on. */
export type Resize = {
  readonly article: Article;
  readonly text: string;
  readonly step: EdgeStep;
  /** Steps of one group are undone together. */
  readonly group: GroupId;
};

/** Move one end of a highlight by a step; nothing happens where it can't go on. */
export function moveHighlightEdge(session: Session, highlight: Highlight, resize: Resize) {
  const { article, text, step, group } = resize;
  return change(session, highlight, {
    label: { action: 'highlight.resize', detail: { quote: shorten(highlight.anchor.exact) } },
    plan: (current, now) => {
      const span = moveEdge(text, current.anchor, step);
      return span === null ? [] : resizeHighlight(current, { article, text, span, now });
    },
    group,
  });
}

/** Take a highlight away. */
export function dropHighlight(session: Session, highlight: Highlight) {
  return change(session, highlight, {
    label: { action: 'highlight.delete', detail: { quote: shorten(highlight.anchor.exact) } },
    plan: (current) => deleteHighlights([current]),
  });
}

type HighlightEdit = {
  readonly label: { readonly action: string; readonly detail: Record<string, string | number> };
  readonly plan: (current: Highlight, now: string) => readonly Change[];
  readonly group?: GroupId;
};

/** Edit a highlight as it is when its turn has come; nothing happens when it is gone. Answers whether it was kept. */
async function change(session: Session, highlight: Highlight, edit: HighlightEdit): Promise<boolean> {
  const { label, plan, group } = edit;
  const committed = await session.commit(
    label,
    async () => {
      const current = await findHighlight(session.db, highlight.id);
      return current === null ? [] : plan(current, new Date().toISOString());
    },
    group === undefined ? {} : { group },
  );
  return committed.ok;
}

type SettledTag =
  | { readonly ok: true; readonly tagId: TagId | null; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly kind: 'refused'; readonly refusal: CodebookRefusal };

async function settleTag(session: Session, choice: TagChoice | null): Promise<SettledTag> {
  if (choice === null) return { ok: true, tagId: null, changes: [] };
  const tags = await listTags(session.db);
  if (choice.kind === 'tag') {
    const exists = tags.some(({ id }) => id === choice.id);
    return exists
      ? { ok: true, tagId: choice.id, changes: [] }
      : { ok: false, kind: 'refused', refusal: { reason: 'missing-tag' } };
  }
  const made = createTagAtPath(choice.path, tags, newId);
  if (!made.ok) return { ok: false, kind: 'refused', refusal: made };
  return { ok: true, tagId: made.tag.id, changes: made.changes };
}

function nameOf(choice: TagChoice | null): string {
  if (choice === null) return '';
  return choice.kind === 'tag' ? choice.name : choice.path;
}

/** The beginning of a quote, for the history. */
function shorten(quote: string): string {
  const line = quote.replace(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 59).toWellFormed()}…`;
}
