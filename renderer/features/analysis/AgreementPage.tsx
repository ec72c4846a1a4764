import { Trans, useLingui } from '@lingui/react/macro';
import { Users } from 'lucide-react';
import { useMemo } from 'react';
import { EmptyState } from '#ui/EmptyState.tsx';
import { AgreementChoices } from './AgreementChoices.tsx';
import { AgreementReportView } from './AgreementReportView.tsx';
import styles from './AnalysisScreen.module.css';
import { MeasuringBar } from './MeasuringBar.tsx';
import { useAgreement } from './use-agreement.ts';
import type { Analysis } from './use-analysis.ts';

/** How far two analysts agree in their codings of the same articles, and where they do not. */
export function AgreementPage({ analysis }: { readonly analysis: Analysis }) {
  const { t } = useLingui();
  const analysts = useMemo(() => analysis.analystIds.filter((id) => id !== null), [analysis]);
  if (analysts.length < 2)
    return (
      <EmptyState icon={Users} title={t`It takes two to agree`}>
        <Trans>
          When the work of another analyst on the same articles is here (imported as a bundle or a coding
          project), you can compare the two codings: percent agreement, Cohen’s kappa and Krippendorff’s
          alpha, and every place where they differ.
        </Trans>
      </EmptyState>
    );
  return <Comparing analysis={analysis} analysts={analysts} />;
}

function Comparing({ analysis, analysts }: Parameters<typeof useAgreement>[0]) {
  const { t } = useLingui();
  const agreement = useAgreement({ analysis, analysts });
  const { compared, report, articles } = agreement;
  return (
    <>
      <AgreementChoices analysis={analysis} analysts={analysts} agreement={agreement} />
      <MeasuringBar measures={compared} />
      {articles.length === 0 ? (
        <p className={styles.hint}>
          {t`There is no article that both have marked. Choose others, or compare the articles that either has marked.`}
        </p>
      ) : (
        report !== null && <AgreementReportView analysis={analysis} agreement={agreement} report={report} />
      )}
    </>
  );
}
