import { useLingui } from '@lingui/react/macro';
import { useId } from 'react';
import { contextLimits } from '#core/search/concordance.ts';
import type { ConcordanceOrder } from '#core/search/order-concordance.ts';
import { Button } from '#ui/Button.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './Concordance.module.css';
import { concordanceDesk, findLines, useConcordanceDesk } from './concordance-desk.ts';

/** What is looked for, how much is shown around it and in which order. */
export function ConcordanceForm() {
  const { t } = useLingui();
  const { query, order, context } = useConcordanceDesk((desk) => desk);
  const orders: readonly { value: ConcordanceOrder; label: string }[] = [
    { value: 'after', label: t`Words after` },
    { value: 'before', label: t`Words before` },
    { value: 'hit', label: t`What was found` },
    { value: 'article', label: t`Article` },
    { value: 'newest', label: t`Date, newest first` },
    { value: 'oldest', label: t`Date, oldest first` },
    { value: 'found', label: t`Best articles first` },
  ];
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void findLines();
      }}
    >
      <div className={styles.query}>
        <TextField
          label={t`Every place of`}
          type="search"
          value={query}
          onChange={(value) => concordanceDesk.setState({ query: value, withoutAliases: [] })}
        />
      </div>
      <Button type="submit" variant="primary" isDisabled={query.trim() === ''}>
        {t`Find`}
      </Button>
      <span className={styles.gap} />
      <Select
        label={t`Sort by`}
        value={order}
        options={orders}
        onChange={(value) => concordanceDesk.setState({ order: value })}
      />
      <ContextSlider value={context} onChange={(value) => concordanceDesk.setState({ context: value })} />
    </form>
  );
}

function ContextSlider({
  value,
  onChange,
}: {
  readonly value: number;
  readonly onChange: (value: number) => void;
}) {
  const { t } = useLingui();
  const id = useId();
  return (
    <div className={styles.slider}>
      <label htmlFor={id}>{t`Context: ${value} characters`}</label>
      <input
        id={id}
        type="range"
        min={contextLimits.narrowest}
        max={contextLimits.widest}
        step={10}
        value={value}
        aria-valuetext={t`${value} characters on each side`}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
    </div>
  );
}
