import {
  addHighlight,
  addHighlightTag,
  deleteHighlights,
  recodeHighlight,
  removeHighlightTag,
  setHighlightGrade,
  setHighlightMark,
  setHighlightNote,
  twinOf,
} from '#core/annotations/edit-highlights.ts';
import type { Grade, Highlight, HighlightMark } from '#core/annotations/highlight.ts';
import type { Article } from '#core/article.ts';
import { type CodebookRefusal, createTagAtPath } from '#core/codebook/edit-codebook.ts';
import type { Change } from '#core/history/change.ts';
import { type GroupId, type HighlightId, newId, type TagId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import type { Session } from '#state/session.ts';
import { findHighlights, listHighlights } from '#storage/highlights.ts';
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

/** How a passage is marked. */
export type Marked = {
  /** `null`: without a tag. */
  readonly choice: TagChoice | null;
  /** Of the highlight, when it is a new one. */
  readonly id?: HighlightId;
  /** Waited for before anything is read or written; what is asked for later waits too. */
  readonly ready?: (() => Promise<void>) | undefined;
};

/**
 * Mark a passage. One that the analyst has marked already from
 * end to end gets the tag instead.
 */
export async function markPassage(
  session: Session,
  { article, text, span }: Passage,
  { choice, id = newId<'highlight'>(), ready }: Marked,
): Promise<DeedOutcome> {
  const { db, analystId } = session;
  let outcome: DeedOutcome = unsaved;
  const label = {
    action: 'highlight.add',
    detail: { tag: nameOf(choice), quote: shorten(text.slice(span.start, span.end)) },
  };
  const committed = await session.commit(label, async () => {
    await ready?.();
    const tag = await settleTag(session, choice);
    if (!tag.ok) {
      outcome = tag;
      return [];
    }
    const now = new Date().toISOString();
    const twin = twinOf(await listHighlights(db, article.id), span, analystId);
    outcome = { ok: true, highlightId: twin?.id ?? id, tagId: tag.tagId };
    if (twin === null) {
      const tagIds = tag.tagId === null ? [] : [tag.tagId];
      return [...tag.changes, ...addHighlight({ id, article, text, span, tagIds, analystId, now })];
    }
    return [...tag.changes, ...(tag.tagId === null ? [] : addHighlightTag(twin, tag.tagId, now))];
  });
  return committed.ok ? outcome : unsaved;
}

/** Give highlights one more tag, in one step. */
export function tagHighlights(
  session: Session,
  highlights: readonly Highlight[],
  choice: TagChoice,
): Promise<DeedOutcome> {
  const label = { action: 'highlight.tag', detail: { tag: nameOf(choice), ...described(highlights) } };
  return changeTags(session, { highlights, choice, label }, addHighlightTag);
}

/** Give highlights another tag in the place of `from`, in one step; those without `from` stay as they are. */
export function recodeHighlights(
  session: Session,
  highlights: readonly Highlight[],
  from: { readonly id: TagId; readonly name: string },
  choice: TagChoice,
): Promise<DeedOutcome> {
  const label = {
    action: 'highlight.recode',
    detail: { tag: from.name, to: nameOf(choice), ...described(highlights) },
  };
  return changeTags(session, { highlights, choice, label }, (current, to, now) =>
    recodeHighlight(current, from.id, to, now),
  );
}

/** Take a tag off a highlight. */
export function untagHighlight(session: Session, highlight: Highlight, tag: { id: TagId; name: string }) {
  return change(session, [highlight], {
    label: { action: 'highlight.untag', detail: { tag: tag.name, ...described([highlight]) } },
    plan: (current, now) => removeHighlightTag(current, tag.id, now),
  });
}

/** Write a highlight's note; what is typed in one go shares a `group` and is undone together. */
export function writeNote(session: Session, highlight: Highlight, note: string, group: GroupId) {
  return change(session, [highlight], {
    label: { action: 'highlight.note', detail: described([highlight]) },
    plan: (current, now) => setHighlightNote(current, note, now),
    group,
  });
}

/**
 * Grade highlights, in one step. What of a grade is as the screen showed it is not touched: it may have been changed a
 * moment before.
 */
export function gradeHighlights(session: Session, highlights: readonly Highlight[], grade: Grade) {
  const code = `${grade.reliability}${grade.credibility}`;
  const shown = new Map(highlights.map((highlight) => [highlight.id, highlight.grade]));
  return change(session, highlights, {
    label: { action: 'highlight.grade', detail: { grade: code, ...described(highlights) } },
    plan: (current, now) => setHighlightGrade(current, changedParts(grade, shown, current), now),
  });
}

function changedParts(
  grade: Grade,
  shown: ReadonlyMap<Highlight['id'], Grade>,
  { id, grade: now }: Highlight,
): Grade {
  const before = shown.get(id);
  return {
    reliability: grade.reliability === before?.reliability ? now.reliability : grade.reliability,
    credibility: grade.credibility === before?.credibility ? now.credibility : grade.credibility,
  };
}

/** A mark to be set or taken off. */
export type MarkSwitch = { readonly mark: HighlightMark; readonly isOn: boolean };

/** Set a mark on highlights or take it off, in one step. */
export function markHighlights(
  session: Session,
  highlights: readonly Highlight[],
  { mark, isOn }: MarkSwitch,
) {
  const detail = { mark, ...described(highlights) };
  return change(session, highlights, {
    label: isOn ? { action: 'highlight.mark', detail } : { action: 'highlight.unmark', detail },
    plan: (current, now) => setHighlightMark(current, mark, isOn, now),
  });
}

/** Take highlights away, in one step. */
export function dropHighlights(session: Session, highlights: readonly Highlight[]) {
  return change(session, highlights, {
    label: { action: 'highlight.delete', detail: described(highlights) },
    plan: (current) => deleteHighlights([current]),
  });
}

type HighlightEdit = {
  readonly label: { readonly action: string; readonly detail: Record<string, string | number> };
  readonly plan: (current: Highlight, now: string) => readonly Change[];
  readonly group?: GroupId;
};

/** Edit highlights as they are when their turn has come; one that is gone is passed over. Whether it was kept. */
async function change(
  session: Session,
  highlights: readonly Highlight[],
  { label, plan, group }: HighlightEdit,
): Promise<boolean> {
  const committed = await session.commit(
    label,
    async () => {
      const now = new Date().toISOString();
      const current = await findHighlights(
        session.db,
        highlights.map(({ id }) => id),
      );
      return current.flatMap((one) => plan(one, now));
    },
    group === undefined ? {} : { group },
  );
  return committed.ok;
}

type TagEdit = {
  readonly highlights: readonly Highlight[];
  readonly choice: TagChoice;
  readonly label: HighlightEdit['label'];
};

async function changeTags(
  session: Session,
  { highlights, choice, label }: TagEdit,
  plan: (current: Highlight, tagId: TagId, now: string) => readonly Change[],
): Promise<DeedOutcome> {
  let outcome: DeedOutcome = unsaved;
  const committed = await session.commit(label, async () => {
    const tag = await settleTag(session, choice);
    if (!tag.ok) {
      outcome = tag;
      return [];
    }
    const { tagId } = tag;
    const current = await findHighlights(
      session.db,
      highlights.map(({ id }) => id),
    );
    const [first] = current;
    if (first === undefined || tagId === null) return [];
    outcome = { ok: true, highlightId: first.id, tagId };
    const now = new Date().toISOString();
    return [...tag.changes, ...current.flatMap((one) => plan(one, tagId, now))];
  });
  return committed.ok ? outcome : unsaved;
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

/** What a choice is called; nothing for none. */
export function nameOf(choice: TagChoice | null): string {
  if (choice === null) return '';
  return choice.kind === 'tag' ? choice.name : choice.path;
}

/** What the history says of highlights: the words of the first, and how many there are. */
export function described(highlights: readonly Highlight[]): { quote: string; count: number } {
  return { quote: shorten(highlights[0]?.anchor.exact ?? ''), count: highlights.length };
}

/** The beginning of a quote, for the history. */
function shorten(quote: string): string {
  const line = quote.replace(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 59).toWellFormed()}…`;
}
