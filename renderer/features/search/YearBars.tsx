import { useLingui } from '@lingui/react/macro';
import type { Facet } from '#core/search/results/search-answer.ts';
import styles from './Facets.module.css';
import { useFacetWords } from './use-facet-words.ts';

type YearBarsProps = {
  readonly facet: Facet;
  readonly chosen: readonly string[];
  readonly onToggle: (value: string) => void;
};

/** A bar for each year, as long as the year has articles; pressing one narrows to it. Years are stated, never guessed. */
export function YearBars({ facet, chosen, onToggle }: YearBarsProps) {
  const { t, i18n } = useLingui();
  const words = useFacetWords();
  const most = facet.values.reduce((highest, { count }) => Math.max(highest, count), 1);
  return (
    <ul className={styles.years} aria-label={t`Articles by the year that is stated`}>
      {facet.values.map((value) => (
        <li key={value.value}>
          <button
            type="button"
            className={styles.year}
            aria-pressed={chosen.includes(value.value)}
            onClick={() => onToggle(value.value)}
          >
            <span className={value.value === '' ? styles.undated : styles.yearName}>
              {words.value('year', value)}
            </span>
            <span className={styles.track} aria-hidden="true">
              <span className={styles.bar} style={{ width: `${(value.count / most) * 100}%` }} />
            </span>
            <span className={styles.count}>{i18n.number(value.count)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
