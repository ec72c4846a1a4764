import { useLingui } from '@lingui/react/macro';
import { useStore } from 'zustand';
import { listChosen, toggleValue } from '#core/search/results/choose-narrowing.ts';
import { Button } from '#ui/Button.tsx';
import { Chip } from '#ui/Chip.tsx';
import styles from './Results.module.css';
import { askOtherwise, searchEngine } from './search-engine.ts';
import { useFacetWords } from './use-facet-words.ts';

/** What the result is narrowed to, each to be given up, or all at once. */
export function NarrowingChips() {
  const { t } = useLingui();
  const words = useFacetWords();
  const { options, answer } = useStore(searchEngine);
  const { narrowing } = options;
  const chosen = listChosen(narrowing);
  if (chosen.length === 0) return null;
  const labelOf = (facet: string, value: string) =>
    answer?.facets?.find(({ name }) => name === facet)?.values.find((each) => each.value === value)?.label ??
    value;
  return (
    <ul className={styles.chips} aria-label={t`Narrowed to`}>
      {chosen.map(({ facet, value }) => {
        const label = words.value(facet, { value, label: labelOf(facet, value) });
        return (
          <li key={`${facet} ${value}`} className={styles.chipItem}>
            <Chip
              name={`${words.facet(facet)}: ${label}`}
              onRemove={() => askOtherwise({ narrowing: toggleValue(narrowing, { facet, value }) })}
            >
              {words.facet(facet)}: {label}
            </Chip>
          </li>
        );
      })}
      <li>
        <Button
          variant="quiet"
          size="small"
          onPress={() => askOtherwise({ narrowing: [] })}
        >{t`Clear all`}</Button>
      </li>
    </ul>
  );
}
