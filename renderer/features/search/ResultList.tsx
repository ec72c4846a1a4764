// biome-ignore-all lint/a11y/useSemanticElements: a table can't draw only the rows in sight.
import { useLingui } from '@lingui/react/macro';
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { KeyCommandId } from '#core/keys/key-commands.ts';
import { pressedCommand } from '#state/keys.ts';
import { useTextScale } from '#ui/use-text-scale.ts';
import type { ReachedPlace } from '#workers/result-session.ts';
import { HitRow } from './HitRow.tsx';
import styles from './Results.module.css';
import { resultListId } from './result-list.ts';
import { toggleCarriers } from './result-look.ts';
import { fetchRows, nextHit, openHit, previousHit, searchEngine } from './search-engine.ts';
import { useFoundArticles } from './use-found-articles.ts';

/** What the keys of the list do besides those that move through it. */
const steps: Partial<Record<KeyCommandId, () => void>> = {
  'results.next': nextHit,
  'results.previous': previousHit,
  'results.carriers': () => {
    const { current, rows } = searchEngine.getState();
    const row = current === null ? undefined : rows.get(current.row);
    if (row?.carriers !== undefined) toggleCarriers(row.articleId);
  },
};

/** A first guess in pixels at normal text size; each row is measured once it is drawn. */
const rowHeight = 118;

/**
 * The articles that were found, however many: only what is seen is fetched and drawn. The one under the cursor keys is
 * opened at its first hit.
 */
export function ResultList() {
  const { t } = useLingui();
  const { rows, answer, asked, options, current } = useStore(searchEngine);
  const total = answer?.total ?? 0;
  const scroller = useRef<HTMLDivElement>(null);
  const scale = useTextScale();
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight * scale,
    overscan: 6,
    // By article, so that asking the same again leaves the rows where they were.
    getItemKey: (index) => rows.get(index)?.articleId ?? index,
  });
  const seen = virtualizer.getVirtualItems();
  const first = seen[0]?.index ?? 0;
  const last = seen.at(-1)?.index ?? 0;
  const articles = useFoundArticles(
    seen.flatMap(({ index }) => {
      const id = rows.get(index)?.articleId;
      return id === undefined ? [] : [id];
    }),
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer has other rows, and old rows are let go.
  useEffect(() => void fetchRows(first, last + 1), [first, last, answer, rows]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again at another text size.
  useEffect(() => virtualizer.measure(), [scale, virtualizer]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins at its first row.
  useEffect(() => virtualizer.scrollToOffset(0), [asked, options, virtualizer]);
  const open = current?.row ?? -1;
  useShownPlace(virtualizer, scroller, current);

  const page = Math.max(1, last - first - 12);
  const onKeyDown = (event: KeyboardEvent) => {
    const id = pressedCommand(event.nativeEvent, 'results');
    const step = id === null ? undefined : steps[id];
    const target = moveBy(event.key, open, total, page);
    if (step !== undefined) step();
    else if (event.target !== scroller.current || target === null) return;
    else void openHit(target, 0);
    event.preventDefault();
  };
  const isDrawn = open >= first && open <= last;
  return (
    <div
      ref={scroller}
      id={resultListId}
      className={styles.list}
      role="grid"
      aria-label={t`Articles found`}
      aria-rowcount={total}
      aria-activedescendant={isDrawn && open >= 0 ? rowId(open) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className={styles.inner} style={{ height: virtualizer.getTotalSize() }} role="presentation">
        {seen.map(({ index, start }) => {
          const row = rows.get(index);
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus for all its rows.
            <div
              key={index}
              ref={virtualizer.measureElement}
              data-index={index}
              id={rowId(index)}
              className={styles.row}
              role="row"
              aria-rowindex={index + 1}
              aria-selected={index === open}
              style={{ transform: `translateY(${start}px)` }}
            >
              {row === undefined ? (
                // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus for all its rows.
                <div role="gridcell" className={styles.empty}>{t`Loading…`}</div>
              ) : (
                <HitRow
                  row={row}
                  article={articles.get(row.articleId)}
                  at={index}
                  openPlace={index === open ? (current?.place ?? null) : null}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Keep in sight where the analyst is: the row, and of a row that is taller than the list the hit. */
function useShownPlace(
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  scroller: RefObject<HTMLDivElement | null>,
  current: ReachedPlace | null,
): void {
  const { row = -1, place = -1 } = current ?? {};
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place of the same row is another mark.
  useEffect(() => {
    if (row === -1) return;
    const { size = 0 } = virtualizer.measurementsCache[row] ?? {};
    const isTall = size > (scroller.current?.clientHeight ?? 0);
    virtualizer.scrollToIndex(row, { align: isTall ? 'start' : 'auto' });
    const frame = requestAnimationFrame(() =>
      scroller.current?.querySelector('mark[data-open]')?.scrollIntoView({ block: 'nearest' }),
    );
    return () => cancelAnimationFrame(frame);
  }, [row, place, virtualizer, scroller]);
}

function rowId(index: number): string {
  return `${resultListId}-${index}`;
}

/** The row that a key goes to from row `from` (-1: none); `null` for other keys. */
function moveBy(key: string, from: number, count: number, page: number): number | null {
  if (count === 0) return null;
  const clamp = (row: number) => Math.min(count - 1, Math.max(0, row));
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: clamp(from + 1),
    ArrowUp: clamp(from - 1),
    PageDown: clamp(from + page),
    PageUp: clamp(from - page),
    Home: 0,
    End: count - 1,
    Enter: clamp(from),
  };
  return targets[key] ?? null;
}
