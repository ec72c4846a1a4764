import { createStore } from 'zustand/vanilla';
import type { ArticleId } from '#core/ids.ts';
import { type ArticleFilter, noFilter, type Sorting } from '#core/library/list-articles.ts';
import { look, openArticle } from '#state/workspace.ts';

/** How the list is narrowed and sorted, the same in the library and beside the reader. */
type LibraryList = {
  readonly filter: ArticleFilter;
  readonly sorting: Sorting;
  /** Groups of the same text of which every article is listed, not only one. */
  readonly unfolded: ReadonlySet<ArticleId>;
  /** What is listed now, in order. */
  readonly shown: readonly ArticleId[];
};

export const libraryList = createStore<LibraryList>(() => ({
  filter: noFilter,
  sorting: { key: 'imported', descending: true },
  unfolded: new Set(),
  shown: [],
}));

/** List all articles of a group of the same text, or only one of them again. */
export function toggleCarriers(group: ArticleId): void {
  libraryList.setState(({ unfolded }) => {
    const next = new Set(unfolded);
    if (!next.delete(group)) next.add(group);
    return { unfolded: next };
  });
}

/** Open the article after the open one in the list; the first when none is open. */
export function nextArticle(): void {
  step(1);
}

/** Open the article before the open one in the list. */
export function previousArticle(): void {
  step(-1);
}

function step(direction: 1 | -1): void {
  const { shown } = libraryList.getState();
  const open = look.getState().articleId;
  const at = open === null ? -1 : shown.indexOf(open);
  const target = shown[at === -1 ? 0 : at + direction];
  if (target !== undefined) openArticle(target);
}
