import { useLingui } from '@lingui/react/macro';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import styles from './DataTable.module.css';
import { stepInGrid } from './step-in-grid.ts';
import { useTextScale } from './use-text-scale.ts';

/** A column of a table. */
export type DataColumn<Row> = {
  readonly key: string;
  readonly label: string;
  /** Of a grid. */
  readonly width: string;
  /** Whether it stands at the end of its cell, as numbers do. */
  readonly isNumber?: boolean;
  readonly cell: (row: Row) => ReactNode;
  /** What it is sorted by; `null` comes last. Left out: it can't be sorted by. */
  readonly sortBy?: (row: Row) => string | number | null;
};

type DataTableProps<Row> = {
  readonly label: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** What the table is wide at least, in rem. */
  readonly least: number;
  readonly none: string;
  readonly onOpen?: (row: Row) => void;
};

type Order = { readonly key: string; readonly sign: 1 | -1 };

const rowHeight = 44;

/** A table of any length; heads sort up, down and then as given, Enter or a click opens a row. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, keyOf, onOpen } = props;
  const { t } = useLingui();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const [order, setOrder] = useState<Order | null>(null);
  const rows = useMemo(() => sortRows(props.rows, columns, order), [props.rows, columns, order]);
  const scale = useTextScale();
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight * scale,
    overscan: 8,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again at another text size.
  useEffect(() => virtualizer.measure(), [scale, virtualizer]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const row = rows[active];
    if (event.key === 'Enter' && row !== undefined) onOpen?.(row);
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / (rowHeight * scale)) - 1);
    const target = stepInGrid(event, { row: active, column: 0 }, { rows: rows.length, columns: 1, page });
    if (target === null) return;
    event.preventDefault();
    const wanted = event.key === 'Home' ? 0 : event.key === 'End' ? rows.length - 1 : target.row;
    setActive(wanted);
    virtualizer.scrollToIndex(wanted, { align: 'auto' });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table that draws only the rows in sight can't be a <table>.
    <div
      ref={scroller}
      className={styles.scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={rows.length > 0 ? `${id}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      style={
        {
          '--columns': columns.map(({ width }) => width).join(' '),
          '--least': `${props.least}rem`,
        } as CSSProperties
      }
    >
      <Head columns={columns} order={order} onOrder={setOrder} hint={t`Sort by this column`} />
      {rows.length === 0 && <p className={styles.none}>{props.none}</p>}
      <div className={styles.inner} style={{ height: virtualizer.getTotalSize() }} role="presentation">
        {virtualizer.getVirtualItems().map(({ index, size, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys for its rows.
            // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus, this is its active descendant.
            // biome-ignore lint/a11y/useSemanticElements: see the grid.
            <div
              key={keyOf(row)}
              id={`${id}-${index}`}
              role="row"
              aria-rowindex={index + 2}
              className={styles.row}
              data-active={index === active || undefined}
              data-opens={onOpen !== undefined || undefined}
              style={{ height: size, transform: `translateY(${start}px)` }}
              onClick={() => {
                setActive(index);
                onOpen?.(row);
              }}
            >
              {columns.map(({ key, cell, isNumber }) => (
                // biome-ignore lint/a11y/useSemanticElements: see the grid.
                // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus.
                <div key={key} role="gridcell" className={styles.cell} data-number={isNumber || undefined}>
                  {cell(row)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

type HeadProps<Row> = {
  readonly columns: readonly DataColumn<Row>[];
  readonly order: Order | null;
  readonly onOrder: (order: Order | null) => void;
  readonly hint: string;
};

function Head<Row>({ columns, order, onOrder, hint }: HeadProps<Row>) {
  const step = (key: string) => {
    if (order?.key !== key) onOrder({ key, sign: 1 });
    else onOrder(order.sign === 1 ? { key, sign: -1 } : null);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid.
    // biome-ignore lint/a11y/useFocusableInteractive: its buttons take the focus.
    <div className={styles.head} role="row" aria-rowindex={1}>
      {columns.map(({ key, label, isNumber, sortBy }) => {
        const sign = order?.key === key ? order.sign : null;
        const Arrow = sign === -1 ? ArrowDown : ArrowUp;
        return (
          // biome-ignore lint/a11y/useSemanticElements: see the grid.
          // biome-ignore lint/a11y/useFocusableInteractive: its button takes the focus.
          <div
            key={key}
            role="columnheader"
            data-number={isNumber || undefined}
            aria-sort={sign === null ? 'none' : sign === 1 ? 'ascending' : 'descending'}
          >
            {sortBy === undefined ? (
              <span className={styles.label}>{label}</span>
            ) : (
              <button type="button" className={styles.label} onClick={() => step(key)} title={hint}>
                {label}
                {sign !== null && <Arrow size={13} aria-hidden="true" />}
              </button>
            )}
          </div>
        );
      })}
    </div>
  );
}

function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly DataColumn<Row>[],
  order: Order | null,
): readonly Row[] {
  const sortBy = columns.find(({ key }) => key === order?.key)?.sortBy;
  if (order === null || sortBy === undefined) return rows;
  return rows
    .map((row) => ({ row, value: sortBy(row) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
      return order.sign * compare(a.value, b.value);
    })
    .map(({ row }) => row);
}

const collator = new Intl.Collator(['en', 'fr'], { sensitivity: 'base', numeric: true });

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}
