import { useEffect } from 'react';
import { noteOpened } from '#features/library/article-deeds.ts';
import { useSession } from '#state/session.ts';
import { useLook } from '#state/workspace.ts';

/** An unread article that stays open for a moment is being read. */
export function useOpenedArticle(): void {
  const session = useSession();
  const articleId = useLook((state) => (state.screen === 'read' ? state.articleId : null));
  useEffect(() => {
    if (articleId === null) return;
    // Passing over a list with the cursor keys is not reading.
    const timer = setTimeout(() => noteOpened(session, articleId), restMs);
    return () => clearTimeout(timer);
  }, [articleId, session]);
}

const restMs = 1_500;
