import { useLingui } from '@lingui/react/macro';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { PictureItem } from '#core/picture/picture-item.ts';
import type { ChosenDays, TimelineMark } from '#core/timeline/timeline-mark.ts';
import { useTextScale } from '#ui/use-text-scale.ts';
import { createTimeline, type TimelineData, type TimelineWidget } from './create-timeline.ts';
import { SignIcon } from './SignIcon.tsx';
import styles from './Timeline.module.css';
import type { Timeline } from './use-timeline.ts';
import type { TimelineWords } from './use-timeline-words.ts';

type TimelineCanvasProps = {
  readonly widget: RefObject<TimelineWidget | null>;
  readonly timeline: Timeline;
  readonly words: TimelineWords;
  readonly hasNames: boolean;
  readonly hasLag: boolean;
  readonly lit: TimelineMark | null;
  readonly onOpen: (item: PictureItem) => void;
  readonly onChoose: (days: ChosenDays | null) => void;
};

type Pointed = { readonly mark: TimelineMark; readonly x: number; readonly y: number };

/** The drawing of the timeline, with what is under the pointer told beside it. */
export function TimelineCanvas(props: TimelineCanvasProps) {
  const { widget, timeline, words, hasNames, hasLag, lit } = props;
  const { t } = useLingui();
  const element = useRef<HTMLDivElement>(null);
  const deeds = useRef(props);
  deeds.current = props;
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const scale = useTextScale();
  const label = t`Timeline. Arrow keys move it, plus and minus zoom, Home shows all. The list below holds the same.`;
  useEffect(() => {
    if (element.current === null) return;
    const made = createTimeline(element.current, {
      label,
      onOpen: ({ item }) => deeds.current.onOpen(item),
      onPoint: (mark, at) => setPointed(mark === null ? null : { mark, ...at }),
      onChoose: (days) => deeds.current.onChoose(days),
    });
    widget.current = made;
    return () => {
      widget.current = null;
      made.destroy();
    };
  }, [widget, label]);
  const { lanes, marks, chosen } = timeline;
  useEffect(() => {
    const data: TimelineData = {
      lanes,
      marks,
      hasNames,
      hasLag,
      chosen,
      lit: pointed?.mark ?? lit,
      scale,
      words: words.drawing,
    };
    widget.current?.update(data);
  }, [widget, lanes, marks, hasNames, hasLag, chosen, lit, pointed, scale, words.drawing]);
  return (
    <div className={styles.drawing} ref={element}>
      {pointed !== null && <Tip {...pointed} words={words} />}
    </div>
  );
}

/** What is known of a mark. The lists say the same. */
function Tip({ mark, x, y, words }: Pointed & { readonly words: TimelineWords }) {
  const { t } = useLingui();
  const { item, lag } = mark;
  const published = item.published === null ? t`not stated` : words.when(item.published);
  return (
    <div className={styles.tip} aria-hidden="true" style={{ left: `min(${x}px, 100% - 23rem)`, top: y + 18 }}>
      <p className={styles.tipTitle} dir="auto">
        <SignIcon kind={item.kind} isSure={mark.span.isSure} /> {shorten(item.title)}
      </p>
      {item.kind !== 'article' && <p>{words.when(item.when)}</p>}
      <p className={styles.tipSoft}>{t`Published: ${published}`}</p>
      {lag !== null && <p>{words.lag(lag)}</p>}
      <p className={styles.tipSoft}>{[item.place?.name, item.source].filter(Boolean).join(' · ')}</p>
    </div>
  );
}

function shorten(text: string): string {
  return text.length <= 220 ? text : `${text.slice(0, 219).toWellFormed()}…`;
}
