import { useLingui } from '@lingui/react/macro';
import type { Language } from '#core/article.ts';
import type { FacetName, FacetValue, ResultOrder } from '#core/search/results/search-answer.ts';
import { useFieldWords } from '#ui/use-field-words.ts';

/** Words for what narrows and sorts results. */
export type FacetWords = {
  readonly facet: (name: FacetName) => string;
  /** What a value is called; '' is "none". */
  readonly value: (name: FacetName, value: Pick<FacetValue, 'value' | 'label'>) => string;
  readonly order: (order: ResultOrder) => string;
};

/** Words for what narrows and sorts results, in the analyst's language. */
export function useFacetWords(): FacetWords {
  const { t } = useLingui();
  const fields = useFieldWords();
  const facets: Record<FacetName, string> = {
    source: t`Source`,
    publisher: t`Publisher`,
    language: t`Language`,
    tag: t`Tag`,
    status: t`Status`,
    actor: t`Actor`,
    place: t`Place`,
    year: t`Year`,
  };
  const none: Record<FacetName, string> = {
    source: t`no source stated`,
    publisher: t`publisher not stated`,
    language: t`language not known`,
    tag: t`no tag`,
    status: '',
    actor: t`no known actor`,
    place: t`no place`,
    year: t`no date stated`,
  };
  const statuses: Readonly<Record<string, string>> = {
    unread: t`unread`,
    reading: t`reading`,
    read: t`read`,
    flagged: t`flagged`,
  };
  const orders: Record<ResultOrder, string> = {
    relevance: t`Best first`,
    newest: t`Newest first`,
    oldest: t`Oldest first`,
    unread: t`Unread first`,
  };
  return {
    facet: (name) => facets[name],
    value: (name, { value, label }) => {
      if (value === '') return none[name];
      if (name === 'language') return fields.language(value as Language);
      return name === 'status' ? (statuses[value] ?? value) : label;
    },
    order: (order) => orders[order],
  };
}
