import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { PictureItem } from '#core/picture/picture-item.ts';
import type { TimelineMark } from '#core/timeline/timeline-mark.ts';
import { useNarrowing } from '#state/narrowing.ts';
import { VirtualList } from '#ui/VirtualList.tsx';
import { SignIcon } from './SignIcon.tsx';
import styles from './Timeline.module.css';
import type { Timeline } from './use-timeline.ts';
import type { TimelineWords } from './use-timeline-words.ts';

type TimelineListsProps = {
  readonly timeline: Timeline;
  readonly words: TimelineWords;
  readonly onOpen: (item: PictureItem) => void;
  /** The row under the keys or the pointer; `null`: none any more. */
  readonly onLight: (mark: TimelineMark | null, isByKey: boolean) => void;
};

const rowHeight = 46;

/** The same as the drawing, to be read and walked through by keys: what has a time in its order, and what has none. */
export function TimelineLists({ timeline, words, onOpen, onLight }: TimelineListsProps) {
  const { t, i18n } = useLingui();
  const { listed, marks, undated } = timeline;
  const [chosen, setChosen] = useState(-1);
  const timeOf = useNarrowing((state) => state.timeOf);
  const times = ({ kind, when, published }: PictureItem): string[] => {
    if (kind === 'article') return [words.when(published)];
    if (timeOf === 'event') return [words.when(when)];
    const day = words.when(published);
    return [t`published ${day}`, when === null ? '' : words.when(when)];
  };
  const open = (index: number) => {
    const mark = listed[index];
    if (mark !== undefined) onOpen(mark.item);
  };
  const outside = i18n.number(marks.length - listed.length);
  return (
    <div className={styles.lists}>
      <Group
        heading={t`In order of time`}
        count={listed.length}
        hint={marks.length > listed.length ? t`${outside} more outside the chosen days` : ''}
      >
        {listed.length === 0 ? (
          <p className={styles.hint}>{t`Nothing that is shown has a time in these days.`}</p>
        ) : (
          <VirtualList
            label={t`In order of time`}
            items={listed}
            keyOf={({ item }) => item.id}
            rowHeight={rowHeight}
            chosenIndex={chosen < listed.length ? chosen : -1}
            onChoose={(index) => {
              setChosen(index);
              onLight(listed[index] ?? null, true);
            }}
            onOpen={open}
            renderRow={(mark, index) => (
              <Row
                item={mark.item}
                isSure={mark.span.isSure}
                facts={[
                  ...times(mark.item),
                  mark.lag === null ? '' : words.lag(mark.lag),
                  mark.item.place?.name ?? '',
                  mark.item.source,
                ]}
                onOpen={() => open(index)}
                onPoint={(isOver) => onLight(isOver ? mark : null, false)}
              />
            )}
          />
        )}
      </Group>
      {undated.length > 0 && (
        <Group
          heading={t`No date`}
          count={undated.length}
          hint={t`Nobody says when. Liptako never guesses: enter a date where you know one.`}
        >
          <Undated items={undated} words={words} onOpen={onOpen} />
        </Group>
      )}
    </div>
  );
}

type UndatedProps = Pick<TimelineListsProps, 'words' | 'onOpen'> & { readonly items: readonly PictureItem[] };

function Undated({ items, words, onOpen }: UndatedProps) {
  const { t } = useLingui();
  const [chosen, setChosen] = useState(-1);
  const open = (index: number) => {
    const item = items[index];
    if (item !== undefined) onOpen(item);
  };
  return (
    <VirtualList
      label={t`No date`}
      items={items}
      keyOf={({ id }) => id}
      rowHeight={rowHeight}
      chosenIndex={chosen < items.length ? chosen : -1}
      onChoose={setChosen}
      onOpen={open}
      renderRow={(item, index) => {
        const published = item.published === null ? '' : words.when(item.published);
        const facts = [
          words.kind(item.kind),
          published === '' ? '' : t`published ${published}`,
          item.place?.name ?? '',
          item.source,
        ];
        return <Row item={item} isSure facts={facts} onOpen={() => open(index)} />;
      }}
    />
  );
}

type GroupProps = {
  readonly heading: string;
  readonly count: number;
  readonly hint: string;
  readonly children: ReactNode;
};

function Group({ heading, count, hint, children }: GroupProps) {
  const { i18n } = useLingui();
  return (
    <section className={styles.group} aria-label={heading}>
      <h2 className={styles.heading}>
        {heading} <span className={styles.soft}>{i18n.number(count)}</span>
        {hint !== '' && <span className={styles.hint}>{hint}</span>}
      </h2>
      {children}
    </section>
  );
}

type RowProps = {
  readonly item: PictureItem;
  readonly isSure: boolean;
  /** Empty ones are left out. */
  readonly facts: readonly string[];
  readonly onOpen: () => void;
  readonly onPoint?: (isOver: boolean) => void;
};

function Row({ item, isSure, facts, onOpen, onPoint }: RowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes Enter for its rows.
    // biome-ignore lint/a11y/noStaticElementInteractions: the row around it has the role.
    <div
      className={styles.row}
      onClick={onOpen}
      onPointerEnter={() => onPoint?.(true)}
      onPointerLeave={() => onPoint?.(false)}
    >
      <SignIcon kind={item.kind} isSure={isSure} />
      <span className={styles.title} dir="auto">
        {item.title}
      </span>
      <span className={styles.soft}>{facts.filter((fact) => fact !== '').join(' · ')}</span>
    </div>
  );
}
