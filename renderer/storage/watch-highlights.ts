import { liveQuery } from 'dexie';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { ArticleId } from '#core/ids.ts';
import type { Database } from './database.ts';
import { listHighlights } from './highlights.ts';

type HighlightWatcher<Token> = {
  /** A reading begins; what this answers comes with what was read. */
  readonly onBegin: () => Token;
  readonly onFound: (highlights: Highlight[], token: Token) => void;
  readonly onFailure: (error: unknown) => void;
};

/** Read the highlights of an article now, and anew whenever they change. Answers how to stop. */
export function watchHighlights<Token>(
  db: Database,
  articleId: ArticleId,
  { onBegin, onFound, onFailure }: HighlightWatcher<Token>,
): () => void {
  const subscription = liveQuery(async () => {
    const token = onBegin();
    return { token, highlights: await listHighlights(db, articleId) };
  }).subscribe({ next: ({ highlights, token }) => onFound(highlights, token), error: onFailure });
  return () => subscription.unsubscribe();
}
