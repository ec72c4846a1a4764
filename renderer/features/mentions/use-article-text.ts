import { useEffect, useState } from 'react';
import type { ArticleId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { findArticle } from '#storage/articles.ts';

/** The canonical text of an article; `null` until it is read, or when it can't be. */
export function useArticleText(articleId: ArticleId): string | null {
  const session = useSession();
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    setText(null);
    void findArticle(session.db, articleId)
      .then((article) => (article === null ? null : session.readText(article)))
      .catch(() => null)
      .then((read) => {
        if (isWanted) setText(read);
      });
    return () => {
      isWanted = false;
    };
  }, [session, articleId]);
  return text;
}
