import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type DateEntry, enterDating, toDateEntry } from '#core/events/enter-dating.ts';
import type { Dating } from '#core/time/dating.ts';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './Tracks.module.css';
import { useTrackWords } from './use-track-words.ts';

type DatingBoxProps = {
  readonly label: string;
  readonly dating: Dating;
  /** What is typed can be kept. */
  readonly onEnter: (dating: Dating) => void;
};

const precisions = ['1', '2', '3', 'none'] as const;
const bases = ['stated', 'inferred', 'analyst'] as const;

/** The days of a waypoint or an area: kept as soon as they make sense. Nothing is ever completed. */
export function DatingBox({ label, dating, onEnter }: DatingBoxProps) {
  const { t } = useLingui();
  const words = useTrackWords();
  const [typed, setTyped] = useState<{ readonly on: Dating; readonly entry: DateEntry } | null>(null);
  // What is kept has changed since: by what was typed, or by an undo.
  const entry = typed === null || typed.on !== dating ? toDateEntry(dating) : typed.entry;
  const read = enterDating(entry);
  const take = (part: Partial<DateEntry>) => {
    const next = { ...entry, ...part };
    const found = enterDating(next);
    setTyped({ on: dating, entry: next });
    if (typeof found !== 'string') onEnter(found);
  };
  // A day that is typed is the analyst's: what led the program to another one says nothing of it.
  const enter = (part: Partial<DateEntry>) => {
    const { from, until } = { ...entry, ...part };
    const precision = from !== '' && from === until ? 1 : entry.precision === 1 ? null : entry.precision;
    take({ basis: 'analyst', reasons: [], precision, ...part });
  };
  return (
    <fieldset className={styles.fields}>
      <legend>{label}</legend>
      <TextField label={t`First day`} type="date" value={entry.from} onChange={(from) => enter({ from })} />
      <TextField
        label={t`Last day`}
        type="date"
        value={entry.until}
        onChange={(until) => enter({ until })}
        {...(read === 'until-before-from'
          ? { error: t`The last day is before the first. Put it later, or leave it empty.` }
          : {})}
        {...(read === 'no-such-day'
          ? { error: t`There is no such day. Write it as year, month and day.` }
          : {})}
      />
      <Select
        label={t`Time precision`}
        value={entry.precision === null ? 'none' : (`${entry.precision}` as const)}
        options={precisions.map((value) => ({ value, label: words.timePrecision(readPrecision(value)) }))}
        onChange={(value) => take({ precision: readPrecision(value) })}
      />
      <Select
        label={t`How it is known`}
        value={entry.basis}
        options={bases.map((value) => ({ value, label: words.basis(value) }))}
        onChange={(basis) => take({ basis })}
      />
    </fieldset>
  );
}

function readPrecision(value: (typeof precisions)[number]): Dating['precision'] {
  if (value === 'none') return null;
  return value === '1' ? 1 : value === '2' ? 2 : 3;
}
