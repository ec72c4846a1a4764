import { useLingui } from '@lingui/react/macro';
import { BatchPage } from '#features/search/BatchPage.tsx';
import { ConcordancePage } from '#features/search/ConcordancePage.tsx';
import { SavedSearchesPage } from '#features/search/SavedSearchesPage.tsx';
import { SearchScreen } from '#features/search/SearchScreen.tsx';

/** The search screen with what the other features bring to its pages. */
export function Searching() {
  const { t } = useLingui();
  return (
    <SearchScreen
      pages={[
        { id: 'concordance', label: t`Concordance`, content: () => <ConcordancePage /> },
        { id: 'saved', label: t`Saved searches`, content: () => <SavedSearchesPage /> },
        { id: 'batch', label: t`Batch`, content: () => <BatchPage /> },
      ]}
    />
  );
}
