import { addHighlight, setHighlightTags, twinOf } from '#core/annotations/edit-highlights.ts';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { Article } from '#core/article.ts';
import { newId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import type { Session } from '#state/session.ts';
import { findHighlight, listHighlights } from '#storage/highlights.ts';

/** Where a passage stands in the other article. */
export type Counterpart = { readonly article: Article; readonly text: string; readonly span: TextSpan };

/**
 * Mark the same passage in the other article with the same tags. Note and grade stay behind: they judge one source.
 * One that is marked there already, from end to end, gets the tags it lacks. Answers whether it was kept.
 */
export async function carryHighlight(
  session: Session,
  highlight: Highlight,
  { article, text, span }: Counterpart,
): Promise<boolean> {
  const { db, analystId } = session;
  const label = { action: 'highlight.carry', detail: { quote: shorten(text.slice(span.start, span.end)) } };
  const outcome = await session.commit(label, async () => {
    const source = await findHighlight(db, highlight.id);
    if (source === null) return [];
    const now = new Date().toISOString();
    const twin = twinOf(await listHighlights(db, article.id), span, analystId);
    if (twin !== null) return setHighlightTags(twin, [...twin.tagIds, ...source.tagIds], now);
    const id = newId<'highlight'>();
    return addHighlight({ id, article, text, span, tagIds: source.tagIds, analystId, now });
  });
  return outcome.ok;
}

/** The beginning of a quote, for the history. */
function shorten(quote: string): string {
  const line = quote.replace(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 59).toWellFormed()}…`;
}
