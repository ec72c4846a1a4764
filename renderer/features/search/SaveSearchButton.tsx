import { useLingui } from '@lingui/react/macro';
import { BookmarkCheck, BookmarkPlus } from 'lucide-react';
import { useStore } from 'zustand';
import { sameRecord } from '#core/history/same-record.ts';
import { askOf } from '#core/search/saved-searches.ts';
import { useLook } from '#state/workspace.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { askNow, askToSave, openSavedSearch } from './saved-desk.ts';
import { searchEngine } from './search-engine.ts';
import { useSavedSearches } from './use-inboxes.ts';

/** Saves the search whose results are shown; one that is saved is opened instead. Not before the index is whole. */
export function SaveSearchButton() {
  const { t } = useLingui();
  const query = useLook((state) => state.query);
  const options = useStore(searchEngine, (state) => state.options);
  const isWhole = useStore(searchEngine, (state) => state.client !== null && state.progress === null);
  const searches = useSavedSearches();
  const asked = { query: query.trim(), ...options };
  const saved = searches?.find(({ search }) => sameRecord(askOf(search), askOf(asked)))?.search;
  if (saved !== undefined) {
    const { name } = saved;
    return (
      <IconButton
        label={t`Saved as “${name}”: show its new hits`}
        icon={BookmarkCheck}
        size="small"
        onPress={() => openSavedSearch(saved.id)}
      />
    );
  }
  return (
    <IconButton
      label={isWhole ? t`Save this search` : t`Save this search, once the index is built`}
      icon={BookmarkPlus}
      size="small"
      isDisabled={!isWhole || askNow() === null}
      onPress={askToSave}
    />
  );
}
