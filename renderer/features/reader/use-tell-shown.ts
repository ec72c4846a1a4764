import { useEffect } from 'react';
import type { ArticleId } from '#core/ids.ts';
import { look } from '#state/workspace.ts';
import { afterDrawn } from './after-drawn.ts';

/** Tell what stands beside the text that the article is to be seen, once it is. */
export function useTellShown(articleId: ArticleId | null, isThere: boolean): void {
  useEffect(() => {
    if (!isThere) return;
    return afterDrawn(() => look.setState({ shownArticleId: articleId }));
  }, [articleId, isThere]);
}
