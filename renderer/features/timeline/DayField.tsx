import { useState } from 'react';
import { isDay } from '#core/events/enter-dating.ts';
import { TextField } from '#ui/TextField.tsx';
import styles from './Timeline.module.css';

type DayFieldProps = {
  readonly label: string;
  /** `null`: none. */
  readonly day: string | null;
  readonly isWrong: (day: string) => boolean;
  /** Why a wrong day can't be taken. */
  readonly problem: string;
  readonly onChange: (day: string | null) => void;
};

/** A day to be typed: taken as soon as it is one, kept in the box until then. */
export function DayField({ label, day, isWrong, problem, onChange }: DayFieldProps) {
  /** What is typed and no day yet; `null`: what is taken. */
  const [typed, setTyped] = useState<string | null>(null);
  const value = typed ?? day ?? '';
  const error = typed !== null && isDay(typed) && isWrong(typed) ? problem : undefined;
  const enter = (text: string) => {
    const isTaken = text === '' || (isDay(text) && !isWrong(text) && text >= '1000');
    setTyped(isTaken ? null : text);
    if (isTaken) onChange(text === '' ? null : text);
  };
  return (
    <div className={styles.day}>
      <TextField
        label={label}
        type="date"
        value={value}
        onChange={enter}
        onBlur={() => setTyped(null)}
        {...(error === undefined ? {} : { error })}
      />
    </div>
  );
}
