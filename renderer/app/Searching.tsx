import { useLingui } from '@lingui/react/macro';
import { BatchPage } from '#features/search/BatchPage.tsx';
import { ConcordancePage } from '#features/search/ConcordancePage.tsx';
import { SavedSearchesPage } from '#features/search/SavedSearchesPage.tsx';
import { SearchScreen } from '#features/search/SearchScreen.tsx';
import { useNewHitCount } from '#features/search/use-inboxes.ts';

/** The search screen with what the other features bring to its pages. */
export function Searching() {
  const { t } = useLingui();
  const newHits = useNewHitCount();
  return (
    <SearchScreen
      pages={[
        { id: 'concordance', label: t`Concordance`, content: () => <ConcordancePage /> },
        {
          id: 'saved',
          label: newHits === 0 ? t`Saved searches` : t`Saved searches (${newHits} new)`,
          content: () => <SavedSearchesPage />,
        },
        { id: 'batch', label: t`Batch`, content: () => <BatchPage /> },
      ]}
    />
  );
}
