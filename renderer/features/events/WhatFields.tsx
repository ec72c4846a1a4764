import { useLingui } from '@lingui/react/macro';
import type { EventForm, FormProblem } from '#core/events/event-form.ts';
import { type SubEventType, subEventTypes, typeOf } from '#core/events/event-types.ts';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './Events.module.css';
import { useEventWords } from './use-event-words.ts';

type WhatFieldsProps = {
  readonly form: EventForm;
  readonly problems: readonly FormProblem[];
  readonly onSubType: (subType: SubEventType | null) => void;
  readonly onDeaths: (deaths: EventForm['deaths']) => void;
};

/** What happened, in ACLED's terms, and how many are said to have died. */
export function WhatFields({ form, problems, onSubType, onDeaths }: WhatFieldsProps) {
  const { t } = useLingui();
  const words = useEventWords();
  const { subType } = form.event;
  const options = subEventTypes.map((one) => ({
    value: one.subType as SubEventType | '',
    label: `${words.type(one.type)} › ${words.subType(one.subType)}`,
  }));
  return (
    <fieldset className={styles.section}>
      <legend>{t`What`}</legend>
      <Select
        label={t`Type (ACLED)`}
        value={subType ?? ''}
        options={[{ value: '', label: t`Not coded` }, ...options]}
        onChange={(value) => onSubType(value === '' ? null : value)}
      />
      {subType !== null && <p className={styles.soft}>{words.meaning(typeOf(subType))}</p>}
      <Figures form={form} problems={problems} onDeaths={onDeaths} />
    </fieldset>
  );
}

function Figures({ form, problems, onDeaths }: Omit<WhatFieldsProps, 'onSubType'>) {
  const { t } = useLingui();
  const { deaths } = form;
  const problem = problems.find(({ field }) => field === 'deaths')?.problem;
  return (
    <>
      <div className={styles.figures}>
        <TextField
          label={t`Deaths, lowest`}
          value={deaths.low}
          onChange={(low) => onDeaths({ ...deaths, low })}
        />
        <TextField
          label={t`Best figure`}
          value={deaths.best}
          onChange={(best) => onDeaths({ ...deaths, best })}
        />
        <TextField
          label={t`Highest`}
          value={deaths.high}
          onChange={(high) => onDeaths({ ...deaths, high })}
        />
      </div>
      {problem === undefined ? (
        <p className={styles.soft}>{t`As reported, not verified. Empty: nobody gives a figure.`}</p>
      ) : (
        <p className={styles.problem} role="alert">
          {problem === 'no-figure'
            ? t`Write deaths as whole numbers, or leave the box empty.`
            : t`The lowest figure comes first, the highest last.`}
        </p>
      )}
    </>
  );
}
