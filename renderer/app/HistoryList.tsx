import { Plural, useLingui } from '@lingui/react/macro';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useTextScale } from '#ui/use-text-scale.ts';
import styles from './HistoryList.module.css';
import { type HistoryLine, rowWords, stepWords } from './history-lines.ts';

type HistoryListProps = {
  readonly lines: readonly HistoryLine[];
  /** The keys of the rows that are unfolded. */
  readonly open: ReadonlySet<string>;
  readonly chosenKey: string | null;
  readonly onChoose: (key: string) => void;
  readonly onUnfold: (key: string, isOpen: boolean) => void;
};

/** In pixels at normal text size. */
const heights = { day: 34, row: 36, part: 30 };

/** The lines of the history as a tree of any length; the arrow keys move in it, right and left unfold and fold. */
export function HistoryList({ lines, open, chosenKey, onChoose, onUnfold }: HistoryListProps) {
  const { t } = useLingui();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const scale = useTextScale();
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heights[lines[index]?.kind ?? 'row'] * scale,
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 12,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again at another text size.
  useEffect(() => virtualizer.measure(), [scale, virtualizer]);
  const chosenIndex = lines.findIndex(({ key }) => key === chosenKey);
  useEffect(() => {
    if (chosenIndex >= 0) virtualizer.scrollToIndex(chosenIndex, { align: 'auto' });
  }, [chosenIndex, virtualizer]);

  const onKeyDown = (event: KeyboardEvent) => {
    const line = lines[chosenIndex];
    if (line !== undefined && line.kind !== 'day' && line.row.edits.length > 1) {
      if (event.key === 'ArrowRight') onUnfold(line.row.key, true);
      if (event.key === 'ArrowLeft') {
        onUnfold(line.row.key, false);
        onChoose(line.row.key);
      }
    }
    const target = moveBy(event.key, chosenIndex, lines);
    if (target === null) return;
    event.preventDefault();
    onChoose(target);
  };

  return (
    <div
      ref={scroller}
      className={styles.list}
      role="tree"
      aria-label={t`Edits, newest first`}
      aria-activedescendant={chosenIndex >= 0 ? `${id}-${chosenIndex}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={styles.inner} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, size, start }) => {
          const line = lines[index];
          if (line === undefined) return null;
          const place = { height: size, transform: `translateY(${start}px)` };
          if (line.kind === 'day')
            return (
              <div key={key} role="presentation" className={styles.day} style={place}>
                <Day at={line.at} />
              </div>
            );
          const isFolded = line.kind === 'row' && line.row.edits.length > 1;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys for its lines.
            <div
              key={key}
              id={`${id}-${index}`}
              className={`${styles.line} ${line.kind === 'part' ? styles.part : ''}`}
              role="treeitem"
              tabIndex={-1}
              aria-level={line.kind === 'part' ? 2 : 1}
              aria-selected={index === chosenIndex}
              aria-expanded={isFolded ? open.has(line.key) : undefined}
              style={place}
              onClick={() => {
                onChoose(line.key);
                // The tree holds the focus: a line may leave the view, and with it the document.
                scroller.current?.focus({ preventScroll: true });
              }}
              onDoubleClick={() => isFolded && onUnfold(line.key, !open.has(line.key))}
            >
              {line.kind === 'row' && isFolded && (
                <Twist isOpen={open.has(line.key)} onTurn={() => onUnfold(line.key, !open.has(line.key))} />
              )}
              <Line line={line} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Day({ at }: { readonly at: string }) {
  const { i18n } = useLingui();
  return i18n.date(new Date(at), { dateStyle: 'full' });
}

/** For the mouse: the arrow keys do the same. */
function Twist({ isOpen, onTurn }: { readonly isOpen: boolean; readonly onTurn: () => void }) {
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys for its lines.
    // biome-ignore lint/a11y/noStaticElementInteractions: the line says itself whether it is unfolded.
    <span
      className={styles.twist}
      onClick={(event) => {
        event.stopPropagation();
        onTurn();
      }}
    >
      <Icon size={14} aria-hidden="true" />
    </span>
  );
}

function Line({ line }: { readonly line: Exclude<HistoryLine, { kind: 'day' }> }) {
  const { t, i18n } = useLingui();
  const { row } = line;
  const edit = line.kind === 'part' ? line.edit : row.edits[0];
  const isStep = edit.kind === 'undo' || edit.kind === 'redo';
  const words = line.kind === 'part' ? stepWords(edit.kind, edit.label) : rowWords(row);
  return (
    <>
      <time className={styles.time} dateTime={edit.at}>
        {i18n.date(new Date(edit.at), { timeStyle: 'short' })}
      </time>
      <span
        className={`${styles.words} ${row.fate.kind === 'stands' ? '' : styles.struck} ${
          isStep || edit.kind === 'beside' ? styles.soft : ''
        }`}
        dir="auto"
      >
        {words}
      </span>
      {line.kind === 'row' && row.edits.length > 1 && (
        <span className={styles.note}>
          <Plural value={row.edits.length} one="# part" other="# parts" />
        </span>
      )}
      {line.kind === 'row' && row.fate.kind !== 'stands' && (
        <span className={styles.note}>{row.fate.kind === 'undone' ? t`undone` : t`left behind`}</span>
      )}
    </>
  );
}

/** The line that a key moves to; days are passed over. */
function moveBy(key: string, from: number, lines: readonly HistoryLine[]): string | null {
  const steps: Record<string, number> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: 12,
    PageUp: -12,
    Home: Number.NEGATIVE_INFINITY,
    End: Number.POSITIVE_INFINITY,
  };
  const step = steps[key];
  if (step === undefined) return null;
  const wanted = Math.min(lines.length - 1, Math.max(0, from + step));
  const isLine = (index: number) => lines[index] !== undefined && lines[index]?.kind !== 'day';
  const direction = step < 0 ? -1 : 1;
  for (let index = wanted; index >= 0 && index < lines.length; index += direction)
    if (isLine(index)) return lines[index]?.key ?? null;
  for (let index = wanted; index >= 0 && index < lines.length; index -= direction)
    if (isLine(index)) return lines[index]?.key ?? null;
  return null;
}
