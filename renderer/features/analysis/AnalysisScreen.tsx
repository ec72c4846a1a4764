import { Trans, useLingui } from '@lingui/react/macro';
import { ChartNoAxesColumn } from 'lucide-react';
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { showScreen } from '#state/workspace.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { AgreementPage } from './AgreementPage.tsx';
import styles from './AnalysisScreen.module.css';
import { type AnalysisPage, analysisDesk, useDesk } from './analysis-desk.ts';
import { CoOccurrencePage } from './CoOccurrencePage.tsx';
import { CoveragePage } from './CoveragePage.tsx';
import { PassagesPage } from './PassagesPage.tsx';
import { QuotationsPage } from './QuotationsPage.tsx';
import { TagMatrixPage } from './TagMatrixPage.tsx';
import { type Analysis, useAnalysis } from './use-analysis.ts';

type Page = {
  readonly id: AnalysisPage;
  readonly label: string;
  readonly content: (analysis: Analysis) => ReactNode;
};

/** What was marked: as a table, in context, counted, measured and compared. */
export function AnalysisScreen() {
  const { t } = useLingui();
  const analysis = useAnalysis();
  const page = useDesk((desk) => desk.page);
  if (analysis === null) return <p className={styles.wait} role="status">{t`Reading what was marked…`}</p>;
  const pages: readonly Page[] = [
    {
      id: 'passages',
      label: t`Passages`,
      content: (all) => (all.passages.length === 0 ? <NothingMarked /> : <PassagesPage analysis={all} />),
    },
    {
      id: 'quotations',
      label: t`Quotations`,
      content: (all) => (all.passages.length === 0 ? <NothingMarked /> : <QuotationsPage analysis={all} />),
    },
    {
      id: 'co-occurrence',
      label: t`Co-occurrence`,
      content: (all) => <CoOccurrencePage analysis={all} />,
    },
    { id: 'matrix', label: t`Tags × …`, content: (all) => <TagMatrixPage analysis={all} /> },
    { id: 'coverage', label: t`Coverage`, content: (all) => <CoveragePage analysis={all} /> },
    { id: 'agreement', label: t`Agreement`, content: (all) => <AgreementPage analysis={all} /> },
  ];
  return (
    <Tabs
      className={styles.main ?? ''}
      selectedKey={page}
      onSelectionChange={(key) => {
        const chosen = pages.find(({ id }) => id === key);
        if (chosen !== undefined) analysisDesk.setState({ page: chosen.id });
      }}
    >
      <TabList className={styles.tabs ?? ''} aria-label={t`View`}>
        {pages.map(({ id, label }) => (
          <Tab key={id} id={id} className={styles.tab ?? ''}>
            {label}
          </Tab>
        ))}
      </TabList>
      {pages.map(({ id, content }) => (
        <TabPanel key={id} id={id} className={styles.panel ?? ''}>
          {content(analysis)}
        </TabPanel>
      ))}
    </Tabs>
  );
}

function NothingMarked() {
  const { t } = useLingui();
  return (
    <EmptyState
      icon={ChartNoAxesColumn}
      title={t`Nothing is marked yet`}
      action={<Button onPress={() => showScreen('library')}>{t`Go to the library`}</Button>}
    >
      <Trans>
        Open an article, select some words and choose a tag. Every passage you mark is listed here: filter by
        tag, article, date or grade, see which article says what, and save the table as CSV or for Excel.
      </Trans>
    </EmptyState>
  );
}
