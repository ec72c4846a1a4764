import { useLingui } from '@lingui/react/macro';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { ConcordanceLine } from '#core/search/concordance.ts';
import { pressedCommand } from '#state/keys.ts';
import { openArticle } from '#state/workspace.ts';
import { stepInGrid } from '#ui/step-in-grid.ts';
import { useFieldWords } from '#ui/use-field-words.ts';
import { useTextScale } from '#ui/use-text-scale.ts';
import styles from './Concordance.module.css';
import { LineRow } from './ConcordanceRow.tsx';
import { toggleCarriersOf } from './concordance-desk.ts';
import type { Concordance } from './use-concordance.ts';
import type { PickedLines } from './use-picked-lines.ts';

type ConcordanceTableProps = {
  readonly concordance: Concordance;
  readonly context: number;
  readonly picking: PickedLines;
};

const rowHeight = 30;

/**
 * The lines one above the other, the hits in one column; Enter or a click opens one in its article, Space or the box
 * before it picks it, Shift with the arrows picks on the way, Ctrl+A picks all. Lines of other carriers of the same text
 * are one line; a key or its button lists them below.
 */
export function ConcordanceTable({ concordance, context, picking }: ConcordanceTableProps) {
  const { t } = useLingui();
  const words = useFieldWords();
  const { lines, others } = concordance;
  const below = useMemo(() => new Set([...others.values()].flat()), [others]);
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [chosen, setActive] = useState(0);
  const active = Math.min(chosen, Math.max(0, lines.length - 1));
  const scale = useTextScale();
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight * scale,
    overscan: 12,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again at another text size.
  useEffect(() => virtualizer.measure(), [scale, virtualizer]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const line = lines[active];
    if (line === undefined) return;
    const deed = deedOf(event, line, { concordance, picking });
    if (deed !== null) {
      event.preventDefault();
      deed();
      return;
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / (rowHeight * scale)) - 2);
    const row = rowFor(event, active, { count: lines.length, page });
    if (row === null) return;
    event.preventDefault();
    if (event.shiftKey) picking.pick(lines.slice(Math.min(active, row), Math.max(active, row) + 1));
    setActive(row);
    virtualizer.scrollToIndex(row, { align: 'auto' });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table that draws only the rows in sight can't be a <table>.
    <div
      ref={scroller}
      className={styles.scroller}
      role="grid"
      aria-label={t`Lines`}
      aria-multiselectable="true"
      aria-rowcount={lines.length}
      aria-activedescendant={lines.length > 0 ? `${id}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className={styles.inner} style={{ height: virtualizer.getTotalSize() }} role="presentation">
        {virtualizer.getVirtualItems().map(({ index, size, start }) => {
          const line = lines[index];
          if (line === undefined) return null;
          return (
            <LineRow
              key={`${line.source.articleId} ${line.hit.start}`}
              place={{ id: `${id}-${index}`, index, isActive: index === active }}
              style={{ height: size, transform: `translateY(${start}px)` }}
              line={line}
              context={context}
              article={concordance.articleById.get(line.source.articleId)}
              words={words}
              carriers={others.get(line)?.length ?? 0}
              isBelow={below.has(line)}
              isPicked={picking.isPicked(line)}
              onPick={() => {
                setActive(index);
                picking.toggle(line);
              }}
              onOpen={() => {
                setActive(index);
                openLine(line);
              }}
            />
          );
        })}
      </div>
    </div>
  );
}

/** The row a key moves to; `null`: it moves nowhere. */
function rowFor(
  event: KeyboardEvent,
  from: number,
  { count, page }: { readonly count: number; readonly page: number },
): number | null {
  if (event.key === 'Home') return 0;
  if (event.key === 'End') return count - 1;
  return stepInGrid(event, { row: from, column: 0 }, { rows: count, columns: 1, page })?.row ?? null;
}

/** What a key does besides moving; `null`: nothing. */
function deedOf(
  event: KeyboardEvent,
  line: ConcordanceLine,
  {
    concordance: { lines, others },
    picking,
  }: { readonly concordance: Concordance; readonly picking: PickedLines },
): (() => void) | null {
  if (event.key === 'a' && (event.ctrlKey || event.metaKey)) return () => picking.pick(lines);
  if (event.key === 'Enter') return () => openLine(line);
  if (pressedCommand(event.nativeEvent, 'results') === 'results.carriers')
    return () => others.has(line) && toggleCarriersOf(line);
  if (event.key === 'Escape' && picking.picked.length > 0) return picking.clear;
  return event.key === ' ' ? () => picking.toggle(line) : null;
}

function openLine({ source, hit }: ConcordanceLine): void {
  openArticle(source.articleId, hit);
}
