import { makeAnchor } from '#core/annotations/make-anchor.ts';
import { deleteEvents, keepEvent, linkPassage, newEvent, tellApart } from '#core/events/edit-events.ts';
import type { Event } from '#core/events/event.ts';
import { beginForm, changeStored, type EventForm, fromForm, toForm } from '#core/events/event-form.ts';
import { type MergeProblem, mergeEvents } from '#core/events/merge-events.ts';
import { suggestEvent } from '#core/events/suggest-event.ts';
import type { Change } from '#core/history/change.ts';
import { type ArticleId, type EventId, newId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import { readActors } from '#state/known-actors.ts';
import type { Session } from '#state/session.ts';
import { findArticle } from '#storage/articles.ts';
import { findEvent } from '#storage/events.ts';
import { listMentions } from '#storage/mentions.ts';
import { readAnySuggestions } from '#storage/suggestions.ts';
import { eventDesk, keepDraft } from './event-desk.ts';

/** What came of a passage: its event's form is open, or why it could not be taken. */
export type PassageOutcome = 'ok' | 'too-long' | 'too-many' | 'gone';

/** Open the form of a new event with nothing in it. */
export function beginEvent(session: Session): void {
  const event = emptyEvent(session);
  keepDraft(beginForm(event));
  eventDesk.setState({ openId: event.id });
}

/** Open the form of a new event, filled with what a passage and what is known around it suggest. */
export async function beginEventFrom(
  session: Session,
  articleId: ArticleId,
  span: TextSpan,
): Promise<PassageOutcome> {
  const article = await findArticle(session.db, articleId);
  if (article === null) return 'gone';
  const text = await session.readText(article);
  const [decided, suggested, actors] = await Promise.all([
    listMentions(session.db, articleId),
    readAnySuggestions(session.db, articleId),
    readActors(session.db),
  ]);
  const published = article.publishedAt?.value ?? null;
  const grounds = { decided, suggested: suggested ?? [], actors, published };
  const suggestion = suggestEvent(text, span, grounds);
  const linked = linkPassage({ ...emptyEvent(session), ...suggestion }, makeAnchor(article, text, span));
  if (!linked.ok) return linked.problem;
  keepDraft(beginForm(linked.event));
  eventDesk.setState({ openId: linked.event.id });
  return 'ok';
}

/** Put one more passage into the form of an event. It is kept when the form is saved. */
export async function addPassage(
  session: Session,
  id: EventId,
  { articleId, span }: { readonly articleId: ArticleId; readonly span: TextSpan },
): Promise<PassageOutcome> {
  const article = await findArticle(session.db, articleId);
  const form = await formOf(session, id);
  if (article === null || form === null) return 'gone';
  const linked = linkPassage(form.event, makeAnchor(article, await session.readText(article), span));
  if (!linked.ok) return linked.problem;
  keepDraft({ ...form, event: linked.event });
  return 'ok';
}

async function formOf(session: Session, id: EventId): Promise<EventForm | null> {
  const draft = eventDesk.getState().drafts.get(id);
  if (draft !== undefined) return draft;
  const stored = await findEvent(session.db, id);
  return stored === null ? null : toForm(stored);
}

function emptyEvent(session: Session): Event {
  const now = new Date().toISOString();
  return newEvent({ id: newId<'event'>(), analystId: session.analystId, now });
}

/** Keep what was changed in a form; what was changed of its event elsewhere stays. Answers whether it was. */
export async function saveEvent(session: Session, form: EventForm): Promise<boolean> {
  const event = fromForm(form);
  const isNew = (await findEvent(session.db, event.id)) === null;
  const label = { action: isNew ? 'event.create' : 'event.edit', detail: { title: shorten(event.title) } };
  const outcome = await session.commit(label, async () => {
    const newest = await findEvent(session.db, event.id);
    const changed = newest === null ? event : changeStored(newest, form);
    return keepEvent(newest, changed, new Date().toISOString());
  });
  return outcome.ok;
}

/** Take an event away. */
export function dropEvent(session: Session, { id, title }: Event): Promise<boolean> {
  return edit(session, { action: 'event.delete', title }, async () => {
    const current = await findEvent(session.db, id);
    return current === null ? [] : deleteEvents([current]);
  });
}

/** Make one event of two: the first stays, and rests on the passages of both. Answers whether, or why it can't be. */
export async function joinEvents(
  session: Session,
  kept: Event,
  other: Event,
): Promise<boolean | MergeProblem> {
  let problem: MergeProblem | null = null;
  const isDone = await edit(session, { action: 'event.merge', title: kept.title }, async () => {
    const [first, second] = await Promise.all([
      findEvent(session.db, kept.id),
      findEvent(session.db, other.id),
    ]);
    if (first === null || second === null) return [];
    const merged = mergeEvents(first, second, new Date().toISOString());
    if (merged.ok) return merged.changes;
    problem = merged.problem;
    return [];
  });
  return problem ?? isDone;
}

/** Say that two events are not the same. */
export function keepApart(session: Session, one: Event, other: Event): Promise<boolean> {
  return edit(session, { action: 'event.apart', title: one.title }, async () => {
    const current = await findEvent(session.db, one.id);
    return current === null ? [] : tellApart(current, other, new Date().toISOString());
  });
}

async function edit(
  session: Session,
  { action, title }: { readonly action: string; readonly title: string },
  plan: () => Promise<Change[]>,
): Promise<boolean> {
  const outcome = await session.commit({ action, detail: { title: shorten(title) } }, plan);
  return outcome.ok;
}

/** The beginning of a title, for the history. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 59).toWellFormed()}…`;
}
