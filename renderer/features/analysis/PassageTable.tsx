import { Plural, useLingui } from '@lingui/react/macro';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Passage, PassageGroup, PassageKey } from '#core/analysis/passages.ts';
import { openHighlight } from '#state/workspace.ts';
import { PassageCells } from './PassageCells.tsx';
import styles from './PassageTable.module.css';

type Order = { readonly key: PassageKey; readonly direction: 'ascending' | 'descending' };

type PassageTableProps = {
  readonly passages: readonly Passage[];
  /** `null`: not grouped. */
  readonly groups: readonly PassageGroup[] | null;
  /** `null`: in the order of the articles and their text. */
  readonly order: Order | null;
  readonly onOrder: (order: Order | null) => void;
};

type Row =
  | { readonly kind: 'passage'; readonly passage: Passage; readonly key: string }
  | { readonly kind: 'group'; readonly group: PassageGroup; readonly key: string };

const passageHeight = 58;
const groupHeight = 36;

/** Passages as a table of any length; Enter or a click opens one in its article. */
export function PassageTable({ passages, groups, order, onOrder }: PassageTableProps) {
  const { t } = useLingui();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const rows = useMemo(() => listRows(passages, groups), [passages, groups]);
  const scale = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 14 || 1;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'group' ? groupHeight : passageHeight) * scale,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
  });
  // Heights are remembered by key, but a group and a passage may change places.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again whenever the rows differ.
  useEffect(() => virtualizer.measure(), [rows, virtualizer]);

  const activate = (index: number) => {
    const next = Math.min(rows.length - 1, Math.max(0, index));
    setActive(next);
    virtualizer.scrollToIndex(next, { align: 'auto' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const row = rows[active];
    if (event.key === 'Enter' && row?.kind === 'passage') openPassage(row.passage);
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / (passageHeight * scale)) - 1);
    const target = targetOf(event.key, active, rows.length, page);
    if (target === null) return;
    event.preventDefault();
    activate(target);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table that draws only the rows in sight can't be a <table>.
    <div
      ref={scroller}
      className={styles.scroller}
      role="grid"
      aria-label={t`Passages`}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={rows.length > 0 ? `${id}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <Head order={order} onOrder={onOrder} />
      {rows.length === 0 && <p className={styles.none}>{t`No passage passes the filter.`}</p>}
      <div className={styles.inner} style={{ height: virtualizer.getTotalSize() }} role="presentation">
        {virtualizer.getVirtualItems().map(({ index, key, size, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys for its rows.
            // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus, this is its active descendant.
            // biome-ignore lint/a11y/useSemanticElements: see the grid.
            <div
              key={key}
              id={`${id}-${index}`}
              role="row"
              aria-rowindex={index + 2}
              className={`${styles.row} ${row.kind === 'group' ? styles.group : styles.passage}`}
              data-active={index === active || undefined}
              style={{ height: size, transform: `translateY(${start}px)` }}
              onClick={() => {
                setActive(index);
                if (row.kind === 'passage') openPassage(row.passage);
              }}
            >
              {row.kind === 'group' ? (
                <GroupCell group={row.group} />
              ) : (
                <PassageCells passage={row.passage} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Head({ order, onOrder }: Pick<PassageTableProps, 'order' | 'onOrder'>) {
  const { t } = useLingui();
  const columns: readonly { readonly key: PassageKey; readonly label: string }[] = [
    { key: 'quote', label: t`Quote` },
    { key: 'tags', label: t`Tags` },
    { key: 'article', label: t`Article` },
    { key: 'date', label: t`Date stated` },
    { key: 'grade', label: t`Grade` },
    { key: 'note', label: t`Note` },
  ];
  const step = (key: PassageKey) => {
    if (order?.key !== key) onOrder({ key, direction: 'ascending' });
    else onOrder(order.direction === 'ascending' ? { key, direction: 'descending' } : null);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid.
    // biome-ignore lint/a11y/useFocusableInteractive: its buttons take the focus.
    <div className={`${styles.head} ${styles.columns}`} role="row" aria-rowindex={1}>
      {columns.map(({ key, label }) => {
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

function GroupCell({ group }: { readonly group: PassageGroup }) {
  const { t } = useLingui();
  const [first] = group.passages;
  const index = group.tag === null ? -1 : (first?.tags.indexOf(group.tag) ?? -1);
  const title =
    index >= 0
      ? first?.tagPaths[index]
      : (group.article?.title.value ?? (first?.tags.length === 0 ? t`Without a tag` : t`(article is gone)`));
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid.
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus.
    <span role="gridcell" aria-colspan={6} className={styles.grouptitle}>
      {title}
      <span className={styles.soft}>
        <Plural value={group.passages.length} one="# passage" other="# passages" />
      </span>
    </span>
  );
}

function listRows(passages: readonly Passage[], groups: readonly PassageGroup[] | null): Row[] {
  const rowOf = (passage: Passage, prefix: string): Row => ({
    kind: 'passage',
    passage,
    key: `${prefix}${passage.highlight.id}`,
  });
  if (groups === null) return passages.map((passage) => rowOf(passage, ''));
  return groups.flatMap((group, index) => {
    const head: Row = { kind: 'group', group, key: `group ${index}` };
    return [head, ...group.passages.map((passage) => rowOf(passage, `${index} `))];
  });
}

function openPassage({ highlight }: Passage): void {
  const { articleId, start, end } = highlight.anchor;
  openHighlight(articleId, highlight.id, { start, end });
}

function targetOf(key: string, from: number, count: number, page: number): number | null {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: count - 1,
  };
  return targets[key] ?? null;
}
