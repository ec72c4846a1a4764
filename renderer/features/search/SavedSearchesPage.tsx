import { useLingui } from '@lingui/react/macro';
import { Inbox } from 'lucide-react';
import { Group, useDefaultLayout } from 'react-resizable-panels';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Pane, PaneDivider } from '#ui/Pane.tsx';
import { InboxPane } from './InboxPane.tsx';
import { SavedSearchList } from './SavedSearchList.tsx';
import { useSavedDesk } from './saved-desk.ts';
import { useSavedSearches } from './use-inboxes.ts';

/** Searches that are kept, and what they found since they were last looked at. */
export function SavedSearchesPage() {
  const { t } = useLingui();
  const searches = useSavedSearches();
  const openId = useSavedDesk((desk) => desk.openId);
  const columns = useDefaultLayout({ id: 'saved-search-columns', panelIds: ['searches', 'inbox'] });
  if (searches === undefined) return null;
  if (searches.length === 0)
    return (
      <EmptyState icon={Inbox} title={t`No search is saved yet`}>
        <p>
          {t`Search for something, then press the bookmark above its results, or Ctrl+D. A saved search shows what it newly finds each time articles come in.`}
        </p>
      </EmptyState>
    );
  const open = searches.find(({ search }) => search.id === openId) ?? null;
  return (
    <Group id="saved-search-columns" {...columns}>
      <Pane id="searches" defaultSize="30%" minSize="14rem" ground="surface">
        <SavedSearchList searches={searches} openId={open?.search.id ?? null} />
      </Pane>
      <PaneDivider label={t`Width of the list of saved searches`} />
      <Pane id="inbox" minSize="22rem">
        {open === null ? (
          <EmptyState icon={Inbox} title={t`Choose a saved search`}>
            <p>{t`Its new hits are shown here, to be accepted, dismissed or tagged.`}</p>
          </EmptyState>
        ) : (
          <InboxPane key={open.search.id} shown={open} />
        )}
      </Pane>
    </Group>
  );
}
