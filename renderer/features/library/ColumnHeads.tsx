import { useLingui } from '@lingui/react/macro';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useStore } from 'zustand';
import type { SortKey } from '#core/library/list-articles.ts';
import styles from './Library.module.css';
import { libraryList } from './library-list.ts';
import type { Picking } from './use-picking.ts';

/** Columns that are read from the most or the newest down. */
const downFirst: readonly SortKey[] = ['imported', 'highlights'];

type ColumnHeadsProps = { readonly picking: Picking; readonly listedCount: number };

/** The heads of the library's table; pressing one sorts by it, pressing again turns the order. */
export function ColumnHeads({ picking, listedCount }: ColumnHeadsProps) {
  const { t } = useLingui();
  const { sorting } = useStore(libraryList);
  const heads: [SortKey, string][] = [
    ['title', t`Title`],
    ['source', t`Publisher via carrier`],
    ['date', t`Date as stated`],
    ['language', t`Language`],
    ['status', t`Status`],
    ['tags', t`Tags`],
    ['highlights', t`Highlights`],
    ['imported', t`Imported`],
  ];
  const pickedCount = picking.picked.length;
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
          libraryList.setState({
            sorting: { key, descending: isSorted ? !sorting.descending : downFirst.includes(key) },
          })
        }
      >
        {label}
        {isSorted && <Arrow size={12} aria-hidden="true" />}
      </Button>
    );
  };
  return (
    <div className={`${styles.columns} ${styles.head}`}>
      <input
        type="checkbox"
        className={styles.pickAll}
        aria-label={t`Pick all that are listed`}
        checked={listedCount > 0 && pickedCount === listedCount}
        ref={(box) => {
          if (box !== null) box.indeterminate = pickedCount > 0 && pickedCount < listedCount;
        }}
        onChange={(event) => (event.target.checked ? picking.pickAll() : picking.clear())}
      />
      {heads.map(head)}
    </div>
  );
}
