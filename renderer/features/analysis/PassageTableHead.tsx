import { useLingui } from '@lingui/react/macro';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { Passage } from '#core/analysis/passages.ts';
import type { PassageKey, PassageOrder } from '#core/analysis/sort-passages.ts';
import styles from './PassageTable.module.css';
import type { PassageColumn } from './use-passage-columns.ts';
import type { Picking } from './use-picking.ts';

type PassageTableHeadProps = {
  readonly shown: readonly PassageColumn[];
  readonly passages: readonly Passage[];
  readonly order: PassageOrder | null;
  readonly onOrder: (order: PassageOrder | null) => void;
  readonly picking: Picking;
};

/** The heads of the table; each sorts up, down, and then as in the texts. */
export function PassageTableHead({ shown, passages, order, onOrder, picking }: PassageTableHeadProps) {
  const { t } = useLingui();
  const step = (key: PassageKey) => {
    if (order?.key !== key) onOrder({ key, direction: 'ascending' });
    else onOrder(order.direction === 'ascending' ? { key, direction: 'descending' } : null);
  };
  const areAllPicked = passages.length > 0 && picking.count >= passages.length;
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid.
    // biome-ignore lint/a11y/useFocusableInteractive: its buttons take the focus.
    <div className={`${styles.head} ${styles.columns}`} role="row" aria-rowindex={1}>
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: its box takes the focus. */}
      <div role="columnheader" className={styles.box}>
        <input
          type="checkbox"
          checked={areAllPicked}
          onChange={() => (areAllPicked ? picking.clear() : picking.pick(passages))}
          aria-label={t`Pick all shown passages`}
        />
      </div>
      {shown.map(({ key, label }) => {
        const direction = order?.key === key ? order.direction : 'none';
        const Arrow = direction === 'descending' ? ArrowDown : ArrowUp;
        return (
          // biome-ignore lint/a11y/useSemanticElements: see the grid.
          // biome-ignore lint/a11y/useFocusableInteractive: its button takes the focus.
          <div key={key} role="columnheader" aria-sort={direction}>
            <button type="button" className={styles.sort} onClick={() => step(key)}>
              {label}
              {direction !== 'none' && <Arrow size={13} aria-hidden="true" />}
            </button>
          </div>
        );
      })}
    </div>
  );
}
