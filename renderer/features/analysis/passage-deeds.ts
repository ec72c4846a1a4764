import { addHighlightTag, deleteHighlights } from '#core/annotations/edit-highlights.ts';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { Tag } from '#core/codebook/tag.ts';
import type { Session } from '#state/session.ts';
import { findHighlights } from '#storage/highlights.ts';

/** Give all these highlights a tag, as one step of undo; answers whether it was kept. */
export async function tagPassages(
  session: Session,
  highlights: readonly Highlight[],
  tag: Tag,
): Promise<boolean> {
  const label = { action: 'highlight.tag', detail: { tag: tag.name, ...described(highlights) } };
  const outcome = await session.commit(label, async () => {
    const now = new Date().toISOString();
    const current = await newest(session, highlights);
    return current.flatMap((highlight) => addHighlightTag(highlight, tag.id, now));
  });
  return outcome.ok;
}

/** Take highlights away, as one step of undo; answers whether it was kept. */
export async function deletePassages(session: Session, highlights: readonly Highlight[]): Promise<boolean> {
  const label = { action: 'highlight.delete', detail: described(highlights) };
  const outcome = await session.commit(label, async () =>
    deleteHighlights(await newest(session, highlights)),
  );
  return outcome.ok;
}

const quotedLength = 80;

function described(highlights: readonly Highlight[]) {
  const quote = highlights[0]?.anchor.exact.slice(0, quotedLength).trim() ?? '';
  return { quote, count: highlights.length };
}

function newest(session: Session, highlights: readonly Highlight[]): Promise<Highlight[]> {
  return findHighlights(
    session.db,
    highlights.map(({ id }) => id),
  );
}
