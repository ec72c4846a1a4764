import { Plural, useLingui } from '@lingui/react/macro';
import type { ArticleId } from '#core/ids.ts';
import { ActionMenu } from '#ui/ActionMenu.tsx';
import { Button } from '#ui/Button.tsx';
import { ArticleFilters } from './ArticleFilters.tsx';
import styles from './Library.module.css';
import { ListCount } from './ListCount.tsx';
import type { ArticlesInList } from './use-library-list.ts';
import { useMarkArticles } from './use-mark-articles.ts';
import { useStatusWords } from './use-status-words.ts';

type LibraryToolsProps = {
  readonly list: ArticlesInList;
  /** What a deed is done to: the picked articles, or the one under the cursor. */
  readonly meant: readonly ArticleId[];
  readonly onImport: () => void;
};

/** The bar above the table: filters, how many are listed, what can be done with those picked, import. */
export function LibraryTools({ list, meant, onImport }: LibraryToolsProps) {
  const { t } = useLingui();
  return (
    <div className={styles.tools}>
      <ArticleFilters articles={list.all} tags={list.tags} />
      <span className={styles.grow} />
      <MeantMenu ids={meant} />
      <span className={styles.count} role="status">
        <ListCount list={list} />
      </span>
      <Button variant="primary" onPress={onImport}>{t`Import files…`}</Button>
    </div>
  );
}

function MeantMenu({ ids }: { readonly ids: readonly ArticleId[] }) {
  const { t } = useLingui();
  const marks = useMarkArticles();
  const statuses = useStatusWords();
  if (ids.length === 0) return null;
  const status = (['unread', 'reading', 'read'] as const).map((value) => ({
    id: value,
    label: t`Mark as ${statuses[value]}`,
    onAction: () => marks.setStatus(ids, value),
  }));
  const flag = {
    id: 'flag',
    label: t`Flag, or take the flag away`,
    onAction: () => marks.flag(ids),
  };
  return (
    <ActionMenu label={t`Chosen articles`} actions={[...status, flag]}>
      <Plural value={ids.length} one="# chosen ▾" other="# chosen ▾" />
    </ActionMenu>
  );
}
