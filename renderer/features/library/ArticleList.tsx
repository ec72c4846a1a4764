import { useLingui } from '@lingui/react/macro';
import { Library } from 'lucide-react';
import { useStore } from 'zustand';
import { openArticle, useLook } from '#state/workspace.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { TextField } from '#ui/TextField.tsx';
import { VirtualList } from '#ui/VirtualList.tsx';
import { CompactArticleRow } from './ArticleRow.tsx';
import styles from './Library.module.css';
import { libraryList } from './library-list.ts';
import { useLibraryList } from './use-library-list.ts';

const rowHeight = 68;

/** The library as a narrow list beside the reader; the row under the cursor keys is read at once. */
export function ArticleList() {
  const { t } = useLingui();
  const list = useLibraryList();
  const { filter } = useStore(libraryList);
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
      <div className={styles.sideTools}>
        <TextField
          label={t`Filter the list`}
          hideLabel
          type="search"
          placeholder={t`Filter the list`}
          value={filter.text}
          onChange={(text) => libraryList.setState({ filter: { ...filter, text } })}
        />
      </div>
      <VirtualList
        label={t`Articles`}
        items={list.shown}
        keyOf={({ article }) => article.id}
        rowHeight={rowHeight}
        chosenIndex={list.shown.findIndex(({ article }) => article.id === open)}
        onChoose={(index) => {
          const chosen = list.shown[index];
          if (chosen !== undefined) openArticle(chosen.article.id);
        }}
        renderRow={(listed) => <CompactArticleRow listed={listed} />}
      />
    </div>
  );
}
