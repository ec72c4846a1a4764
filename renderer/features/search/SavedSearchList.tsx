import { Plural, useLingui } from '@lingui/react/macro';
import type { KeyboardEvent } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { SavedSearchId } from '#core/ids.ts';
import styles from './Saved.module.css';
import { openSavedSearch, runSavedSearch, savedDesk } from './saved-desk.ts';
import type { ShownSearch } from './use-inboxes.ts';
import { useSavedDeeds } from './use-saved-deeds.ts';

type SavedSearchListProps = {
  readonly searches: readonly ShownSearch[];
  readonly openId: SavedSearchId | null;
};

/** The saved searches with how much is new to each; Enter runs one, Delete takes it away, F2 renames it. */
export function SavedSearchList({ searches, openId }: SavedSearchListProps) {
  const { t } = useLingui();
  const deeds = useSavedDeeds();
  const find = (key: unknown) => searches.find(({ search }) => search.id === key)?.search;
  const onKeyDown = ({ key }: KeyboardEvent) => {
    const open = find(openId);
    if (open === undefined) return;
    if (key === 'Delete') deeds.drop(open);
    if (key === 'F2') savedDesk.setState({ asking: { kind: 'rename', search: open } });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the list inside.
    <div className={styles.searchList} onKeyDown={onKeyDown}>
      <ListBox
        className={styles.searches ?? ''}
        aria-label={t`Saved searches`}
        items={searches.map((shown) => ({ id: shown.search.id, shown }))}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={openId === null ? [] : [openId]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          const chosen = find(key);
          if (chosen !== undefined) openSavedSearch(chosen.id);
        }}
        onAction={(key) => {
          const chosen = find(key);
          if (chosen !== undefined) runSavedSearch(chosen);
        }}
      >
        {({ id, shown }) => (
          // Letters are commands here: without a text there is no typing ahead.
          <ListBoxItem id={id} className={styles.search ?? ''} textValue="">
            <Line shown={shown} />
          </ListBoxItem>
        )}
      </ListBox>
    </div>
  );
}

function Line({ shown: { search, newIds, total } }: { readonly shown: ShownSearch }) {
  const { t } = useLingui();
  return (
    <>
      <span className={styles.name} dir="auto">
        {search.name}
      </span>
      {newIds.length > 0 ? (
        <span className={styles.badge}>
          <Plural value={newIds.length} one="# new" other="# new" />
        </span>
      ) : (
        <span className={styles.soft}>{total === null ? t`…` : t`nothing new`}</span>
      )}
      {search.name !== search.query && (
        <span className={styles.query} dir="auto">
          {search.query}
        </span>
      )}
    </>
  );
}
