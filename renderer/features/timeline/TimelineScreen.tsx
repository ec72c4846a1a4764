import { useLingui } from '@lingui/react/macro';
import { CalendarRange } from 'lucide-react';
import { useRef, useState } from 'react';
import { Group, useDefaultLayout } from 'react-resizable-panels';
import type { PictureItem } from '#core/picture/picture-item.ts';
import { dayOf } from '#core/timeline/day-number.ts';
import type { ChosenDays, TimelineMark } from '#core/timeline/timeline-mark.ts';
import { narrowing } from '#state/narrowing.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Pane, PaneDivider } from '#ui/Pane.tsx';
import type { TimelineWidget } from './create-timeline.ts';
import styles from './Timeline.module.css';
import { TimelineBar, type TimelineLook } from './TimelineBar.tsx';
import { TimelineCanvas } from './TimelineCanvas.tsx';
import { TimelineLists } from './TimelineLists.tsx';
import { useTimeline } from './use-timeline.ts';
import { useTimelineWords } from './use-timeline-words.ts';

/** How it was looked at last. */
let lastLook: TimelineLook = { lanes: 'kind', hasLag: true };

type TimelineScreenProps = {
  /** Show what an item leads to: its passage, or its event. */
  readonly onOpen: (item: PictureItem) => void;
};

/** Everything of the work that has a time, in lanes, with the lag between what happened and its publication. */
export function TimelineScreen({ onOpen }: TimelineScreenProps) {
  const { t } = useLingui();
  const words = useTimelineWords();
  const [look, setLook] = useState(lastLook);
  const [lit, setLit] = useState<TimelineMark | null>(null);
  const widget = useRef<TimelineWidget | null>(null);
  const rows = useDefaultLayout({ id: 'timeline-rows', panelIds: ['drawing', 'lists'] });
  const timeline = useTimeline(look.lanes, words);
  if (timeline === undefined) return null;
  if (timeline.all.length === 0)
    return (
      <EmptyState icon={CalendarRange} title={t`Nothing has a time yet`}>
        {t`Articles, highlights, events, tracks and areas stand here by their dates once there are some.`}
      </EmptyState>
    );
  const changeLook = (next: TimelineLook) => {
    lastLook = next;
    setLook(next);
  };
  const light = (mark: TimelineMark | null, isByKey: boolean) => {
    setLit(mark);
    if (isByKey && mark !== null) widget.current?.reveal(mark);
  };
  return (
    <section className={styles.screen} aria-label={t`Timeline`}>
      <TimelineBar
        timeline={timeline}
        words={words}
        look={look}
        onLook={changeLook}
        widget={() => widget.current}
      />
      <Group orientation="vertical" className={styles.panes} id="timeline-rows" {...rows}>
        <Pane id="drawing" defaultSize="62%" minSize="8rem">
          {timeline.marks.length === 0 ? (
            <EmptyState icon={CalendarRange} title={t`Nothing that is shown has a date`}>
              {t`Enter events with their dates, place things by when they were published, or take off what narrows this down.`}
            </EmptyState>
          ) : (
            <TimelineCanvas
              widget={widget}
              timeline={timeline}
              words={words}
              hasNames={look.lanes !== 'none'}
              hasLag={look.hasLag}
              lit={lit}
              onOpen={onOpen}
              onChoose={choose}
            />
          )}
        </Pane>
        <PaneDivider label={t`Height of the lists`} isFlat />
        <Pane id="lists" minSize="6rem">
          <TimelineLists timeline={timeline} words={words} onOpen={onOpen} onLight={light} />
        </Pane>
      </Group>
    </section>
  );
}

/** Narrow timeline and map down to days. */
function choose(days: ChosenDays | null): void {
  narrowing.setState({
    from: days === null || days.first === null ? null : dayOf(days.first),
    until: days === null || days.end === null ? null : dayOf(days.end - 1),
  });
}
