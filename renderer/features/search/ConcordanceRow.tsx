import { Plural, useLingui } from '@lingui/react/macro';
import { CornerDownRight } from 'lucide-react';
import { type ConcordanceLine, cutAfter, cutBefore, readsRightToLeft } from '#core/search/concordance.ts';
import type { FieldWords } from '#ui/use-field-words.ts';
import styles from './Concordance.module.css';
import { keyOfLine, toggleCarriersOf, useConcordanceDesk } from './concordance-desk.ts';
import type { Concordance } from './use-concordance.ts';

type LineRowProps = {
  readonly place: { readonly id: string; readonly index: number; readonly isActive: boolean };
  readonly style: { readonly height: number; readonly transform: string };
  readonly line: ConcordanceLine;
  readonly context: number;
  readonly article: ReturnType<Concordance['articleById']['get']>;
  readonly words: FieldWords;
  /** How many other carriers of the text have the same place. */
  readonly carriers: number;
  /** Whether it is one of those, listed below the line that stands for them. */
  readonly isBelow: boolean;
  readonly isPicked: boolean;
  readonly onPick: () => void;
  readonly onOpen: () => void;
};

/** One line of the concordance. */
export function LineRow(props: LineRowProps) {
  const { place, style, line, context, article, words, isPicked, onPick, onOpen } = props;
  const { t } = useLingui();
  const title = article?.title.value ?? '';
  const date = article?.publishedAt ?? null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys for its rows.
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus, this is its active descendant.
    // biome-ignore lint/a11y/useSemanticElements: see the grid.
    <div
      id={place.id}
      role="row"
      aria-rowindex={place.index + 1}
      aria-selected={isPicked}
      className={styles.row}
      data-active={place.isActive || undefined}
      style={style}
      onClick={onOpen}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus. */}
      <div role="gridcell" className={styles.pick}>
        <input
          type="checkbox"
          tabIndex={-1}
          checked={isPicked}
          aria-label={t`Pick the line`}
          onClick={(event) => event.stopPropagation()}
          onChange={onPick}
        />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus. */}
      <div role="gridcell" className={styles.line} dir={readsRightToLeft(line) ? 'rtl' : 'ltr'}>
        <span className={styles.before}>
          <span>{cutBefore(line.before, context)}</span>
        </span>
        <span className={styles.after}>
          <mark>{line.middle}</mark>
          {cutAfter(line.after, context)}
        </span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus. */}
      <div role="gridcell" className={styles.article} title={title}>
        {props.isBelow && <CornerDownRight size={13} role="img" aria-label={t`same text`} />}
        <bdi>{title}</bdi>
        {props.carriers > 0 && <MoreCarriers line={line} count={props.carriers} />}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus. */}
      <div role="gridcell" className={styles.date}>
        {date === null ? t`no date` : words.date(date.value)}
      </div>
    </div>
  );
}

/** That other carriers of the text have the same place: how many, pressed to list them below. */
function MoreCarriers({ line, count }: { readonly line: ConcordanceLine; readonly count: number }) {
  const isOpen = useConcordanceDesk((desk) => desk.unfolded.has(keyOfLine(line)));
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.carriers}
      aria-expanded={isOpen}
      onClick={(event) => {
        event.stopPropagation();
        toggleCarriersOf(line);
      }}
    >
      <Plural value={count} one="+ # carrier" other="+ # carriers" />
    </button>
  );
}
