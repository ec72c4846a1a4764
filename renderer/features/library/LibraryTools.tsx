import { Plural, useLingui } from '@lingui/react/macro';
import { ActionMenu } from '#ui/ActionMenu.tsx';
import { Button } from '#ui/Button.tsx';
import { ArticleFilters } from './ArticleFilters.tsx';
import styles from './Library.module.css';
import { ListCount } from './ListCount.tsx';
import type { ArticlesInList } from './use-library-list.ts';
import { type Meant, useMarkArticles } from './use-mark-articles.ts';
import { useStatusWords } from './use-status-words.ts';

type LibraryToolsProps = {
  readonly list: ArticlesInList;
  /** What a deed is done to: the picked articles, or the one under the cursor, with the carriers folded into them. */
  readonly meant: Meant;
  readonly onImport: () => void;
};

/** The bar above the table: filters, how many are listed, what can be done with those picked, import. */
export function LibraryTools({ list, meant, onImport }: LibraryToolsProps) {
  const { t } = useLingui();
  return (
    <div className={styles.tools}>
      <ArticleFilters articles={list.all} tags={list.tags} />
      <span className={styles.grow} />
      <MeantMenu meant={meant} />
      <span className={styles.count} role="status">
        <ListCount list={list} />
      </span>
      <Button variant="primary" onPress={onImport}>{t`Import files…`}</Button>
    </div>
  );
}

function MeantMenu({ meant }: { readonly meant: Meant }) {
  const { t } = useLingui();
  const marks = useMarkArticles();
  const statuses = useStatusWords();
  const { ids, rows } = meant;
  if (ids.length === 0) return null;
  const status = (['unread', 'reading', 'read'] as const).map((value) => ({
    id: value,
    label: t`Mark as ${statuses[value]}`,
    onAction: () => marks.setStatus(meant, value),
  }));
  const flag = {
    id: 'flag',
    label: t`Flag, or take the flag away`,
    onAction: () => marks.flag(meant),
  };
  return (
    <ActionMenu label={t`Chosen articles`} actions={[...status, flag]}>
      {rows < ids.length ? (
        <Plural value={ids.length} one="# with its carriers ▾" other="# with their carriers ▾" />
      ) : (
        <Plural value={ids.length} one="# chosen ▾" other="# chosen ▾" />
      )}
    </ActionMenu>
  );
}
