import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ArticleId } from '#core/ids.ts';
import { look, showScreen } from '#state/workspace.ts';

/** What stands beside the open article. */
export type CompareDesk = {
  /** `null`: nothing, the article is read alone. */
  readonly besideId: ArticleId | null;
  /** The other article is being chosen. */
  readonly isChoosing: boolean;
  /** Whether both sides scroll together. */
  readonly scrollsTogether: boolean;
};

export const compareDesk = createStore<CompareDesk>(() => ({
  besideId: null,
  isChoosing: false,
  scrollsTogether: true,
}));

/** Follow a part of what stands beside the open article. */
export function useCompareDesk<Part>(select: (desk: CompareDesk) => Part): Part {
  return useStore(compareDesk, select);
}

/** Let the analyst choose an article to stand beside the open one; nothing happens when none is open. */
export function chooseBeside(): void {
  if (look.getState().articleId === null) return;
  showScreen('read');
  compareDesk.setState({ isChoosing: true });
}

/** Put an article beside the open one. */
export function putBeside(besideId: ArticleId): void {
  compareDesk.setState({ besideId, isChoosing: false });
}

/** Read the open article alone again. */
export function leaveCompare(): void {
  compareDesk.setState({ besideId: null, isChoosing: false });
}

/** Let the two articles change places. */
export function swapSides(): void {
  const { articleId } = look.getState();
  const { besideId } = compareDesk.getState();
  if (articleId === null || besideId === null) return;
  look.setState({ articleId: besideId, passage: null });
  compareDesk.setState({ besideId: articleId });
}
