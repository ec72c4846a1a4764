import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { AlignCenter, ChevronDown, ChevronUp, ListFilter } from 'lucide-react';
import { useId } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useStore } from 'zustand';
import { settleName } from '#core/search/names/settle-name.ts';
import type { ResultOrder } from '#core/search/results/search-answer.ts';
import { look } from '#state/workspace.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { Select } from '#ui/Select.tsx';
import { AliasChips } from './AliasChips.tsx';
import { showConcordance } from './concordance-desk.ts';
import { FacetPanel } from './FacetPanel.tsx';
import { NarrowingChips } from './NarrowingChips.tsx';
import { ResultNotes } from './ResultNotes.tsx';
import styles from './Results.module.css';
import { resultLook, useResultLook } from './result-look.ts';
import { SaveSearchButton } from './SaveSearchButton.tsx';
import { askOtherwise, nextHit, previousHit, searchEngine } from './search-engine.ts';
import { useFacetWords } from './use-facet-words.ts';

const orders = ['relevance', 'newest', 'oldest', 'unread'] as const satisfies readonly ResultOrder[];

/** How much was found, where the analyst is in it, how the query was understood, and what sorts and narrows it. */
export function ResultHead() {
  const { t } = useLingui();
  const { answer, options } = useStore(searchEngine);
  const { showsFacets } = useResultLook();
  const words = useFacetWords();
  const panel = useId();
  return (
    <>
      <div className={styles.head}>
        <div className={styles.summary}>
          <span role="status">
            {answer === null ? (
              t`Searching…`
            ) : (
              <>
                <Plural value={answer.articleCount} _0="Nothing found" one="# article" other="# articles" />
                {answer.total < answer.articleCount && (
                  <>
                    {' '}
                    <Plural value={answer.total} one="(# text)" other="(# texts)" />
                  </>
                )}
              </>
            )}
          </span>
          <span className={styles.steps}>
            <IconButton
              label={t`Show as a concordance`}
              icon={AlignCenter}
              size="small"
              onPress={() =>
                showConcordance({
                  query: look.getState().query,
                  expands: options.expands,
                  withoutAliases: options.withoutAliases,
                })
              }
            />
            <SaveSearchButton />
            <Steps />
          </span>
        </div>
        <Understood />
        <AliasChips
          aliases={answer?.aliases ?? []}
          asking={options}
          onAsk={askOtherwise}
          onSettle={(name, actor) =>
            look.setState(({ query }) => ({ query: settleName(query, name, actor) }))
          }
        />
        <div className={styles.tools}>
          <Select
            label={t`Sort`}
            hideLabel
            value={options.order}
            options={orders.map((order) => ({ value: order, label: words.order(order) }))}
            onChange={(order) => askOtherwise({ order })}
          />
          <ToggleButton
            className={styles.narrow ?? ''}
            isSelected={showsFacets}
            aria-expanded={showsFacets}
            aria-controls={showsFacets ? panel : undefined}
            onPress={() => resultLook.setState({ showsFacets: !showsFacets })}
          >
            <ListFilter size={14} aria-hidden="true" />
            {t`Narrow`}
          </ToggleButton>
        </div>
        <NarrowingChips />
        <ResultNotes />
      </div>
      {showsFacets && <FacetPanel id={panel} />}
    </>
  );
}

/** Where the analyst is in the result, and the buttons to the next and previous hit. */
function Steps() {
  const { t, i18n } = useLingui();
  const { answer, current } = useStore(searchEngine);
  const total = answer?.total ?? 0;
  return (
    <span className={styles.steps}>
      {current !== null && (
        <span className={styles.place}>
          {current.number === null || current.of === null
            ? t`article ${i18n.number(current.row + 1)} of ${i18n.number(total)}`
            : t`${current.number} of ${current.of}`}
        </span>
      )}
      <IconButton
        label={t`Previous hit`}
        icon={ChevronUp}
        size="small"
        onPress={previousHit}
        isDisabled={total === 0}
      />
      <IconButton
        label={t`Next hit`}
        icon={ChevronDown}
        size="small"
        onPress={nextHit}
        isDisabled={total === 0}
      />
    </span>
  );
}

/** The query as it was read; between two words without an operator it says that both must occur. */
function Understood() {
  const { t } = useLingui();
  const understood = useStore(searchEngine, (state) => state.answer?.understood ?? '');
  if (understood === '') return null;
  return (
    <p className={styles.understood} title={t`How the search was understood`}>
      <span className={styles.hidden}>
        <Trans>Understood as:</Trans>{' '}
      </span>
      <span>{understood}</span>
    </p>
  );
}
