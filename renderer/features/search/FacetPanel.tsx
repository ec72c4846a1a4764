import { Trans, useLingui } from '@lingui/react/macro';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useId } from 'react';
import { useStore } from 'zustand';
import { toggleValue } from '#core/search/results/choose-narrowing.ts';
import type { Facet } from '#core/search/results/search-answer.ts';
import styles from './Facets.module.css';
import { FacetValues } from './FacetValues.tsx';
import { toggleFacet, useResultLook } from './result-look.ts';
import { askOtherwise, searchEngine } from './search-engine.ts';
import { useFacetWords } from './use-facet-words.ts';
import { YearBars } from './YearBars.tsx';

/** What the result can be narrowed by, with counts; the arrow keys go from value to value. */
export function FacetPanel({ id }: { readonly id: string }) {
  const { t } = useLingui();
  const facets = useStore(searchEngine, (state) => state.answer?.facets ?? null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys go along what is in it.
    <div id={id} className={styles.panel} onKeyDown={stepAlong}>
      <h3 className={styles.hidden}>{t`Narrow the results`}</h3>
      {facets === null ? (
        <p className={styles.note} role="status">{t`What is known of the articles is still being read…`}</p>
      ) : (
        facets.map((facet) => <FacetSection key={facet.name} facet={facet} />)
      )}
    </div>
  );
}

function FacetSection({ facet }: { readonly facet: Facet }) {
  const id = useId();
  const words = useFacetWords();
  const { openFacets } = useResultLook();
  const narrowing = useStore(searchEngine, (state) => state.options.narrowing);
  const chosen = narrowing.find((each) => each.facet === facet.name)?.values ?? [];
  const toggle = (value: string) =>
    askOtherwise({ narrowing: toggleValue(narrowing, { facet: facet.name, value }) });
  const isOpen = openFacets.has(facet.name);
  // Nothing to choose from: no value, or none but "none".
  if (facet.values.every(({ value }) => value === '')) return null;
  return (
    <section className={styles.facet} aria-labelledby={id}>
      <h4 className={styles.heading}>
        <button
          id={id}
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          onClick={() => toggleFacet(facet.name)}
        >
          {isOpen ? (
            <ChevronDown size={14} aria-hidden="true" />
          ) : (
            <ChevronRight size={14} aria-hidden="true" />
          )}
          {words.facet(facet.name)}
          {chosen.length > 0 && (
            <span className={styles.chosen}>
              <Trans>{chosen.length} chosen</Trans>
            </span>
          )}
        </button>
      </h4>
      {isOpen &&
        (facet.name === 'year' ? (
          <YearBars facet={facet} chosen={chosen} onToggle={toggle} />
        ) : (
          <FacetValues facet={facet} chosen={chosen} onToggle={toggle} labelledBy={id} />
        ))}
    </section>
  );
}

/** Arrow up and down go to the previous and next control, so that no list takes many presses of Tab. */
function stepAlong(event: KeyboardEvent<HTMLElement>): void {
  const direction = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (direction === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
  const controls = [...event.currentTarget.querySelectorAll<HTMLElement>('button, input')];
  const at = event.target instanceof HTMLElement ? controls.indexOf(event.target) : -1;
  const next = at === -1 ? undefined : controls[at + direction];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
