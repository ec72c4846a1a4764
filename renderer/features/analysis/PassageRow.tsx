import { Plural, useLingui } from '@lingui/react/macro';
import type { CSSProperties } from 'react';
import type { PassageGroup } from '#core/analysis/group-passages.ts';
import type { Passage } from '#core/analysis/passages.ts';
import type { PassageKey } from '#core/analysis/sort-passages.ts';
import { PassageCells } from './PassageCells.tsx';
import styles from './PassageTable.module.css';
import type { Analysis } from './use-analysis.ts';
import { useGroupWords } from './use-group-words.ts';

/** Where a row stands in the table. */
export type RowPlace = {
  readonly id: string;
  readonly index: number;
  readonly isActive: boolean;
  readonly style: CSSProperties;
};

type PassageRowProps = {
  readonly place: RowPlace;
  readonly passage: Passage;
  readonly columns: readonly PassageKey[];
  readonly nameOf: Analysis['nameOf'];
  readonly isPicked: boolean;
  readonly onPick: () => void;
  readonly onOpen: () => void;
};

/** One passage of the table. */
export function PassageRow({ place, passage, columns, nameOf, isPicked, onPick, onOpen }: PassageRowProps) {
  const { t } = useLingui();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys for its rows.
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus, this is its active descendant.
    // biome-ignore lint/a11y/useSemanticElements: see the grid.
    <div
      id={place.id}
      role="row"
      aria-rowindex={place.index + 2}
      aria-selected={isPicked}
      className={`${styles.row} ${styles.passage}`}
      data-active={place.isActive || undefined}
      data-picked={isPicked || undefined}
      style={place.style}
      onClick={onOpen}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Space, in the grid. */}
      <div
        role="gridcell"
        className={styles.box}
        onClick={(event) => {
          event.stopPropagation();
          onPick();
        }}
      >
        <input type="checkbox" checked={isPicked} readOnly tabIndex={-1} aria-label={t`Pick this passage`} />
      </div>
      <PassageCells passage={passage} columns={columns} nameOf={nameOf} />
    </div>
  );
}

type GroupRowProps = {
  readonly place: RowPlace;
  readonly group: PassageGroup;
  readonly analysis: Analysis;
  /** How many columns it goes over. */
  readonly span: number;
  readonly onChoose: () => void;
};

/** The head of a group. */
export function GroupRow({ place, group, analysis, span, onChoose }: GroupRowProps) {
  const say = useGroupWords(analysis);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys for its rows.
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus, this is its active descendant.
    // biome-ignore lint/a11y/useSemanticElements: see the grid.
    <div
      id={place.id}
      role="row"
      aria-rowindex={place.index + 2}
      className={`${styles.row} ${styles.group}`}
      data-active={place.isActive || undefined}
      style={place.style}
      onClick={onChoose}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus. */}
      <span role="gridcell" aria-colspan={span} className={styles.grouptitle}>
        {say(group.head)}
        <span className={styles.soft}>
          <Plural value={group.passages.length} one="# passage" other="# passages" />
        </span>
      </span>
    </div>
  );
}
