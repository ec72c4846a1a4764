import { useLingui } from '@lingui/react/macro';
import { Grid3x3 } from 'lucide-react';
import { EmptyState } from '#ui/EmptyState.tsx';

/** Many terms searched in one go: which article has which, how often. */
export function BatchPage() {
  const { t } = useLingui();
  return (
    <EmptyState icon={Grid3x3} title={t`Many names in one go`}>
      <p>{t`Paste a list, one name a line.`}</p>
    </EmptyState>
  );
}
