import { useLingui } from '@lingui/react/macro';
import { SearchX } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { ArticleId } from '#core/ids.ts';
import type { KeyCommandId } from '#core/keys/key-commands.ts';
import { meantArticles } from '#core/library/list-texts.ts';
import { pressedCommand } from '#state/keys.ts';
import { look, openArticle } from '#state/workspace.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { VirtualList } from '#ui/VirtualList.tsx';
import { ArticleRow } from './ArticleRow.tsx';
import { ColumnHeads } from './ColumnHeads.tsx';
import styles from './Library.module.css';
import { LibraryTools } from './LibraryTools.tsx';
import { toggleCarriers } from './library-list.ts';
import { type ArticlesInList, useLibraryList } from './use-library-list.ts';
import { type MarkArticles, type Meant, useMarkArticles } from './use-mark-articles.ts';
import { type Picking, usePicking } from './use-picking.ts';

type LibraryScreenProps = {
  /** What stands there while there is no article at all. */
  readonly firstStart: ReactNode;
  readonly onImport: () => void;
};

const rowHeight = 42;

/** All articles in a table: sort, filter, open, and set the status of one or many. */
export function LibraryScreen({ firstStart, onImport }: LibraryScreenProps) {
  const list = useLibraryList();
  if (list === undefined) return null;
  return list.all.length === 0 ? firstStart : <ArticleTable list={list} onImport={onImport} />;
}

type ArticleTableProps = { readonly list: ArticlesInList; readonly onImport: () => void };

function ArticleTable({ list, onImport }: ArticleTableProps) {
  const { t } = useLingui();
  const marks = useMarkArticles();
  const [chosen, setChosen] = useState<ArticleId | null>(() => look.getState().articleId);
  const { shown, tags } = list;
  const ids = shown.map(({ listed }) => listed.article.id);
  const picking = usePicking(ids);
  const chosenIndex = chosen === null ? -1 : ids.indexOf(chosen);
  const rows = picking.picked.length > 0 || chosenIndex === -1 ? picking.picked : [chosen as ArticleId];
  const meant = { ids: meantArticles(shown, rows, list.passing), rows: rows.length };
  const choose = (index: number) => setChosen(ids[Math.min(Math.max(0, index), ids.length - 1)] ?? null);
  const open = (index: number) => {
    const id = ids[index];
    if (id !== undefined) openArticle(id);
  };
  const unfold = () => {
    const row = shown[chosenIndex];
    if (row === undefined || row.place === 'only') return;
    toggleCarriers(row.group);
    // The row the text is listed as stays, the others go.
    const first = shown.find(({ group }) => group === row.group);
    setChosen(first?.listed.article.id ?? null);
  };
  const keys: Keys = { meant, chosen, chosenIndex, choose, unfold, picking, marks };
  return (
    <section className={styles.screen} aria-label={t`Library`}>
      <LibraryTools list={list} meant={meant} onImport={onImport} />
      <div className={styles.table}>
        <div className={styles.sheet}>
          <ColumnHeads picking={picking} listedCount={shown.length} />
          {shown.length === 0 ? (
            <EmptyState icon={SearchX} title={t`No article passes these filters`}>
              {t`Clear a filter to see more.`}
            </EmptyState>
          ) : (
            <VirtualList
              label={t`Articles`}
              items={shown}
              keyOf={({ listed }) => listed.article.id}
              rowHeight={rowHeight}
              chosenIndex={chosenIndex}
              onChoose={choose}
              onOpen={open}
              onKeyDown={(event) => answerKey(event, keys)}
              isPicked={({ listed }) => picking.isPicked(listed.article.id)}
              renderRow={(row) => (
                <ArticleRow
                  row={row}
                  tags={tags}
                  isPicked={picking.isPicked(row.listed.article.id)}
                  onPick={(through) => picking.toggle(row.listed.article.id, through)}
                />
              )}
            />
          )}
        </div>
      </div>
    </section>
  );
}

type Keys = {
  readonly meant: Meant;
  readonly chosen: ArticleId | null;
  readonly chosenIndex: number;
  readonly choose: (index: number) => void;
  /** Show or hide the other carriers of the text under the cursor. */
  readonly unfold: () => void;
  readonly picking: Picking;
  readonly marks: MarkArticles;
};

/** The keys of the table besides those that move through it. */
function answerKey(event: KeyboardEvent, keys: Keys): void {
  const { meant, chosen, chosenIndex, choose, unfold, picking, marks } = keys;
  const deeds: Partial<Record<KeyCommandId, () => void>> = {
    'library.read': () => marks.setStatus(meant, 'read'),
    'library.unread': () => marks.setStatus(meant, 'unread'),
    'library.flag': () => marks.flag(meant),
    'library.carriers': unfold,
    'library.pick': () => chosen !== null && picking.toggle(chosen, event.shiftKey),
    'library.pick-all': picking.pickAll,
    'article.next': () => choose(chosenIndex + 1),
    'article.previous': () => choose(chosenIndex - 1),
  };
  const id = pressedCommand(event.nativeEvent, 'library');
  const deed = event.key === 'Escape' ? picking.clear : id === null ? undefined : deeds[id];
  if (deed === undefined) return;
  event.preventDefault();
  deed();
}
