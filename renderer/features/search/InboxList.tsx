import { useLingui } from '@lingui/react/macro';
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components';
import type { ArticleId } from '#core/ids.ts';
import type { SavedSearch } from '#core/search/saved-search.ts';
import { useSession } from '#state/session.ts';
import { openArticle } from '#state/workspace.ts';
import { FoundRow } from './FoundRow.tsx';
import styles from './Saved.module.css';
import { savedDesk, useSavedDesk } from './saved-desk.ts';
import { useHitRows } from './use-hit-rows.ts';

type InboxListProps = {
  readonly search: SavedSearch;
  readonly articleIds: readonly ArticleId[];
  readonly onKeyDown: (event: globalThis.KeyboardEvent) => void;
};

/** A first guess in pixels; each row is measured once it is drawn. */
const layout = { estimatedRowHeight: 110 };

/** Articles a saved search found, each with its lines; several can be chosen, Enter opens one at its first hit. */
export function InboxList({ search, articleIds, onKeyDown }: InboxListProps) {
  const { t } = useLingui();
  const { db } = useSession();
  const chosen = useSavedDesk((desk) => desk.chosen);
  const found = useLiveQuery(() => db.articles.bulkGet([...articleIds]), [db, articleIds]);
  const hits = useHitRows(search, articleIds);
  const rows = useMemo(
    () =>
      (found ?? []).flatMap((article) =>
        article === undefined ? [] : [{ id: article.id, article, row: hits.get(article.id) ?? null }],
      ),
    [found, hits],
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the list inside.
    <div className={styles.inbox} onKeyDown={(event) => onKeyDown(event.nativeEvent)}>
      <Virtualizer layout={ListLayout} layoutOptions={layout}>
        <ListBox
          className={styles.list ?? ''}
          aria-label={t`What was found`}
          items={rows}
          selectionMode="multiple"
          selectionBehavior="replace"
          selectedKeys={chosen}
          onSelectionChange={(keys) =>
            savedDesk.setState({ chosen: new Set(keys === 'all' ? articleIds : (keys as Set<ArticleId>)) })
          }
          onAction={(key) => openArticle(key as ArticleId, hits.get(key as ArticleId)?.positions[0] ?? null)}
        >
          {({ id, article, row }) => (
            // Letters are commands here: without a text there is no typing ahead.
            <ListBoxItem id={id} className={styles.row ?? ''} textValue="">
              <FoundRow article={article} row={row} />
            </ListBoxItem>
          )}
        </ListBox>
      </Virtualizer>
    </div>
  );
}
