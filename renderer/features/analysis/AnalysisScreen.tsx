import { Trans, useLingui } from '@lingui/react/macro';
import { ChartNoAxesColumn } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import {
  filterPassages,
  groupPassages,
  type PassageFilter,
  type PassageKey,
  sortPassages,
} from '#core/analysis/passages.ts';
import { look, showScreen, useLook } from '#state/workspace.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import styles from './AnalysisScreen.module.css';
import { type Grouping, PassageFilters } from './PassageFilters.tsx';
import { PassageTable } from './PassageTable.tsx';
import { TagBars } from './TagBars.tsx';
import { TagMatrixTable } from './TagMatrixTable.tsx';
import { type Analysis, useAnalysis } from './use-analysis.ts';
import { useSaveCsv } from './use-save-csv.ts';

/** All highlights of the workspace: filtered, sorted, grouped, counted and exported. */
export function AnalysisScreen() {
  const { t } = useLingui();
  const analysis = useAnalysis();
  if (analysis === null) return null;
  if (analysis.passages.length > 0) return <FilledAnalysis analysis={analysis} />;
  return (
    <EmptyState
      icon={ChartNoAxesColumn}
      title={t`Nothing is marked yet`}
      action={<Button onPress={() => showScreen('library')}>{t`Go to the library`}</Button>}
    >
      <Trans>
        Open an article, select some words and choose a tag. Every passage you mark is listed here: filter by
        tag, article or grade, see which article says what, and save the table as CSV.
      </Trans>
    </EmptyState>
  );
}

const noFilter: Omit<PassageFilter, 'tagId'> = {
  articleId: null,
  reliability: null,
  credibility: null,
  text: '',
};

/** The tag is chosen for all screens, the rest of the filter belongs to this one. */
function useFilter(analysis: Analysis) {
  const lookTagId = useLook((state) => state.tagId);
  const [own, setOwn] = useState(noFilter);
  const tagId = lookTagId !== null && analysis.tagById.has(lookTagId) ? lookTagId : null;
  const setFilter = ({ tagId: wanted, ...rest }: PassageFilter) => {
    if (wanted !== tagId) look.setState({ tagId: wanted });
    setOwn(rest);
  };
  const filter = useMemo(() => ({ ...own, tagId }), [own, tagId]);
  return { filter, setFilter };
}

function FilledAnalysis({ analysis }: { readonly analysis: Analysis }) {
  const { t } = useLingui();
  const { filter, setFilter } = useFilter(analysis);
  const [order, setOrder] = useState<{ key: PassageKey; direction: 'ascending' | 'descending' } | null>(null);
  const [grouping, setGrouping] = useState<Grouping>('none');
  const [view, setView] = useState('passages');
  const saveCsv = useSaveCsv();

  // Filtering 20,000 passages by words takes 130 ms: typing must not wait for it.
  const applied = useDeferredValue(filter);
  const sorted = useMemo(() => {
    const found = filterPassages(analysis.passages, applied, analysis.tags);
    return order === null ? found : sortPassages(found, order.key, order.direction);
  }, [analysis, applied, order]);
  const groups = useMemo(
    () => (grouping === 'none' ? null : groupPassages(sorted, grouping, analysis.tags)),
    [analysis, sorted, grouping],
  );
  return (
    <div className={styles.screen}>
      <TagBars
        analysis={analysis}
        chosenId={filter.tagId}
        onChoose={(tagId) => setFilter({ ...filter, tagId })}
      />
      <Tabs
        className={styles.main ?? ''}
        selectedKey={view}
        onSelectionChange={(key) => setView(String(key))}
      >
        <TabList className={styles.tabs ?? ''} aria-label={t`View`}>
          <Tab id="passages" className={styles.tab ?? ''}>{t`Passages`}</Tab>
          <Tab id="matrix" className={styles.tab ?? ''}>{t`Tags × articles`}</Tab>
        </TabList>
        <TabPanel id="passages" className={styles.panel ?? ''}>
          <PassageFilters
            analysis={analysis}
            filter={filter}
            onFilter={setFilter}
            onClear={() => setFilter({ ...noFilter, tagId: null })}
            grouping={grouping}
            onGrouping={setGrouping}
            foundCount={sorted.length}
            onSave={() => void saveCsv(sorted)}
          />
          <PassageTable passages={sorted} groups={groups} order={order} onOrder={setOrder} />
        </TabPanel>
        <TabPanel id="matrix" className={styles.panel ?? ''}>
          <TagMatrixTable
            analysis={analysis}
            onOpen={(tagId, articleId) => {
              setFilter({ ...noFilter, tagId, articleId });
              setView('passages');
            }}
          />
        </TabPanel>
      </Tabs>
    </div>
  );
}
