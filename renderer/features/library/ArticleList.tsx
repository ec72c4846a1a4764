import { useLingui } from '@lingui/react/macro';
import { Library, SearchX } from 'lucide-react';
import { useStore } from 'zustand';
import { isNarrowed, noFilter } from '#core/library/list-articles.ts';
import { pressedCommand } from '#state/keys.ts';
import { openArticle, useLook } from '#state/workspace.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { TextField } from '#ui/TextField.tsx';
import { VirtualList } from '#ui/VirtualList.tsx';
import { CompactArticleRow } from './ArticleRow.tsx';
import styles from './Library.module.css';
import { ListCount } from './ListCount.tsx';
import { libraryList, toggleCarriers } from './library-list.ts';
import { type ArticlesInList, useLibraryList } from './use-library-list.ts';

const rowHeight = 68;

/** The library as a narrow list beside the reader; the row under the cursor keys is read at once. */
export function ArticleList() {
  const { t } = useLingui();
  const list = useLibraryList();
  const open = useLook((state) => state.articleId);
  if (list === undefined) return null;
  if (list.all.length === 0)
    return (
      <EmptyState icon={Library} title={t`No articles yet`}>
        {t`Import some in the library.`}
      </EmptyState>
    );
  return (
    <div className={styles.side}>
      <SideTools list={list} />
      {list.shown.length === 0 ? (
        <EmptyState icon={SearchX} title={t`No article passes these filters`}>
          {t`Clear a filter to see more.`}
        </EmptyState>
      ) : (
        <VirtualList
          label={t`Articles`}
          items={list.shown}
          keyOf={({ listed }) => listed.article.id}
          rowHeight={rowHeight}
          chosenIndex={list.shown.findIndex(({ listed }) => listed.article.id === open)}
          onChoose={(index) => {
            const chosen = list.shown[index];
            if (chosen !== undefined) openArticle(chosen.listed.article.id);
          }}
          onKeyDown={(event) => {
            const row = list.shown.find(({ listed }) => listed.article.id === open);
            if (row === undefined || pressedCommand(event.nativeEvent, 'library') !== 'library.carriers')
              return;
            event.preventDefault();
            if (row.place !== 'only') toggleCarriers(row.group);
          }}
          renderRow={(row) => <CompactArticleRow row={row} />}
        />
      )}
    </div>
  );
}

/** The filter by words; the library's other filters hold here too, so the list says when it is not whole. */
function SideTools({ list }: { readonly list: ArticlesInList }) {
  const { t } = useLingui();
  const { filter } = useStore(libraryList);
  return (
    <div className={styles.sideTools}>
      <TextField
        label={t`Filter the list`}
        hideLabel
        type="search"
        placeholder={t`Filter the list`}
        value={filter.text}
        onChange={(text) => libraryList.setState({ filter: { ...filter, text } })}
      />
      {isNarrowed(filter) && (
        <div className={styles.narrowed}>
          <span role="status">
            <ListCount list={list} />
          </span>
          <Button
            variant="quiet"
            size="small"
            onPress={() => libraryList.setState({ filter: noFilter })}
          >{t`Show all`}</Button>
        </div>
      )}
    </div>
  );
}
