import { type CollectionFilter, type CollectionSurvey, noDay } from './read-collection.ts';
import { dayNumber } from './read-row.ts';

/** How many rows pass a filter, and how many of each country have a day in it, whether the country is wanted or not. */
export function countRows(
  survey: Pick<CollectionSurvey, 'countries' | 'rowCountry' | 'rowFrom' | 'rowUntil'>,
  filter: CollectionFilter,
): { readonly byCountry: Uint32Array; readonly passing: number } {
  const { countries, rowCountry, rowFrom, rowUntil } = survey;
  const first = filter.from === null ? null : dayNumber(filter.from);
  const last = filter.until === null ? null : dayNumber(filter.until);
  const byCountry = new Uint32Array(countries.length);
  for (let at = 0; at < rowCountry.length; at += 1) {
    const from = rowFrom[at] ?? noDay;
    const until = rowUntil[at] ?? noDay;
    const isDated = from !== noDay && until !== noDay;
    const isIn =
      (first === null && last === null) ||
      (isDated && (first === null || until >= first) && (last === null || from <= last));
    if (!isIn) continue;
    const country = rowCountry[at] ?? 0;
    byCountry[country] = (byCountry[country] ?? 0) + 1;
  }
  const passing = countries.reduce(
    (sum, country, at) =>
      filter.countries === null || filter.countries.has(country) ? sum + (byCountry[at] ?? 0) : sum,
    0,
  );
  return { byCountry, passing };
}
