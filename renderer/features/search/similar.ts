import { createStore } from 'zustand/vanilla';
import type { ArticleId } from '#core/ids.ts';
import { look, showScreen } from '#state/workspace.ts';
import type { SimilarAnswer } from '#workers/similar-api.ts';

/** Which article others are listed that are like it. */
export type Similar = {
  /** `null`: none. */
  readonly articleId: ArticleId | null;
  /** Terms the analyst left out. */
  readonly without: readonly string[];
  /** `undefined` while it is worked out; `null`: the article can't be read. */
  readonly answer: SimilarAnswer | null | undefined;
};

const none: Similar = { articleId: null, without: [], answer: undefined };

export const similar = createStore<Similar>(() => none);

/** List what is like an article (the open one when none is given), in the place of results. */
export function showSimilar(articleId: ArticleId | null = look.getState().articleId): void {
  if (articleId === null) return;
  look.setState({ query: '' });
  similar.setState({ articleId, without: [], answer: undefined });
  showScreen('read');
}

/** Find by all terms but this one, too. */
export function leaveOutTerm(word: string): void {
  similar.setState(({ without }) => ({ without: [...without, word], answer: undefined }));
}

/** Find by all terms again. */
export function takeTermsBack(): void {
  similar.setState({ without: [], answer: undefined });
}

/** Give the place back to the list of articles. */
export function closeSimilar(): void {
  similar.setState(none);
}
