import { useLingui } from '@lingui/react/macro';
import { Maximize2, X, ZoomIn, ZoomOut } from 'lucide-react';
import { ToggleButton } from 'react-aria-components';
import { type ItemKind, itemKinds } from '#core/picture/picture-item.ts';
import { type LaneKind, laneKinds } from '#core/timeline/lanes.ts';
import { narrowing, useNarrowing } from '#state/narrowing.ts';
import { Button } from '#ui/Button.tsx';
import { CheckBox } from '#ui/CheckBox.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Select } from '#ui/Select.tsx';
import type { TimelineWidget } from './create-timeline.ts';
import { DayField } from './DayField.tsx';
import { SaveTimelineMenu } from './SaveTimelineMenu.tsx';
import { SignIcon } from './SignIcon.tsx';
import styles from './Timeline.module.css';
import type { Timeline } from './use-timeline.ts';
import type { TimelineWords } from './use-timeline-words.ts';

/** How the timeline is drawn. */
export type TimelineLook = { readonly lanes: LaneKind; readonly hasLag: boolean };

type TimelineBarProps = {
  readonly timeline: Timeline;
  readonly words: TimelineWords;
  readonly look: TimelineLook;
  readonly onLook: (look: TimelineLook) => void;
  readonly widget: () => TimelineWidget | null;
};

/** What the lanes are, by what things are placed, which kinds and days are shown, and how close. */
export function TimelineBar({ timeline, words, look, onLook, widget }: TimelineBarProps) {
  const { t } = useLingui();
  const timeOf = useNarrowing((state) => state.timeOf);
  const lanes: Record<LaneKind, string> = {
    kind: t`by kind`,
    actor: t`by actor`,
    place: t`by place`,
    tag: t`by tag`,
    none: t`none`,
  };
  return (
    <div className={styles.bar}>
      <div className={styles.tools}>
        <Select
          label={t`Lanes`}
          value={look.lanes}
          options={laneKinds.map((value) => ({ value, label: lanes[value] }))}
          onChange={(value) => onLook({ ...look, lanes: value })}
        />
        <Select
          label={t`Placed by`}
          value={timeOf}
          options={[
            { value: 'event', label: t`when it happened` },
            { value: 'publication', label: t`when it was published` },
          ]}
          // The days of one say nothing of the other.
          onChange={(value) => narrowing.setState({ timeOf: value, from: null, until: null })}
        />
        <Days />
        <span className={styles.gap} />
        <IconButton label={t`Zoom in`} icon={ZoomIn} onPress={() => widget()?.zoomBy(1.6)} />
        <IconButton label={t`Zoom out`} icon={ZoomOut} onPress={() => widget()?.zoomBy(1 / 1.6)} />
        <IconButton label={t`Show all`} icon={Maximize2} onPress={() => widget()?.showAll()} />
        <SaveTimelineMenu timeline={timeline} words={words} widget={widget} />
      </div>
      <div className={styles.tools}>
        <Kinds timeline={timeline} words={words} />
        <CheckBox isSelected={look.hasLag} onChange={(hasLag) => onLook({ ...look, hasLag })}>
          {t`Line to the publication`}
        </CheckBox>
        <span className={styles.gap} />
        <NarrowedBesides />
      </div>
    </div>
  );
}

/** The first and the last day that is chosen; the same as a stroke along the axis. */
function Days() {
  const { t } = useLingui();
  const from = useNarrowing((state) => state.from);
  const until = useNarrowing((state) => state.until);
  return (
    <>
      <DayField
        label={t`First day`}
        day={from}
        isWrong={(day) => until !== null && day > until}
        problem={t`It is after the last day.`}
        onChange={(day) => narrowing.setState({ from: day })}
      />
      <DayField
        label={t`Last day`}
        day={until}
        isWrong={(day) => from !== null && day < from}
        problem={t`It is before the first day.`}
        onChange={(day) => narrowing.setState({ until: day })}
      />
      {(from !== null || until !== null) && (
        <Button
          variant="quiet"
          size="small"
          onPress={() => narrowing.setState({ from: null, until: null })}
        >{t`All days`}</Button>
      )}
    </>
  );
}

function Kinds({ timeline, words }: Pick<TimelineBarProps, 'timeline' | 'words'>) {
  const { t, i18n } = useLingui();
  const kinds = useNarrowing((state) => state.kinds);
  const counts = new Map<ItemKind, Set<string>>();
  for (const { kind, recordId } of timeline.all) {
    const known = counts.get(kind) ?? new Set();
    counts.set(kind, known.add(recordId));
  }
  const there = itemKinds.filter((kind) => counts.has(kind));
  const isOn = (kind: ItemKind) => kinds.length === 0 || kinds.includes(kind);
  const turn = (kind: ItemKind) => {
    const on = there.filter((one) => (one === kind ? !isOn(one) : isOn(one)));
    // None would be the same as all.
    narrowing.setState({ kinds: on.length === there.length ? [] : on });
  };
  return (
    <fieldset className={styles.kinds} aria-label={t`Kinds`}>
      {there.map((kind) => (
        <ToggleButton
          key={kind}
          className={styles.kind ?? ''}
          isSelected={isOn(kind)}
          onChange={() => turn(kind)}
        >
          <SignIcon kind={kind} />
          {words.kind(kind)} <span className={styles.soft}>{i18n.number(counts.get(kind)?.size ?? 0)}</span>
        </ToggleButton>
      ))}
    </fieldset>
  );
}

/** That less is shown than there is, by what was chosen on the map. */
function NarrowedBesides() {
  const { t } = useLingui();
  const state = useNarrowing((all) => all);
  const { tagIds, actorIds, sources, reliabilities, shape } = state;
  const by = [
    tagIds.length > 0 && t`tags`,
    actorIds.length > 0 && t`actors`,
    sources.length > 0 && t`sources`,
    reliabilities.length > 0 && t`grades`,
    shape !== null && t`an area`,
  ].filter((part) => part !== false);
  if (by.length === 0) return null;
  const list = by.join(', ');
  const clear = () =>
    narrowing.setState({ tagIds: [], actorIds: [], sources: [], reliabilities: [], shape: null });
  return (
    <span className={styles.besides}>
      {t`Narrowed on the map by: ${list}`}
      <IconButton label={t`Show all of it`} icon={X} size="small" onPress={clear} />
    </span>
  );
}
