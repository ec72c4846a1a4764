import { useLingui } from '@lingui/react/macro';
import { ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react';
import type { TimeStepKind } from '#core/picture/time-steps.ts';
import { useNarrowing } from '#state/narrowing.ts';
import { usePreferences } from '#state/preferences.ts';
import { IconButton } from '#ui/IconButton.tsx';
import styles from './Narrowing.module.css';
import type { TimeSlider as Slider } from './use-time-slider.ts';

type TimeSliderProps = { readonly slider: Slider; readonly kind: TimeStepKind };

/** First and last day by two handles, over how many items there are in each step; played step by step. */
export function TimeSlider({ slider, kind }: TimeSliderProps) {
  const { t } = useLingui();
  const language = usePreferences((state) => state.language);
  const days = useNarrowing((state) => state);
  const { steps, counts, low, high } = slider;
  const last = steps.length - 1;
  const [from, until] = [steps[low], steps[high]];
  // Within one step there is nothing to slide.
  if (from === undefined || until === undefined || last === 0) return null;
  // Who asked for little motion goes step by step.
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  // Days chosen elsewhere, as on the timeline, need not be those of whole steps.
  const name = (day: string, isWhole: boolean) => dayName(day, isWhole && kind === 'month', language);
  const fromName = name(days.from ?? from.from, days.from === null || days.from === from.from);
  const untilName = name(days.until ?? until.until, days.until === null || days.until === until.until);
  const share = (at: number) => `${(100 * at) / last}%`;
  return (
    <fieldset className={styles.slider} aria-label={t`Time`}>
      {!isCalm && (
        <IconButton
          label={slider.isPlaying ? t`Pause` : t`Play`}
          icon={slider.isPlaying ? Pause : Play}
          size="small"
          onPress={slider.isPlaying ? slider.pause : slider.play}
        />
      )}
      <IconButton
        label={t`Earlier`}
        icon={ChevronLeft}
        size="small"
        isDisabled={low === 0}
        onPress={() => slider.move(-1)}
      />
      <span className={styles.end}>{fromName}</span>
      <div className={styles.track}>
        <Bars counts={counts} />
        <div className={styles.range}>
          <div
            className={styles.chosen}
            style={{ insetInlineStart: share(low), insetInlineEnd: `calc(100% - ${share(high)})` }}
          />
        </div>
        {/* Where both stand at the end, the first one is on top, or neither could be moved. */}
        <Handle
          label={t`From`}
          max={last}
          value={low}
          says={fromName}
          isOnTop={low > last / 2}
          onChange={(at) => slider.choose(Math.min(at, high), high)}
        />
        <Handle
          label={t`Until`}
          max={last}
          value={high}
          says={untilName}
          isOnTop={low <= last / 2}
          onChange={(at) => slider.choose(low, Math.max(at, low))}
        />
      </div>
      <span className={styles.end}>{untilName}</span>
      <IconButton
        label={t`Later`}
        icon={ChevronRight}
        size="small"
        isDisabled={high === last}
        onPress={() => slider.move(1)}
      />
    </fieldset>
  );
}

type HandleProps = {
  readonly label: string;
  readonly max: number;
  readonly value: number;
  /** Read out in place of the number. */
  readonly says: string;
  readonly isOnTop: boolean;
  readonly onChange: (value: number) => void;
};

function Handle({ label, max, value, says, isOnTop, onChange }: HandleProps) {
  return (
    <input
      type="range"
      className={styles.handle}
      style={{ zIndex: isOnTop ? 2 : 1 }}
      aria-label={label}
      aria-valuetext={says}
      min={0}
      max={max}
      step={1}
      value={value}
      onChange={({ target }) => onChange(Number(target.value))}
    />
  );
}

/** More bars than this would be thinner than a line. */
const mostBars = 240;

function Bars({ counts }: { readonly counts: readonly number[] }) {
  const size = Math.ceil(counts.length / mostBars);
  const bars = Array.from({ length: Math.ceil(counts.length / size) }, (_, at) =>
    Math.max(...counts.slice(at * size, (at + 1) * size)),
  );
  const most = Math.max(1, ...bars);
  // A single item is still to be seen beside a thousand.
  const path = bars.map((count, at) =>
    count === 0 ? '' : `M${at} 1V${1 - Math.max(0.06, count / most)}h0.86V1Z`,
  );
  return (
    <svg
      className={styles.bars}
      viewBox={`0 0 ${bars.length} 1`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={path.join('')} />
    </svg>
  );
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** A day in words, or the month it is in. */
export function dayName(day: string, isMonth: boolean, language: string): string {
  const key = `${language} ${isMonth}`;
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'short',
      ...(isMonth ? {} : { day: 'numeric' }),
    });
  formats.set(key, format);
  return format.format(new Date(`${day}T00:00Z`));
}
