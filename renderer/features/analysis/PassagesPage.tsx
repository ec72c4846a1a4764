import { useDeferredValue, useMemo } from 'react';
import { everyPassage, filterPassages, type PassageFilter } from '#core/analysis/filter-passages.ts';
import { groupPassages } from '#core/analysis/group-passages.ts';
import { foldedWords, type Passage } from '#core/analysis/passages.ts';
import { sortPassages } from '#core/analysis/sort-passages.ts';
import { look, useLook } from '#state/workspace.ts';
import styles from './AnalysisScreen.module.css';
import { analysisDesk, useDesk } from './analysis-desk.ts';
import { PassageFilters } from './PassageFilters.tsx';
import { PassageLine } from './PassageLine.tsx';
import { PassageTable } from './PassageTable.tsx';
import { TagBars } from './TagBars.tsx';
import { useAhead } from './use-ahead.ts';
import type { Analysis } from './use-analysis.ts';
import { usePicking } from './use-picking.ts';

/** All highlights as a table: filtered, sorted, grouped, saved, and edited many at a time. */
export function PassagesPage({ analysis }: { readonly analysis: Analysis }) {
  const { filter, setFilter } = useFilter(analysis);
  const { order, grouping, columns } = useDesk((desk) => desk);
  // So that the first word typed need not wait for every passage to be folded.
  useAhead(analysis.passages, foldAhead);

  // Typing must not wait for the table.
  const applied = useDeferredValue(filter);
  const { found, undated } = useMemo(
    () => filterPassages(analysis.passages, applied, analysis),
    [analysis, applied],
  );
  const sorted = useMemo(
    () => (order === null ? found : sortPassages(found, order, analysis.shelf)),
    [analysis, found, order],
  );
  const groups = useMemo(
    () => (grouping === 'none' ? null : groupPassages(sorted, grouping, analysis.tags)),
    [analysis, sorted, grouping],
  );
  const picking = usePicking(sorted);
  return (
    <div className={styles.withBars}>
      <TagBars analysis={analysis} chosenId={filter.tagId} onChoose={(tagId) => setFilter({ tagId })} />
      <div className={styles.beside}>
        <PassageFilters
          analysis={analysis}
          filter={filter}
          onFilter={setFilter}
          grouping={grouping}
          onGrouping={(next) => analysisDesk.setState({ grouping: next })}
        />
        <PassageLine
          analysis={analysis}
          filter={filter}
          onFilter={setFilter}
          onClear={() => setFilter(everyPassage)}
          found={sorted}
          groups={groups}
          undated={undated}
          picking={picking}
        />
        <PassageTable
          analysis={analysis}
          passages={sorted}
          groups={groups}
          columns={columns}
          order={order}
          onOrder={(next) => analysisDesk.setState({ order: next })}
          picking={picking}
        />
      </div>
    </div>
  );
}

const foldAhead = ({ highlight }: Passage) => void foldedWords(highlight);

/** The tag is chosen for all screens, the rest of the filter belongs to this one. */
function useFilter(analysis: Analysis) {
  const lookTagId = useLook((state) => state.tagId);
  const own = useDesk((desk) => desk.filter);
  const tagId = lookTagId !== null && analysis.tagById.has(lookTagId) ? lookTagId : null;
  const filter = useMemo((): PassageFilter => ({ ...own, tagId }), [own, tagId]);
  const setFilter = (change: Partial<PassageFilter>) => {
    const { tagId: wanted, ...rest } = { ...filter, ...change };
    if (wanted !== tagId) look.setState({ tagId: wanted });
    analysisDesk.setState({ filter: rest });
  };
  return { filter, setFilter };
}
