import { resizeHighlight } from '#core/annotations/edit-highlights.ts';
import { followJoined } from '#core/annotations/follow-joined.ts';
import type { Highlight } from '#core/annotations/highlight.ts';
import { type Joined, joinHighlights } from '#core/annotations/join-highlights.ts';
import { type EdgeStep, moveEdge } from '#core/annotations/move-edge.ts';
import { splitHighlight } from '#core/annotations/split-highlight.ts';
import type { Article } from '#core/article.ts';
import { type GroupId, newId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import type { Session } from '#state/session.ts';
import { listAllBlocks } from '#storage/briefs.ts';
import { findHighlights } from '#storage/highlights.ts';
import { described } from './highlight-deeds.ts';

/** The text that highlights are reshaped on. */
export type Ground = { readonly article: Article; readonly text: string };

/** Where an end of a highlight goes; steps of one group are undone together. */
export type EdgeMove = { readonly step: EdgeStep; readonly group: GroupId };

/** Move one end of a highlight by a step; nothing happens where it can't go on. */
export async function moveHighlightEdge(
  session: Session,
  highlight: Highlight,
  { article, text }: Ground,
  { step, group }: EdgeMove,
): Promise<boolean> {
  const label = { action: 'highlight.resize', detail: described([highlight]) };
  const plan = async () => {
    const [current] = await findHighlights(session.db, [highlight.id]);
    const span = current === undefined ? null : moveEdge(text, current.anchor, step);
    if (current === undefined || span === null) return [];
    return resizeHighlight(current, { article, text, span, now: new Date().toISOString() });
  };
  return (await session.commit(label, plan, { group })).ok;
}

/** Let a highlight cover `span`. */
export async function coverSpan(
  session: Session,
  highlight: Highlight,
  { article, text }: Ground,
  span: TextSpan,
): Promise<boolean> {
  const label = { action: 'highlight.resize', detail: described([highlight]) };
  const plan = async () => {
    const current = await findHighlights(session.db, [highlight.id]);
    const now = new Date().toISOString();
    return current.flatMap((one) => resizeHighlight(one, { article, text, span, now }));
  };
  return (await session.commit(label, plan)).ok;
}

/** Cut a highlight at these places. Answers into how many parts; 0 when it could not be kept. */
export async function cutHighlight(
  session: Session,
  highlight: Highlight,
  { article, text }: Ground,
  at: readonly number[],
): Promise<number> {
  let parts = 0;
  const label = { action: 'highlight.split', detail: described([highlight]) };
  const committed = await session.commit(label, async () => {
    const current = await findHighlights(session.db, [highlight.id]);
    const now = new Date().toISOString();
    const changes = current.flatMap((one) => splitHighlight(one, { article, text, at, newId, now }));
    parts = Math.max(1, changes.length);
    return changes;
  });
  return committed.ok ? parts : 0;
}

/** What came of joining; `null` when it could not be kept. */
export type JoinOutcome = Joined | null;

/** Join highlights into one; the briefs and memos that lead to any of them then lead to that one. */
export async function joinPassages(
  session: Session,
  highlights: readonly Highlight[],
  { article, text }: Ground,
): Promise<JoinOutcome> {
  const { db, analystId } = session;
  let outcome: JoinOutcome = null;
  const label = { action: 'highlight.join', detail: described(highlights) };
  const committed = await session.commit(label, async () => {
    const current = await findHighlights(
      db,
      highlights.map(({ id }) => id),
    );
    const now = new Date().toISOString();
    const joined = joinHighlights(current, { article, text, analystId, now });
    outcome = joined;
    if (!joined.ok) return [];
    const leading = { blocks: await listAllBlocks(db), memos: await db.memos.toArray() };
    return [...joined.changes, ...followJoined(leading, joined.gone, joined.highlight.id, now)];
  });
  return committed.ok ? outcome : null;
}
