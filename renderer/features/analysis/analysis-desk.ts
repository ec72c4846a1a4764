import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { everyPassage, type PassageFilter } from '#core/analysis/filter-passages.ts';
import type { Grouping } from '#core/analysis/group-passages.ts';
import type { PassageKey, PassageOrder } from '#core/analysis/sort-passages.ts';
import { look } from '#state/workspace.ts';

/** The pages of the screen. */
export type AnalysisPage = 'passages' | 'quotations' | 'co-occurrence' | 'matrix' | 'coverage' | 'agreement';

/** How the screen is set up: kept while the program runs, so that coming back finds it as it was left. */
export type AnalysisDesk = {
  readonly page: AnalysisPage;
  /** The tag is not in it: it is chosen for all screens. */
  readonly filter: Omit<PassageFilter, 'tagId'>;
  /** What the passages of `filter.ids` are. */
  readonly shownName: string;
  readonly order: PassageOrder | null;
  readonly grouping: Grouping | 'none';
  readonly columns: readonly PassageKey[];
};

export const analysisDesk = createStore<AnalysisDesk>(() => ({
  page: 'passages',
  filter: everyPassage,
  shownName: '',
  order: null,
  grouping: 'none',
  columns: ['quote', 'tags', 'article', 'date', 'grade', 'note'],
}));

/** Follow a part of the desk. */
export function useDesk<Part>(select: (desk: AnalysisDesk) => Part): Part {
  return useStore(analysisDesk, select);
}

/** Show exactly these passages in the table; `name` says what they are. */
export function showPassages(ids: PassageFilter['ids'], name: string): void {
  look.setState({ tagId: null });
  analysisDesk.setState({ page: 'passages', filter: { ...everyPassage, ids }, shownName: name });
}
