import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useTextScale } from './use-text-scale.ts';
import styles from './VirtualList.module.css';

type VirtualListProps<Item> = {
  readonly label: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** In pixels at normal text size. */
  readonly rowHeight: number;
  readonly renderRow: (item: Item, index: number) => ReactNode;
  /** -1: none. */
  readonly chosenIndex: number;
  /** The row under the cursor keys, or clicked. */
  readonly onChoose: (index: number) => void;
  /** Enter, or a double click. */
  readonly onOpen?: (index: number) => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  /** Left out: rows can't be picked for a deed on several. */
  readonly isPicked?: (item: Item) => boolean;
};

/** A list of any length that draws only what is seen; moves by arrows, Home, End and page keys. */
export function VirtualList<Item>(props: VirtualListProps<Item>) {
  const { items, keyOf, rowHeight, renderRow, chosenIndex, onChoose, onOpen } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const scale = useTextScale();
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight * scale,
    overscan: 8,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again at another text size.
  useEffect(() => virtualizer.measure(), [scale, virtualizer]);
  useEffect(() => {
    if (chosenIndex >= 0) virtualizer.scrollToIndex(chosenIndex, { align: 'auto' });
  }, [chosenIndex, virtualizer]);
  const page = Math.max(
    1,
    Math.floor((scroller.current?.clientHeight ?? rowHeight) / (rowHeight * scale)) - 1,
  );

  const onKeyDown = (event: KeyboardEvent) => {
    props.onKeyDown?.(event);
    if (event.defaultPrevented || items.length === 0) return;
    if (event.key === 'Enter' && chosenIndex >= 0) onOpen?.(chosenIndex);
    const target = moveBy(event.key, chosenIndex, items.length, page);
    if (target === null) return;
    event.preventDefault();
    onChoose(target);
  };

  return (
    <div
      ref={scroller}
      className={styles.list}
      role="listbox"
      aria-label={props.label}
      aria-activedescendant={chosenIndex >= 0 ? `${id}-${chosenIndex}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className={styles.inner} style={{ height: virtualizer.getTotalSize() }} role="presentation">
        {virtualizer.getVirtualItems().map((row) => {
          const item = items[row.index];
          if (item === undefined) return null;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys for its rows.
            <div
              key={keyOf(item)}
              id={`${id}-${row.index}`}
              className={styles.row}
              role="option"
              tabIndex={-1}
              aria-selected={row.index === chosenIndex}
              aria-checked={props.isPicked?.(item)}
              aria-setsize={items.length}
              aria-posinset={row.index + 1}
              style={{
                height: row.size,
                transform: `translateY(${row.start}px)`,
              }}
              onClick={() => onChoose(row.index)}
              onDoubleClick={() => onOpen?.(row.index)}
            >
              {renderRow(item, row.index)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function moveBy(key: string, from: number, count: number, page: number): number | null {
  const clamp = (index: number) => Math.min(count - 1, Math.max(0, index));
  switch (key) {
    case 'ArrowDown':
      return clamp(from + 1);
    case 'ArrowUp':
      return clamp(from - 1);
    case 'PageDown':
      return clamp(from + page);
    case 'PageUp':
      return clamp(from - page);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
