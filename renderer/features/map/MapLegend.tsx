import { useLingui } from '@lingui/react/macro';
import { Check } from 'lucide-react';
import { Checkbox } from 'react-aria-components';
import styles from './Map.module.css';

type MapLegendProps = {
  readonly showSuggested: boolean;
  readonly onShowSuggested: (isShown: boolean) => void;
};

/** What the symbols mean, and the switch for what is only suggested. */
export function MapLegend({ showSuggested, onShowSuggested }: MapLegendProps) {
  const { t } = useLingui();
  const rows = [
    {
      id: 'exact',
      radius: 5.5,
      classes: [styles.pin, styles.exact, styles.accepted],
      label: t`Accepted place`,
    },
    { id: 'near', radius: 5.5, classes: [styles.pin, styles.near, styles.accepted], label: t`Approximate` },
    { id: 'area', radius: 7, classes: [styles.pin, styles.area, styles.accepted], label: t`An area` },
  ];
  return (
    <div className={styles.legend} data-over-map>
      {rows.map(({ id, radius, classes, label }) => (
        <div key={id} className={styles.legendRow}>
          <PinSymbol radius={radius} classes={classes} />
          {label}
        </div>
      ))}
      <Checkbox
        className={`${styles.legendRow} ${styles.check}`}
        isSelected={showSuggested}
        onChange={onShowSuggested}
      >
        <PinSymbol radius={5.5} classes={[styles.pin, styles.suggested]} />
        {t`Suggested, not decided`}
        <span className={styles.box} aria-hidden="true">
          <Check strokeWidth={3} />
        </span>
      </Checkbox>
    </div>
  );
}

function PinSymbol({
  radius,
  classes,
}: {
  readonly radius: number;
  readonly classes: readonly (string | undefined)[];
}) {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <circle cx="9" cy="9" r={radius} className={classes.filter(Boolean).join(' ')} />
    </svg>
  );
}
