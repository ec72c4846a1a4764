import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ArticleId } from '#core/ids.ts';
import type { FacetName } from '#core/search/results/search-answer.ts';

/** How the results are looked at; kept while they are out of sight. */
export type ResultLook = {
  /** Whether what narrows is shown over the list. */
  readonly showsFacets: boolean;
  readonly openFacets: ReadonlySet<FacetName>;
  /** The articles of which all lines are shown. */
  readonly openLines: ReadonlySet<ArticleId>;
  /** The articles below which the other carriers of their text are shown. */
  readonly openCarriers: ReadonlySet<ArticleId>;
};

export const resultLook = createStore<ResultLook>(() => ({
  showsFacets: false,
  openFacets: new Set<FacetName>(['source', 'tag', 'status', 'year']),
  openLines: new Set<ArticleId>(),
  openCarriers: new Set<ArticleId>(),
}));

/** Follow how the results are looked at. */
export function useResultLook(): ResultLook {
  return useStore(resultLook);
}

/** Show the values of a facet, or hide them. */
export function toggleFacet(name: FacetName): void {
  const openFacets = new Set(resultLook.getState().openFacets);
  if (!openFacets.delete(name)) openFacets.add(name);
  resultLook.setState({ openFacets });
}

/** Show all lines of an article, or only the first. */
export function toggleLines(id: ArticleId): void {
  const openLines = new Set(resultLook.getState().openLines);
  if (!openLines.delete(id)) openLines.add(id);
  resultLook.setState({ openLines });
}

/** Show the other carriers of an article's text, or hide them. */
export function toggleCarriers(id: ArticleId): void {
  const openCarriers = new Set(resultLook.getState().openCarriers);
  if (!openCarriers.delete(id)) openCarriers.add(id);
  resultLook.setState({ openCarriers });
}
