import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { AgreementReport, Disagreement } from '#core/analysis/agreement.ts';
import { byArticle } from '#core/analysis/coverage.ts';
import { tagPathText } from '#core/codebook/tag-tree.ts';
import { overlaps } from '#core/text/span.ts';
import { openArticle } from '#state/workspace.ts';
import { type DataColumn, DataTable } from '#ui/DataTable.tsx';
import { TagDot } from '#ui/TagDot.tsx';
import styles from './Agreement.module.css';
import type { AgreementState } from './use-agreement.ts';
import type { Analysis } from './use-analysis.ts';

type DisagreementsProps = {
  readonly analysis: Analysis;
  readonly agreement: AgreementState;
  readonly report: AgreementReport;
  readonly names: { readonly first: string; readonly second: string };
};

const quotedLength = 160;

/** Every place where only one of the two gave a tag, side by side; a row opens it in its article. */
export function Disagreements({ analysis, agreement, report, names }: DisagreementsProps) {
  const { t } = useLingui();
  const { choice, compared } = agreement;
  const giversAt = useGivers(analysis, choice);
  const columns = useMemo((): DataColumn<Disagreement>[] => {
    const side = (by: 'first' | 'second', label: string): DataColumn<Disagreement> => ({
      key: by,
      label,
      width: 'minmax(11rem, 2fr)',
      cell: (row) => {
        if (row.by === by) {
          const text = compared.texts.get(row.articleId)?.slice(row.span.start, row.span.end) ?? '';
          return (
            <span className={styles.quote} dir="auto" title={text}>
              “{text.slice(0, quotedLength)}
              {text.length > quotedLength && '…'}”
            </span>
          );
        }
        const others = giversAt(row, by);
        return (
          <span className={styles.absent}>
            {others.length === 0 ? t`nothing here` : t`instead: ${others.join(', ')}`}
          </span>
        );
      },
    });
    return [
      {
        key: 'tag',
        label: t`Tag`,
        width: 'minmax(9rem, 1.2fr)',
        cell: ({ tagId }) => {
          const tag = analysis.tagById.get(tagId);
          return (
            <span className={styles.tag} title={tagPathText(tagId, analysis.tagById)}>
              {tag !== undefined && <TagDot color={tag.color} />}
              {tag?.name}
            </span>
          );
        },
        sortBy: ({ tagId }) => tagPathText(tagId, analysis.tagById),
      },
      side('first', names.first),
      side('second', names.second),
      {
        key: 'article',
        label: t`Article`,
        width: 'minmax(9rem, 1.4fr)',
        cell: ({ articleId }) => analysis.articleById.get(articleId)?.title.value ?? '',
        sortBy: ({ articleId }) => analysis.articleById.get(articleId)?.title.value ?? null,
      },
      {
        key: 'units',
        label: t`Units`,
        width: '5rem',
        isNumber: true,
        cell: ({ units }) => units,
        sortBy: ({ units }) => units,
      },
    ];
  }, [analysis, compared, giversAt, names.first, names.second, t]);
  const { length } = report.disagreements;
  return (
    <section>
      <h2 className={styles.title}>
        {plural(length, { one: '# place where they differ', other: '# places where they differ' })}
      </h2>
      <DataTable
        label={t`Where they differ`}
        columns={columns}
        rows={report.disagreements}
        keyOf={({ articleId, tagId, by, span }) => `${articleId} ${tagId} ${by} ${span.start}`}
        least={56}
        none={t`They agree everywhere.`}
        onOpen={({ articleId, span }) => openArticle(articleId, span)}
      />
    </section>
  );
}

/** Answers which tags one of the two gave at a place. */
function useGivers(analysis: Analysis, { first, second }: AgreementState['choice']) {
  return useMemo(() => {
    const passages = byArticle(analysis.passages, ({ highlight }) => highlight.anchor.articleId);
    return ({ articleId, span }: Disagreement, by: 'first' | 'second') => {
      const analystId = by === 'first' ? first : second;
      const there = (passages.get(articleId) ?? []).filter(
        ({ highlight }) => highlight.analystId === analystId && overlaps(highlight.anchor, span),
      );
      return [...new Set(there.flatMap(({ tags }) => tags.map(({ name }) => name)))];
    };
  }, [analysis, first, second]);
}
