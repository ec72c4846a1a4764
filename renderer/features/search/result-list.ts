/** The element id of the list of results. */
export const resultListId = 'search-results';

/** Take the focus from the search box to the list of results. */
export function focusResults(): void {
  document.getElementById(resultListId)?.focus();
}
