import { useLingui } from '@lingui/react/macro';
import { Inbox } from 'lucide-react';
import { EmptyState } from '#ui/EmptyState.tsx';

/** Searches that are kept, and what they found since they were last looked at. */
export function SavedSearchesPage() {
  const { t } = useLingui();
  return (
    <EmptyState icon={Inbox} title={t`No search is saved yet`}>
      <p>{t`A saved search shows what it finds in the articles that come in.`}</p>
    </EmptyState>
  );
}
