import { useLingui } from '@lingui/react/macro';
import { AlignCenter } from 'lucide-react';
import { EmptyState } from '#ui/EmptyState.tsx';

/** Every place of a query, one above the other. */
export function ConcordancePage() {
  const { t } = useLingui();
  return (
    <EmptyState icon={AlignCenter} title={t`Every place of a word, one above the other`}>
      <p>{t`Type what to look for.`}</p>
    </EmptyState>
  );
}
