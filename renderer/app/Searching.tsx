import { useLingui } from '@lingui/react/macro';
import { useLiveQuery } from 'dexie-react-hooks';
import { useRecentTags } from '#features/reader/recent-tags.ts';
import { TagPicker } from '#features/reader/TagPicker.tsx';
import { BatchPage } from '#features/search/BatchPage.tsx';
import { ConcordancePage } from '#features/search/ConcordancePage.tsx';
import { SavedSearchesPage } from '#features/search/SavedSearchesPage.tsx';
import { SearchScreen } from '#features/search/SearchScreen.tsx';
import type { RenderTagPicker } from '#features/search/TagLinesDialog.tsx';
import { useNewHitCount } from '#features/search/use-inboxes.ts';
import { useSession } from '#state/session.ts';
import { listTags } from '#storage/tags.ts';

/** The search screen with what the other features bring to its pages. */
export function Searching() {
  const { t } = useLingui();
  const newHits = useNewHitCount();
  return (
    <SearchScreen
      pages={[
        {
          id: 'concordance',
          label: t`Concordance`,
          content: () => <ConcordancePage renderTagPicker={(picker) => <LineTagPicker {...picker} />} />,
        },
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

/** The reader's box for tags, for lines of a concordance. */
function LineTagPicker({ label, onChoose, onClose }: Parameters<RenderTagPicker>[0]) {
  const { t } = useLingui();
  const { db } = useSession();
  const tags = useLiveQuery(() => listTags(db), [db]) ?? [];
  const recent = useRecentTags();
  return (
    <TagPicker
      tags={tags}
      recent={recent}
      label={label}
      placeholder={t`Find a tag, or make one`}
      applied={[]}
      takesFocus
      onChoose={onChoose}
      onEmpty={onClose}
      onClose={onClose}
    />
  );
}
