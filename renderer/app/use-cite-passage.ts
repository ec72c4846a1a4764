import type { ArticleId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import { useCite } from '#features/brief/use-cite.ts';
import { markPassage } from '#features/reader/highlight-deeds.ts';
import { useSession } from '#state/session.ts';
import { findArticle } from '#storage/articles.ts';

/** Cite a passage that was only selected: it becomes a highlight first, as every citation leads to one. */
export function useCitePassage(): (articleId: ArticleId, span: TextSpan) => Promise<void> {
  const session = useSession();
  const cite = useCite();
  return async (articleId, span) => {
    const article = await findArticle(session.db, articleId);
    if (article === null) return;
    const marked = await markPassage(
      session,
      { article, text: await session.readText(article), span },
      { choice: null },
    );
    if (marked.ok) await cite(marked.highlightId);
  };
}
