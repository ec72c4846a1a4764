import { useLingui } from '@lingui/react/macro';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import type { SortKey } from '#core/library/list-articles.ts';
import styles from './Library.module.css';
import { libraryList } from './library-list.ts';

/** The heads of the library's table; pressing one sorts by it, pressing again turns the order. */
export function ColumnHeads() {
  const { t } = useLingui();
  const { sorting } = useStore(libraryList);
  const heads: [SortKey, string][] = [
    ['title', t`Title`],
    ['source', t`Publisher via carrier`],
    ['date', t`Date as stated`],
    ['language', t`Language`],
    ['status', t`Status`],
  ];
  const head = ([key, label]: [SortKey, string]) => {
    const isSorted = sorting.key === key;
    const Arrow = sorting.descending ? ArrowDown : ArrowUp;
    return (
      <Button
        key={key}
        className={styles.sort ?? ''}
        data-sorted={isSorted || undefined}
        aria-label={isSorted ? t`${label}: turn the order` : t`Sort by ${label}`}
        onPress={() =>
          libraryList.setState({ sorting: { key, descending: isSorted ? !sorting.descending : false } })
        }
      >
        {label}
        {isSorted && <Arrow size={12} aria-hidden="true" />}
      </Button>
    );
  };
  return (
    <div className={`${styles.columns} ${styles.head}`}>
      <span />
      {heads.map(head)}
      <span className={styles.sort}>{t`Tags`}</span>
      {head(['highlights', t`Highlights`])}
    </div>
  );
}
