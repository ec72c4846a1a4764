import { markPlaces } from '#core/annotations/mark-places.ts';
import type { Change } from '#core/history/change.ts';
import { type ArticleId, newId, type TagId } from '#core/ids.ts';
import type { SavedSearch } from '#core/search/saved-search.ts';
import { askOf, decide, nameFor } from '#core/search/saved-searches.ts';
import type { Session } from '#state/session.ts';
import { findArticle } from '#storage/articles.ts';
import { listHighlights } from '#storage/highlights.ts';
import { doingNow } from './saved-deeds.ts';
import { searchEngine } from './search-engine.ts';

/** What tagging came to; `null`: nothing was kept. */
export type TaggedFound = { readonly passages: number; readonly articles: number };

/**
 * Highlight and tag every passage a saved search finds in these articles, and accept them: one edit. An article found
 * by its title alone is only accepted.
 */
export async function tagFound(
  session: Session,
  search: SavedSearch,
  articleIds: readonly ArticleId[],
  tagId: TagId,
): Promise<TaggedFound | null> {
  const { client } = searchEngine.getState();
  if (client === null) throw new Error('the search stopped working');
  const rows = await client.call('hitRows', { ask: askOf(search), articleIds });
  const tag = await session.db.tags.get(tagId);
  if (tag === undefined) return null;
  const done = { passages: 0, articles: articleIds.length };
  const detail = { name: nameFor(search.name), tag: tag.name, count: articleIds.length };
  const outcome = await session.commit({ action: 'search.tag', detail }, async () => {
    const doing = doingNow(session);
    const changes: Change[] = [];
    for (const { articleId, positions: spans } of rows) {
      const article = await findArticle(session.db, articleId);
      if (article === null || spans.length === 0) continue;
      const text = await session.readText(article);
      const highlights = await listHighlights(session.db, articleId);
      const marked = markPlaces(
        { article, text, spans, highlights },
        { tagId, analystId: session.analystId, newId: () => newId<'highlight'>(), now: doing.now },
      );
      changes.push(...marked.changes);
      done.passages += marked.made + marked.tagged;
    }
    return [...changes, ...decide(search.id, 'accepted', articleIds, doing)];
  });
  return outcome.ok ? done : null;
}
