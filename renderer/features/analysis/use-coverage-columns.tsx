import { useLingui } from '@lingui/react/macro';
import { useCallback, useMemo } from 'react';
import type { ArticleCoverage } from '#core/analysis/coverage.ts';
import type { DataColumn } from '#ui/DataTable.tsx';
import styles from './Coverage.module.css';

/** Says a share in percent; a dash when there is nothing to share. */
export function usePercent(): (part: number, whole: number) => string {
  const { i18n } = useLingui();
  return useCallback(
    (part, whole) =>
      whole === 0 ? '–' : i18n.number(part / whole, { style: 'percent', maximumFractionDigits: 1 }),
    [i18n],
  );
}

/** The columns of the coverage of articles. */
export function useCoverageColumns(): readonly DataColumn<ArticleCoverage>[] {
  const { t } = useLingui();
  const percent = usePercent();
  return useMemo(() => {
    const share = (part: number, whole: number) => (
      <span className={styles.share}>
        {percent(part, whole)}
        <span className={styles.track} aria-hidden="true">
          <span className={styles.fill} style={{ width: `${whole === 0 ? 0 : (part / whole) * 100}%` }} />
        </span>
      </span>
    );
    return [
      {
        key: 'article',
        label: t`Article`,
        width: 'minmax(14rem, 3fr)',
        cell: ({ article }) => article.title.value,
        sortBy: ({ article }) => article.title.value,
      },
      {
        key: 'read',
        label: t`Read`,
        width: 'minmax(7rem, 1fr)',
        isNumber: true,
        cell: (row) => (row.wasOpened ? share(row.read, row.bodyLength) : t`never opened`),
        sortBy: (row) => (row.wasOpened ? shareOf(row.read, row.bodyLength) : -1),
      },
      {
        key: 'unread',
        label: t`Paragraphs never read`,
        width: 'minmax(8rem, 1fr)',
        isNumber: true,
        cell: (row) => t`${row.unreadParagraphs} of ${row.paragraphs}`,
        sortBy: (row) => row.unreadParagraphs,
      },
      {
        key: 'coded',
        label: t`Coded`,
        width: 'minmax(7rem, 1fr)',
        isNumber: true,
        cell: (row) => share(row.coded, row.bodyLength),
        sortBy: (row) => shareOf(row.coded, row.bodyLength),
      },
      {
        key: 'uncoded',
        label: t`Paragraphs not coded`,
        width: 'minmax(8rem, 1fr)',
        isNumber: true,
        cell: (row) => t`${row.uncodedParagraphs} of ${row.paragraphs}`,
        sortBy: (row) => row.uncodedParagraphs,
      },
      {
        key: 'highlights',
        label: t`Highlights`,
        width: 'minmax(7rem, 0.8fr)',
        isNumber: true,
        cell: ({ highlights, elsewhere }) =>
          elsewhere === 0 ? highlights : t`${highlights}, and ${elsewhere} on an older text`,
        sortBy: ({ highlights, elsewhere }) => highlights + elsewhere,
      },
    ];
  }, [t, percent]);
}

/** Coverage as the rows of a table for other programs; columns are named alike in every language. */
export function coverageToRows(rows: readonly ArticleCoverage[]): string[][] {
  return [
    [
      'article_id',
      'title',
      'opened',
      'body_characters',
      'read_characters',
      'coded_characters',
      'paragraphs',
      'paragraphs_never_read',
      'paragraphs_not_coded',
      'highlights',
      'highlights_on_older_text',
    ],
    ...rows.map((row) => [
      row.article.id,
      row.article.title.value,
      row.wasOpened ? 'yes' : 'no',
      String(row.bodyLength),
      String(row.read),
      String(row.coded),
      String(row.paragraphs),
      String(row.unreadParagraphs),
      String(row.uncodedParagraphs),
      String(row.highlights),
      String(row.elsewhere),
    ]),
  ];
}

function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
