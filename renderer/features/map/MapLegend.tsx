import { useLingui } from '@lingui/react/macro';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import styles from './Map.module.css';
import type { MapOverlays } from './map-data.ts';

/** What can be laid over the base. */
export type MapExtras = Pick<MapOverlays, 'hasGraticule' | 'hasOutline'>;

type MapLegendProps = {
  readonly showSuggested: boolean;
  readonly onShowSuggested: (isShown: boolean) => void;
  readonly extras: MapExtras;
  readonly onExtras: (extras: MapExtras) => void;
};

/** What the symbols mean, and the switches for what is only suggested and what lies over the base. */
export function MapLegend({ showSuggested, onShowSuggested, extras, onExtras }: MapLegendProps) {
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
      <div className={styles.legendRow}>
        <span className={styles.legendEvent} aria-hidden="true">
          <span className={`${styles.lozenge} ${styles.exactEvent}`} />
        </span>
        {t`Events, as exact as the place`}
      </div>
      <Switch isOn={showSuggested} label={t`Suggested, not decided`} onChange={onShowSuggested}>
        <PinSymbol radius={5.5} classes={[styles.pin, styles.suggested]} />
      </Switch>
      <Switch
        isOn={extras.hasOutline}
        label={t`Liptako-Gourma, approximate`}
        onChange={(hasOutline) => onExtras({ ...extras, hasOutline })}
      >
        <LineSymbol className={styles.outline} />
      </Switch>
      <Switch
        isOn={extras.hasGraticule}
        label={t`Lines of latitude and longitude`}
        onChange={(hasGraticule) => onExtras({ ...extras, hasGraticule })}
      >
        <LineSymbol className={styles.graticule} />
      </Switch>
    </div>
  );
}

type SwitchProps = {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  /** The symbol it switches. */
  readonly children: ReactNode;
};

function Switch({ label, isOn, onChange, children }: SwitchProps) {
  return (
    <Checkbox className={`${styles.legendRow} ${styles.check}`} isSelected={isOn} onChange={onChange}>
      {children}
      {label}
      <span className={styles.box} aria-hidden="true">
        <Check strokeWidth={3} />
      </span>
    </Checkbox>
  );
}

function LineSymbol({ className }: { readonly className: string | undefined }) {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <line x1="0" y1="9" x2="18" y2="9" className={className} />
    </svg>
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
