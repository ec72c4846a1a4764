import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ChevronDown, ChevronUp, ListFilter } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { timeOf } from '#core/picture/narrow-items.ts';
import { isWideOpen, wideOpen } from '#core/picture/narrowing.ts';
import type { PictureItem } from '#core/picture/picture-item.ts';
import type { TimeStepKind } from '#core/picture/time-steps.ts';
import { narrowing, useNarrowing } from '#state/narrowing.ts';
import { useNarrowedItems } from '#state/use-narrowed-items.ts';
import { usePictureItems } from '#state/use-picture-items.ts';
import { Button } from '#ui/Button.tsx';
import { Chip } from '#ui/Chip.tsx';
import { Select } from '#ui/Select.tsx';
import { FacetMenu } from './FacetMenu.tsx';
import styles from './Narrowing.module.css';
import { TimeSlider } from './TimeSlider.tsx';
import { useShapeName } from './use-area-words.ts';
import { useFacets } from './use-facets.ts';
import { useTimeSlider } from './use-time-slider.ts';
import { unitCounting } from './use-unit-counts.ts';

/** Whether the bar is unfolded: as it was left when the map comes up again. */
const bar = createStore<{ readonly isOpen: boolean }>(() => ({ isOpen: true }));

/** What the map is narrowed down to: it always says how many items that leaves out, and folds away. */
export function NarrowingBar() {
  const { t } = useLingui();
  const isOpen = useStore(bar, (state) => state.isOpen);
  const isNarrowed = useNarrowing((state) => !isWideOpen(state));
  return (
    <section className={styles.bar} aria-label={t`Narrow the map`}>
      <div className={styles.line}>
        <Button
          variant="quiet"
          size="small"
          aria-expanded={isOpen}
          onPress={() => bar.setState({ isOpen: !isOpen })}
        >
          <ListFilter size={14} aria-hidden="true" />
          {t`Narrow`}
          {isOpen ? <ChevronUp size={13} aria-hidden="true" /> : <ChevronDown size={13} aria-hidden="true" />}
        </Button>
        <Left />
        <span className={styles.gap} />
        <ShapeChip />
        {isNarrowed && (
          <Button
            variant="quiet"
            size="small"
            onPress={() => narrowing.setState(wideOpen)}
          >{t`Clear all`}</Button>
        )}
      </div>
      {isOpen && <Controls />}
    </section>
  );
}

/** How many items are left, and how many are not for which reason. */
function Left() {
  const { t } = useLingui();
  const narrowed = useNarrowedItems();
  if (narrowed === undefined) return <span className={styles.soft}>{t`Reading…`}</span>;
  const { all, inside, undated } = narrowed;
  const outside = all.length - inside.length - undated.length;
  const shown = inside.length;
  return (
    <span className={styles.left} role="status">
      <span>
        <Plural value={all.length} one={`${shown} of # item`} other={`${shown} of # items`} />
      </span>
      {outside > 0 && (
        <span>
          <Trans>{outside} outside</Trans>
        </span>
      )}
      {undated.length > 0 && (
        <span className={styles.warn}>
          <Trans>{undated.length} without a date, not shown</Trans>
        </span>
      )}
    </span>
  );
}

function ShapeChip() {
  const { t } = useLingui();
  const shape = useNarrowing((state) => state.shape);
  const shapeName = useShapeName();
  if (shape === null) return null;
  return (
    <Chip name={t`the selected area`} onRemove={() => narrowing.setState({ shape: null })}>
      {shapeName(shape)}
    </Chip>
  );
}

/** Whether and by which units the map counts. */
function CountingChoice() {
  const { t } = useLingui();
  const level = useStore(unitCounting, (state) => state.level);
  return (
    <Select
      label={t`Counts by unit`}
      hideLabel
      value={level ?? 'none'}
      options={[
        { value: 'none', label: t`No counts` },
        { value: 'region', label: t`Count by region` },
        { value: 'district', label: t`Count by district` },
      ]}
      onChange={(chosen) => unitCounting.setState({ level: chosen === 'none' ? null : chosen })}
    />
  );
}

const noItems: readonly PictureItem[] = [];

function Controls() {
  const all = usePictureItems() ?? noItems;
  const [kind, setKind] = useState<TimeStepKind>('month');
  return (
    <>
      <FacetLine all={all} kind={kind} onKind={setKind} />
      <DaysLine all={all} kind={kind} />
    </>
  );
}

type FacetLineProps = {
  readonly all: readonly PictureItem[];
  readonly kind: TimeStepKind;
  readonly onKind: (kind: TimeStepKind) => void;
};

/** What to narrow by but the days: a step of the slider leaves it as it is. */
function FacetLine({ all, kind, onKind }: FacetLineProps) {
  const { t } = useLingui();
  const facets = useFacets(all);
  const tagIds = useNarrowing((state) => state.tagIds);
  const actorIds = useNarrowing((state) => state.actorIds);
  const sources = useNarrowing((state) => state.sources);
  const reliabilities = useNarrowing((state) => state.reliabilities);
  const timeOf = useNarrowing((state) => state.timeOf);
  return (
    <div className={styles.line}>
      <FacetMenu
        label={t`Tag`}
        options={facets.tags}
        chosen={tagIds}
        onChange={(tagIds) => narrowing.setState({ tagIds })}
      />
      <FacetMenu
        label={t`Actor`}
        options={facets.actors}
        chosen={actorIds}
        onChange={(actorIds) => narrowing.setState({ actorIds })}
      />
      <FacetMenu
        label={t`Source`}
        options={facets.sources}
        chosen={sources}
        onChange={(sources) => narrowing.setState({ sources })}
      />
      <FacetMenu
        label={t`Grade`}
        options={facets.reliabilities}
        chosen={reliabilities}
        onChange={(reliabilities) => narrowing.setState({ reliabilities })}
      />
      <span className={styles.gap} />
      <CountingChoice />
      <Select
        label={t`Which days`}
        hideLabel
        value={timeOf}
        options={[
          { value: 'event', label: t`When it happened` },
          { value: 'publication', label: t`When it was published` },
        ]}
        // The days of one say nothing of the other.
        onChange={(timeOf) => narrowing.setState({ timeOf, from: null, until: null })}
      />
      <Select
        label={t`Steps of the slider`}
        hideLabel
        value={kind}
        options={[
          { value: 'month', label: t`by month` },
          { value: 'week', label: t`by week` },
          { value: 'day', label: t`by day` },
        ]}
        onChange={onKind}
      />
    </div>
  );
}

/** The slider over the days, and what has none. */
function DaysLine({ all, kind }: Pick<FacetLineProps, 'all' | 'kind'>) {
  const { t } = useLingui();
  const by = useNarrowing((state) => state.timeOf);
  const slider = useTimeSlider(all, kind);
  const undated = useMemo(() => all.filter((item) => timeOf(item, by) === null).length, [all, by]);
  return (
    <div className={styles.line}>
      {slider === null ? (
        <p className={styles.soft}>
          {by === 'event'
            ? t`No item says when it happened: enter events with their dates, or go by publication.`
            : t`No article says when it was published.`}
        </p>
      ) : (
        <TimeSlider slider={slider} kind={kind} />
      )}
      {slider !== null && undated > 0 && (
        <span className={styles.soft}>
          <Plural value={undated} one="# has no date" other="# have no date" />
        </span>
      )}
    </div>
  );
}
