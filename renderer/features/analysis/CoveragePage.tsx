import { Trans, useLingui } from '@lingui/react/macro';
import { BookOpen } from 'lucide-react';
import { useMemo, useState } from 'react';
import { type ArticleCoverage, sumCoverage } from '#core/analysis/coverage.ts';
import type { AnalystId } from '#core/ids.ts';
import { openArticle } from '#state/workspace.ts';
import { DataTable } from '#ui/DataTable.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './AnalysisScreen.module.css';
import { CoverageTotalsLine } from './CoverageTotalsLine.tsx';
import { MeasuringBar } from './MeasuringBar.tsx';
import { SaveTable } from './SaveTable.tsx';
import type { Analysis } from './use-analysis.ts';
import { useCoverage } from './use-coverage.ts';
import { coverageToRows, useCoverageColumns } from './use-coverage-columns.tsx';

type Shown = 'all' | 'never-opened' | 'unread' | 'bare';
type Goal = 'unread' | 'uncoded';

const tests: Readonly<Record<Shown, (row: ArticleCoverage) => boolean>> = {
  all: () => true,
  'never-opened': (row) => !row.wasOpened,
  unread: (row) => row.unreadParagraphs > 0,
  bare: (row) => row.highlights + row.elsewhere === 0,
};

/** How much of every article is read and coded; a row opens its first paragraph that is not. */
export function CoveragePage({ analysis }: { readonly analysis: Analysis }) {
  const { t } = useLingui();
  const [analystId, setAnalystId] = useState<AnalystId | 'everybody'>('everybody');
  const [shown, setShown] = useState<Shown>('all');
  const [goal, setGoal] = useState<Goal>('unread');
  const { rows, measures, readers } = useCoverage(analysis, analystId === 'everybody' ? null : analystId);
  const columns = useCoverageColumns();
  const listed = useMemo(() => rows.filter(tests[shown]), [rows, shown]);
  const totals = useMemo(() => sumCoverage(rows), [rows]);
  if (analysis.articles.length === 0)
    return (
      <EmptyState icon={BookOpen} title={t`Nothing to measure yet`}>
        <Trans>Import articles, and you see here how much of each is read and coded.</Trans>
      </EmptyState>
    );
  return (
    <>
      <div className={styles.choices}>
        <Select
          label={t`Show`}
          value={shown}
          options={[
            { value: 'all', label: t`all articles` },
            { value: 'never-opened', label: t`never opened` },
            { value: 'unread', label: t`with paragraphs never read` },
            { value: 'bare', label: t`without a highlight` },
          ]}
          onChange={setShown}
        />
        <Select
          label={t`Read and coded by`}
          value={analystId as string}
          options={[
            { value: 'everybody', label: t`anybody` },
            ...readers.map((id) => ({ value: id as string, label: analysis.nameOf(id) })),
          ]}
          onChange={(value) => setAnalystId(readers.find((id) => id === value) ?? 'everybody')}
        />
        <Select
          label={t`A row opens`}
          value={goal}
          options={[
            { value: 'unread', label: t`the first paragraph never read` },
            { value: 'uncoded', label: t`the first paragraph not coded` },
          ]}
          onChange={setGoal}
        />
      </div>
      <div className={styles.line}>
        <CoverageTotalsLine totals={totals} />
        <span className={styles.gap} />
        <SaveTable table={() => ({ name: t`coverage`, rows: coverageToRows(listed) })} />
      </div>
      <MeasuringBar measures={measures} />
      <DataTable
        label={t`Coverage of the articles`}
        columns={columns}
        rows={listed}
        keyOf={({ article }) => article.id}
        least={56}
        none={t`There is no such article.`}
        onOpen={({ article, firstUnread, firstUncoded }) =>
          openArticle(article.id, goal === 'unread' ? firstUnread : firstUncoded)
        }
      />
    </>
  );
}
