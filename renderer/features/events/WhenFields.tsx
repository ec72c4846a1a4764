import { useLingui } from '@lingui/react/macro';
import type { DateEntry } from '#core/events/enter-dating.ts';
import type { FormProblem } from '#core/events/event-form.ts';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useDateReasons } from '#ui/use-date-reasons.ts';
import styles from './Events.module.css';
import { useEventWords } from './use-event-words.ts';

type WhenFieldsProps = {
  readonly date: DateEntry;
  readonly problems: readonly FormProblem[];
  readonly onChange: (date: DateEntry) => void;
  /** The day it was first made known; empty: the publication of its passages tells. */
  readonly announcedOn: string;
  readonly onAnnounced: (day: string) => void;
};

const precisions = ['1', '2', '3', 'none'] as const;
const bases = ['stated', 'inferred', 'analyst'] as const;

/** When an event was: its days as far as they are known, how exactly, and who says so. */
export function WhenFields({ date, problems, onChange, announcedOn, onAnnounced }: WhenFieldsProps) {
  const { t } = useLingui();
  const words = useEventWords();
  const say = useDateReasons();
  // A day that is typed is the analyst's: what led the program to another one says nothing of it.
  const enter = (typed: Partial<DateEntry>) => onChange({ ...date, basis: 'analyst', reasons: [], ...typed });
  const problem = problems.find(({ field }) => field === 'date')?.problem;
  const error =
    problem === 'until-before-from'
      ? t`The last day is before the first. Put it later, or leave it empty.`
      : t`There is no such day. Write it as year, month and day.`;
  return (
    <fieldset className={styles.section}>
      <legend>{t`When`}</legend>
      <div className={styles.pairOfFields}>
        <TextField label={t`First day`} type="date" value={date.from} onChange={(from) => enter({ from })} />
        <TextField
          label={t`Last day`}
          type="date"
          value={date.until}
          onChange={(until) => enter({ until })}
          {...(problem === undefined ? {} : { error })}
        />
        <Select
          label={t`Time precision`}
          value={date.precision === null ? 'none' : (`${date.precision}` as const)}
          options={precisions.map((value) => ({ value, label: words.timePrecision(readPrecision(value)) }))}
          onChange={(value) => onChange({ ...date, precision: readPrecision(value) })}
        />
        <Select
          label={t`How it is known`}
          value={date.basis}
          options={bases.map((value) => ({ value, label: words.basis(value) }))}
          onChange={(basis) => onChange({ ...date, basis })}
        />
      </div>
      {date.reasons.length > 0 && <p className={styles.soft}>{t`Why: ${say(date.reasons)}.`}</p>}
      <TextField
        label={t`As it is printed`}
        value={date.printed}
        maxLength={300}
        onChange={(printed) => onChange({ ...date, printed })}
        description={t`A day nobody states stays empty: “late March” without a year has none.`}
      />
      <TextField
        label={t`First made known on`}
        type="date"
        value={announcedOn}
        onChange={onAnnounced}
        description={t`Only where it was announced before the passages were published. The timeline shows how long that took.`}
      />
    </fieldset>
  );
}

function readPrecision(value: (typeof precisions)[number]): DateEntry['precision'] {
  if (value === 'none') return null;
  return value === '1' ? 1 : value === '2' ? 2 : 3;
}
