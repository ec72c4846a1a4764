import { useLingui } from '@lingui/react/macro';
import { type CSSProperties, useId, useMemo, useRef, useState } from 'react';
import type { PassageGroup } from '#core/analysis/group-passages.ts';
import type { Passage } from '#core/analysis/passages.ts';
import type { PassageKey, PassageOrder } from '#core/analysis/sort-passages.ts';
import { openHighlight } from '#state/workspace.ts';
import { useTextScale } from '#ui/use-text-scale.ts';
import { GroupRow, PassageRow } from './PassageRow.tsx';
import styles from './PassageTable.module.css';
import { PassageTableHead } from './PassageTableHead.tsx';
import { toTableRows } from './table-rows.ts';
import type { Analysis } from './use-analysis.ts';
import { usePassageColumns } from './use-passage-columns.ts';
import type { Picking } from './use-picking.ts';
import { useRowWindow } from './use-row-window.ts';
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

const passageHeight = 58;
const groupHeight = 36;
const headHeight = 32;

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
  const rows = useMemo(() => toTableRows(passages, groups), [passages, groups]);
  const scale = useTextScale();
  const top = (index: number) =>
    (index * passageHeight - rows.headsBefore(index) * (passageHeight - groupHeight)) * scale;
  const view = useRowWindow(scroller, { count: rows.count, top }, headHeight * scale);
  const onKeyDown = useTableKeys({
    passageAt: (index) => {
      const row = rows.at(index);
      return row?.kind === 'passage' ? row.passage : null;
    },
    passages,
    picking,
    active,
    count: rows.count,
    page: () => Math.floor((scroller.current?.clientHeight ?? 0) / (passageHeight * scale)) - 1,
    onOpen: openPassage,
    onMove: (index) => {
      setActive(index);
      view.reveal(index);
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
      aria-rowcount={rows.count + 1}
      aria-activedescendant={rows.count > 0 ? `${id}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      style={style}
    >
      <PassageTableHead {...props} shown={shown} />
      {rows.count === 0 && <p className={styles.none}>{t`No passage passes the filter.`}</p>}
      <div className={styles.inner} style={{ height: top(rows.count) }} role="presentation">
        {Array.from({ length: Math.max(0, view.last - view.first) }, (_, at) => {
          const index = view.first + at;
          const row = rows.at(index);
          if (row === null) return null;
          const place = {
            id: `${id}-${index}`,
            index,
            isActive: index === active,
            style: {
              height: top(index + 1) - top(index),
              transform: `translateY(${top(index)}px)`,
            },
          };
          if (row.kind === 'group')
            return (
              <GroupRow
                key={row.key}
                place={place}
                group={row.group}
                analysis={props.analysis}
                span={shown.length + 1}
                onChoose={() => setActive(index)}
              />
            );
          return (
            <PassageRow
              key={row.key}
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

function openPassage({ highlight }: Passage): void {
  const { articleId, start, end } = highlight.anchor;
  openHighlight(articleId, highlight.id, { start, end });
}
