import type { Anchor } from '#core/annotations/highlight.ts';
import { locateAnchor } from '#core/annotations/locate-anchor.ts';
import { findArticle } from '#storage/articles.ts';
import type { Session } from './session.ts';
import { openArticle } from './workspace.ts';

/** Open an article at a passage, wherever that stands in it by now; answers whether it was found. */
export async function openPassage(session: Session, passage: Anchor): Promise<boolean> {
  const article = await findArticle(session.db, passage.articleId);
  if (article === null) return false;
  if (article.textSha256 === passage.textSha256) {
    openArticle(article.id, passage);
    return true;
  }
  const place = locateAnchor(passage, await session.readText(article), article.textSha256);
  openArticle(article.id, place.kind === 'lost' ? null : place.span);
  return place.kind !== 'lost';
}
