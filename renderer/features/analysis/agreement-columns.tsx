import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { Agreement } from '#core/analysis/agreement.ts';
import type { Coefficient } from '#core/analysis/coefficients.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { type TagNode, tagPathText } from '#core/codebook/tag-tree.ts';
import type { TagId } from '#core/ids.ts';
import type { DataColumn } from '#ui/DataTable.tsx';
import { TagDot } from '#ui/TagDot.tsx';
import styles from './Agreement.module.css';

/** The agreement on one tag; on all together without a node. */
export type AgreementRow = {
  readonly key: string;
  readonly node: TagNode | null;
  readonly agreement: Agreement;
};

/** The key of the row for all tags. */
export const allTags = 'all';

type Names = { readonly first: string; readonly second: string };

/** The columns of the agreement by tag. */
export function useAgreementColumns({ first, second }: Names): readonly DataColumn<AgreementRow>[] {
  const { t } = useLingui();
  return useMemo(() => {
    const count = (key: 'both' | 'first' | 'second' | 'neither', label: string) => ({
      key,
      label,
      width: 'minmax(5.5rem, 0.8fr)',
      isNumber: true,
      cell: ({ agreement }: AgreementRow) => agreement.counts[key],
      sortBy: ({ agreement }: AgreementRow) => agreement.counts[key],
    });
    const coefficient = (key: 'percent' | 'kappa' | 'alpha', label: string) => ({
      key,
      label,
      width: 'minmax(7rem, 1fr)',
      isNumber: true,
      cell: ({ agreement }: AgreementRow) => (
        <CoefficientText coefficient={agreement[key]} isPercent={key === 'percent'} />
      ),
      sortBy: ({ agreement }: AgreementRow) => (agreement[key].ok ? agreement[key].value : null),
    });
    return [
      {
        key: 'tag',
        label: t`Tag`,
        width: 'minmax(11rem, 2fr)',
        cell: ({ node }) =>
          node === null ? (
            <strong>{t`All tags together`}</strong>
          ) : (
            <span className={styles.tag} style={{ paddingInlineStart: `${node.depth * 0.8}rem` }}>
              <TagDot color={node.tag.color} />
              {node.tag.name}
            </span>
          ),
        sortBy: ({ node }) => node?.tag.name ?? null,
      },
      coefficient('percent', t`Agreement`),
      coefficient('kappa', t`Cohen’s kappa`),
      coefficient('alpha', t`Krippendorff’s alpha`),
      count('both', t`Both`),
      count('first', t`Only ${first}`),
      count('second', t`Only ${second}`),
      count('neither', t`Neither`),
    ];
  }, [t, first, second]);
}

type CoefficientTextProps = { readonly coefficient: Coefficient; readonly isPercent: boolean };

function CoefficientText({ coefficient, isPercent }: CoefficientTextProps) {
  const { t, i18n } = useLingui();
  if (coefficient.ok)
    return isPercent
      ? i18n.number(coefficient.value, { style: 'percent', maximumFractionDigits: 1 })
      : coefficient.value.toFixed(3);
  const reason =
    coefficient.reason === 'no-units'
      ? t`there is nothing to compare`
      : t`every decision is the same, so that chance alone explains it`;
  return (
    <span className={styles.undefined} title={reason}>
      {t`not defined`}
      <span className={styles.spoken}>: {reason}</span>
    </span>
  );
}

/** Agreement as the rows of a table for other programs; what is not defined says so. */
export function agreementToRows(rows: readonly AgreementRow[], byId: ReadonlyMap<TagId, Tag>): string[][] {
  const text = (coefficient: Coefficient) =>
    coefficient.ok ? coefficient.value.toFixed(6) : `not defined: ${coefficient.reason}`;
  return [
    [
      'tag',
      'percent_agreement',
      'cohen_kappa',
      'krippendorff_alpha_nominal',
      'both',
      'only_first',
      'only_second',
      'neither',
    ],
    ...rows.map(({ node, agreement: { counts, percent, kappa, alpha } }) => [
      node === null ? '(all)' : tagPathText(node.tag.id, byId),
      text(percent),
      text(kappa),
      text(alpha),
      String(counts.both),
      String(counts.first),
      String(counts.second),
      String(counts.neither),
    ]),
  ];
}
