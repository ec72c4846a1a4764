import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { TagColor } from '#core/codebook/tag.ts';
import styles from './MatrixGrid.module.css';
import { stepInGrid } from './step-in-grid.ts';
import { TagDot } from './TagDot.tsx';
import { useTextScale } from './use-text-scale.ts';

/** The head of a row or column. */
export type MatrixHead = {
  readonly key: string;
  readonly label: string;
  /** The whole name, where the label is a part of it. */
  readonly title?: string;
  readonly color?: TagColor;
  readonly depth?: number;
};

/** The numbers that are shown. */
export type MatrixValues = {
  /** 0 or not a number: nothing to open; below 0: something that has no number. */
  readonly at: (row: number, column: number) => number;
  /** The highest there is. */
  readonly most: number;
};

type MatrixGridProps = {
  readonly label: string;
  readonly rows: readonly MatrixHead[];
  readonly columns: readonly MatrixHead[];
  readonly values: MatrixValues;
  /** What a cell shows; empty for nothing. */
  readonly format: (value: number) => string;
  /** What a cell says, beside its row and column. */
  readonly say: (value: number) => string;
  /** Cells that are set apart, as the diagonal. */
  readonly isAside?: (row: number, column: number) => boolean;
  readonly onOpen: (row: number, column: number) => void;
};

/** At normal text size, in pixels. */
const cell = { width: 46, height: 28, head: 230, top: 150 } as const;

/**
 * Numbers by row and column, of any size: only what is in sight is drawn, heads stay in view, the shade grows with the
 * number. Arrows move, Home and End go to the ends of a row (with Ctrl to those of the whole), Enter opens.
 */
export function MatrixGrid(props: MatrixGridProps) {
  const { rows, columns, values } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState({ row: 0, column: 0 });
  const scale = useTextScale();
  const size = { width: cell.width * scale, height: cell.height * scale };
  // The heads never take more of a small window than of a large one.
  const head = { width: Math.min(cell.head * scale, 300), height: Math.min(cell.top * scale, 220) };
  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => size.height,
    overscan: 6,
    paddingStart: head.height,
    scrollPaddingStart: head.height,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => size.width,
    overscan: 6,
    paddingStart: head.width,
    scrollPaddingStart: head.width,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again at another text size.
  useEffect(() => {
    down.measure();
    across.measure();
  }, [scale, down, across]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another matrix, another beginning.
  useEffect(() => setActive({ row: 0, column: 0 }), [rows, columns]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (isSome(values.at(active.row, active.column))) props.onOpen(active.row, active.column);
      return;
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / size.height) - 6);
    const target = stepInGrid(event, active, { rows: rows.length, columns: columns.length, page });
    if (target === null) return;
    event.preventDefault();
    setActive(target);
    down.scrollToIndex(target.row, { align: 'auto' });
    across.scrollToIndex(target.column, { align: 'auto' });
  };
  const width = across.getTotalSize();
  const shown = across.getVirtualItems();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table that draws only what is in sight can't be a <table>.
    <div
      ref={scroller}
      className={styles.scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      aria-activedescendant={rows.length > 0 ? `${id}-${active.row}-${active.column}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      style={{ '--head': `${head.width}px`, '--top': `${head.height}px` } as CSSProperties}
    >
      <div className={styles.inner} role="presentation" style={{ width, height: down.getTotalSize() }}>
        <Tops columns={columns} shown={shown} active={active.column} width={width} />
        {down.getVirtualItems().map(({ index, start, size: height }) => (
          // biome-ignore lint/a11y/useSemanticElements: see the grid.
          // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus.
          <div
            key={rows[index]?.key ?? index}
            role="row"
            aria-rowindex={index + 2}
            className={styles.row}
            style={{ height, width, transform: `translateY(${start}px)` }}
          >
            <RowHead head={rows[index]} isActive={active.row === index} />
            {shown.map((column) => (
              <Cell
                key={columns[column.index]?.key ?? column.index}
                id={`${id}-${index}-${column.index}`}
                row={index}
                column={column.index}
                isActive={active.row === index && active.column === column.index}
                place={{ left: column.start, width: column.size }}
                matrix={props}
                onChoose={setActive}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

type TopsProps = {
  readonly columns: readonly MatrixHead[];
  readonly shown: readonly VirtualItem[];
  readonly active: number;
  readonly width: number;
};

/** The heads of the columns. */
function Tops({ columns, shown, active, width }: TopsProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid.
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus.
    <div className={styles.tops} role="row" aria-rowindex={1} style={{ width }}>
      <div className={styles.corner} />
      {shown.map(({ index, start, size }) => (
        // biome-ignore lint/a11y/useSemanticElements: see the grid.
        // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus.
        <div
          key={columns[index]?.key ?? index}
          role="columnheader"
          aria-colindex={index + 2}
          className={styles.top}
          data-active={active === index || undefined}
          title={columns[index]?.title ?? columns[index]?.label}
          style={{ left: start, width: size }}
        >
          <span>{columns[index]?.label}</span>
        </div>
      ))}
    </div>
  );
}

function RowHead({ head, isActive }: { readonly head: MatrixHead | undefined; readonly isActive: boolean }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid.
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus.
    <div
      role="rowheader"
      className={styles.rowhead}
      data-active={isActive || undefined}
      title={head?.title ?? head?.label}
      style={{ paddingInlineStart: `${(head?.depth ?? 0) * 0.8 + 0.75}rem` }}
    >
      {head?.color !== undefined && <TagDot color={head.color} />}
      <span>{head?.label}</span>
    </div>
  );
}

type CellProps = {
  readonly id: string;
  readonly row: number;
  readonly column: number;
  readonly isActive: boolean;
  readonly place: CSSProperties;
  readonly matrix: MatrixGridProps;
  readonly onChoose: (cell: { row: number; column: number }) => void;
};

function Cell({ id, row, column, isActive, place, matrix, onChoose }: CellProps) {
  const { values, format, say, rows, columns, isAside, onOpen } = matrix;
  const value = values.at(row, column);
  const isFilled = isSome(value);
  const aside = isAside?.(row, column) ?? false;
  const share =
    isFilled && !aside && values.most > 0 ? Math.round(10 + (Math.max(0, value) / values.most) * 38) : 0;
  const where = `${rows[row]?.label ?? ''}, ${columns[column]?.label ?? ''}`;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys for its cells.
    // biome-ignore lint/a11y/useSemanticElements: see the grid.
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus, this is its active descendant.
    <div
      id={id}
      role="gridcell"
      aria-colindex={column + 2}
      aria-label={`${where}: ${say(value)}`}
      title={`${rows[row]?.title ?? rows[row]?.label ?? ''} × ${columns[column]?.title ?? columns[column]?.label ?? ''}\n${say(value)}`}
      className={styles.cell}
      data-active={isActive || undefined}
      data-filled={isFilled || undefined}
      data-aside={aside || undefined}
      style={{ ...place, '--share': `${share}%` } as CSSProperties}
      onClick={() => {
        onChoose({ row, column });
        if (isFilled) onOpen(row, column);
      }}
    >
      {format(value)}
    </div>
  );
}

function isSome(value: number): boolean {
  return value > 0 || value < 0;
}
