import { Plural, useLingui } from '@lingui/react/macro';
import { SearchX } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { ArticleId } from '#core/ids.ts';
import type { ListedArticle } from '#core/library/list-articles.ts';
import { useSession } from '#state/session.ts';
import { openArticle } from '#state/workspace.ts';
import { ActionMenu } from '#ui/ActionMenu.tsx';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { VirtualList } from '#ui/VirtualList.tsx';
import { ArticleFilters } from './ArticleFilters.tsx';
import { ArticleRow } from './ArticleRow.tsx';
import { commitFlag, commitStatus } from './article-deeds.ts';
import { ColumnHeads } from './ColumnHeads.tsx';
import styles from './Library.module.css';
import { useTagsById } from './use-articles.ts';
import { useLibraryList } from './use-library-list.ts';
import { useStatusWords } from './use-status-words.ts';

type LibraryScreenProps = {
  /** What stands there while there is no article at all. */
  readonly firstStart: ReactNode;
  readonly onImport: () => void;
};

const rowHeight = 42;

/** All articles in a table: sort, filter, open, and set the status of one or many. */
export function LibraryScreen({ firstStart, onImport }: LibraryScreenProps) {
  const { t } = useLingui();
  const list = useLibraryList();
  const tags = useTagsById();
  const [chosen, setChosen] = useState<ArticleId | null>(null);
  const [picked, setPicked] = useState<ReadonlySet<ArticleId>>(new Set());
  const session = useSession();
  if (list === undefined) return null;
  if (list.all.length === 0) return firstStart;

  const { all, shown } = list;
  const chosenIndex = shown.findIndex(({ article }) => article.id === chosen);
  const meant = () => {
    const listed = shown.filter(({ article }) => picked.has(article.id)).map(({ article }) => article.id);
    return listed.length > 0 || chosen === null ? listed : [chosen];
  };
  const togglePick = (id: ArticleId) => {
    const next = new Set(picked);
    if (!next.delete(id)) next.add(id);
    setPicked(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'r') commitStatus(session, meant(), 'read');
    else if (event.key === 'u') commitStatus(session, meant(), 'unread');
    else if (event.key === 'f') commitFlag(session, meant());
    else if (event.key === ' ' && chosen !== null) togglePick(chosen);
    else return;
    event.preventDefault();
  };
  const pickBox = ({ article }: ListedArticle) => (
    <input
      type="checkbox"
      checked={picked.has(article.id)}
      aria-label={t`Pick ${article.title.value}`}
      tabIndex={-1}
      onClick={(event) => event.stopPropagation()}
      onChange={() => togglePick(article.id)}
    />
  );
  return (
    <section className={styles.screen} aria-label={t`Library`}>
      <div className={styles.tools}>
        <ArticleFilters articles={all} tags={tags} />
        <span className={styles.grow} />
        <PickedMenu ids={meant()} />
        <span className={styles.count} role="status">
          <Plural value={shown.length} one="# article" other="# articles" />
        </span>
        <Button variant="primary" onPress={onImport}>{t`Import files…`}</Button>
      </div>
      <ColumnHeads />
      {shown.length === 0 ? (
        <EmptyState icon={SearchX} title={t`No article passes these filters`}>
          {t`Clear a filter to see more.`}
        </EmptyState>
      ) : (
        <VirtualList
          label={t`Articles`}
          items={shown}
          keyOf={({ article }) => article.id}
          rowHeight={rowHeight}
          chosenIndex={chosenIndex}
          onChoose={(index) => setChosen(shown[index]?.article.id ?? null)}
          onOpen={(index) => {
            const opened = shown[index];
            if (opened !== undefined) openArticle(opened.article.id);
          }}
          onKeyDown={onKeyDown}
          renderRow={(listed) => <ArticleRow listed={listed} tags={tags} pick={pickBox(listed)} />}
        />
      )}
    </section>
  );
}

/** What can be done with the picked articles, or the one under the cursor. */
function PickedMenu({ ids }: { readonly ids: readonly ArticleId[] }) {
  const { t } = useLingui();
  const session = useSession();
  const statuses = useStatusWords();
  if (ids.length === 0) return null;
  const status = (['unread', 'reading', 'read'] as const).map((value) => ({
    id: value,
    label: t`Mark as ${statuses[value]}`,
    onAction: () => commitStatus(session, ids, value),
  }));
  const flag = {
    id: 'flag',
    label: t`Flag, or take the flag away`,
    onAction: () => commitFlag(session, ids),
  };
  return (
    <ActionMenu label={t`Chosen articles`} actions={[...status, flag]}>
      <Plural value={ids.length} one="# chosen ▾" other="# chosen ▾" />
    </ActionMenu>
  );
}
