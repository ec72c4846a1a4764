import { useLingui } from '@lingui/react/macro';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { PassageGroup } from '#core/analysis/group-passages.ts';
import type { Passage } from '#core/analysis/passages.ts';
import type { PassageKey, PassageOrder } from '#core/analysis/sort-passages.ts';
import { openHighlight } from '#state/workspace.ts';
import { GroupRow, PassageRow } from './PassageRow.tsx';
import styles from './PassageTable.module.css';
import { PassageTableHead } from './PassageTableHead.tsx';
import type { Analysis } from './use-analysis.ts';
import { usePassageColumns } from './use-passage-columns.ts';
import type { Picking } from './use-picking.ts';
import { useTableKeys } from './use-table-keys.ts';

type PassageTableProps = {
  readonly analysis: Analysis;
  readonly passages: readonly Passage[];
  /** `null`: not grouped. */
  readonly groups: readonly PassageGroup[] | null;
  readonly columns: readonly PassageKey[];
  /** `null`: in the order of the articles and their text. */
  readonly order: PassageOrder | null;
  readonly onOrder: (order: PassageOrder | null) => void;
  readonly picking: Picking;
};

type Row =
  | { readonly kind: 'passage'; readonly passage: Passage; readonly key: string }
  | { readonly kind: 'group'; readonly group: PassageGroup; readonly key: string };

const passageHeight = 58;
const groupHeight = 36;

/**
 * Passages as a table of any length; Enter or a click opens one in its article, Space or the box before it picks it,
 * Shift with the arrows picks on the way.
 */
export function PassageTable(props: PassageTableProps) {
  const { passages, groups, picking } = props;
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

  const onKeyDown = useTableKeys({
    passageAt: (index) => {
      const row = rows[index];
      return row?.kind === 'passage' ? row.passage : null;
    },
    passages,
    picking,
    active,
    count: rows.length,
    page: () => Math.floor((scroller.current?.clientHeight ?? 0) / (passageHeight * scale)) - 1,
    onOpen: openPassage,
    onMove: (index) => {
      setActive(index);
      virtualizer.scrollToIndex(index, { align: 'auto' });
    },
  });
  const shown = usePassageColumns().filter(({ key }) => props.columns.includes(key));
  const style = {
    '--columns': ['2.4rem', ...shown.map(({ width }) => width)].join(' '),
    '--least': `${2.4 + shown.reduce((sum, { least }) => sum + least, 0)}rem`,
  } as CSSProperties;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table that draws only the rows in sight can't be a <table>.
    <div
      ref={scroller}
      className={styles.scroller}
      role="grid"
      aria-label={t`Passages`}
      aria-multiselectable="true"
      aria-rowcount={rows.length + 1}
      aria-activedescendant={rows.length > 0 ? `${id}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      style={style}
    >
      <PassageTableHead {...props} shown={shown} />
      {rows.length === 0 && <p className={styles.none}>{t`No passage passes the filter.`}</p>}
      <div className={styles.inner} style={{ height: virtualizer.getTotalSize() }} role="presentation">
        {virtualizer.getVirtualItems().map(({ index, key, size, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const place = {
            id: `${id}-${index}`,
            index,
            isActive: index === active,
            style: { height: size, transform: `translateY(${start}px)` },
          };
          if (row.kind === 'group')
            return (
              <GroupRow
                key={key}
                place={place}
                group={row.group}
                analysis={props.analysis}
                span={shown.length + 1}
                onChoose={() => setActive(index)}
              />
            );
          return (
            <PassageRow
              key={key}
              place={place}
              passage={row.passage}
              columns={shown.map((column) => column.key)}
              nameOf={props.analysis.nameOf}
              isPicked={picking.isPicked(row.passage)}
              onPick={() => {
                setActive(index);
                picking.toggle(row.passage);
              }}
              onOpen={() => {
                setActive(index);
                openPassage(row.passage);
              }}
            />
          );
        })}
      </div>
    </div>
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
