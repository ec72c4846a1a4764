import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { AgreementReport } from '#core/analysis/agreement.ts';
import { DataTable } from '#ui/DataTable.tsx';
import styles from './Agreement.module.css';
import screen from './AnalysisScreen.module.css';
import { agreementToRows, allTags, useAgreementColumns } from './agreement-columns.tsx';
import { Disagreements } from './Disagreements.tsx';
import { SaveTable } from './SaveTable.tsx';
import type { AgreementState } from './use-agreement.ts';
import type { Analysis } from './use-analysis.ts';

type AgreementReportViewProps = {
  readonly analysis: Analysis;
  readonly agreement: AgreementState;
  readonly report: AgreementReport;
};

/** The coefficients by tag, and every place where the two differ. */
export function AgreementReportView({ analysis, agreement, report }: AgreementReportViewProps) {
  const { t } = useLingui();
  const { choice, compared } = agreement;
  const names = { first: analysis.nameOf(choice.first), second: analysis.nameOf(choice.second) };
  const columns = useAgreementColumns(names);
  const rows = useMemo(
    () => [{ key: allTags, node: null, agreement: report.all }, ...report.tags.map(toRow)],
    [report],
  );
  const articles = plural(compared.articles.length, { one: '# article', other: '# articles' });
  const units = {
    character: plural(report.units, { one: '# character', other: '# characters' }),
    word: plural(report.units, { one: '# word', other: '# words' }),
    sentence: plural(report.units, { one: '# sentence', other: '# sentences' }),
    paragraph: plural(report.units, { one: '# paragraph', other: '# paragraphs' }),
  }[choice.unit];
  return (
    <>
      <div className={screen.line}>
        <span>
          {t`${units} in ${articles}, boilerplate left out. A tag is given to one when a highlight with it covers any of it. Alpha is Krippendorff’s for nominal data; his alpha for unitizing (αᵤ) is not computed.`}
        </span>
        <span className={screen.gap} />
        <SaveTable table={() => ({ name: t`agreement`, rows: agreementToRows(rows, analysis.tagById) })} />
      </div>
      {report.tags.length === 0 ? (
        <p className={screen.hint}>{t`Neither of them gave one of these tags in these articles.`}</p>
      ) : (
        <div className={styles.halves}>
          <DataTable
            label={t`Agreement by tag`}
            columns={columns}
            rows={rows}
            keyOf={({ key }) => key}
            least={52}
            none=""
          />
          <Disagreements analysis={analysis} agreement={agreement} report={report} names={names} />
        </div>
      )}
    </>
  );
}

function toRow({ node, agreement }: AgreementReport['tags'][number]) {
  return { key: node.tag.id as string, node, agreement };
}
