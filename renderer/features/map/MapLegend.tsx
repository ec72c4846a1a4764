import { useLingui } from '@lingui/react/macro';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import { KindSymbol, PileSymbol } from './KindSymbol.tsx';
import { LayerLegend } from './LayerLegend.tsx';
import styles from './Map.module.css';
import type { MapOverlays } from './map-data.ts';
import shapeStyles from './Shapes.module.css';
import { showKind, shownKinds, useShownKinds } from './shown-kinds.ts';

/** What can be laid over the base. */
export type MapExtras = Pick<MapOverlays, 'hasGraticule' | 'hasOutline'>;

type MapLegendProps = {
  readonly extras: MapExtras;
  readonly onExtras: (extras: MapExtras) => void;
};

/** What the symbols mean, and the switches for what is only suggested and what lies over the base. */
export function MapLegend({ extras, onExtras }: MapLegendProps) {
  const { t } = useLingui();
  const { kinds, isHeat } = useShownKinds();
  const shown = [
    { kind: 'mention', label: t`Accepted places` },
    { kind: 'event', label: t`Events` },
    { kind: 'highlight', label: t`Highlights` },
    { kind: 'article', label: t`Articles at the places they name` },
    { kind: 'suggested', label: t`Suggested, not decided` },
  ] as const;
  const exactness = [
    { precision: 'exact', label: t`Exact` },
    { precision: 'near', label: t`Approximate` },
    { precision: 'area', label: t`An area, somewhere in it` },
  ] as const;
  return (
    <details className={styles.legend} data-over-map open>
      <summary className={styles.legendTitle}>{t`Legend`}</summary>
      {shown.map(({ kind, label }) => (
        <Switch key={kind} isOn={kinds.has(kind)} label={label} onChange={(isOn) => showKind(kind, isOn)}>
          <KindSymbol kind={kind} precision="exact" />
        </Switch>
      ))}
      <Switch isOn={kinds.has('track')} label={t`Tracks`} onChange={(isOn) => showKind('track', isOn)}>
        <LineSymbol className={shapeStyles.track} />
      </Switch>
      <Switch isOn={kinds.has('area')} label={t`Areas`} onChange={(isOn) => showKind('area', isOn)}>
        <AreaSymbol />
      </Switch>
      <ul className={styles.legendExactness} aria-label={t`How exactly a place is known`}>
        {exactness.map(({ precision, label }) => (
          <li key={precision} className={styles.legendRow}>
            <KindSymbol kind="mention" precision={precision} />
            {label}
          </li>
        ))}
      </ul>
      <ul className={styles.legendExactness} aria-label={t`Several drawn as one`}>
        <li className={styles.legendRow}>
          <PileSymbol isOnePlace={false} />
          {t`Several, by kind`}
        </li>
        <li className={styles.legendRow}>
          <PileSymbol isOnePlace />
          {t`At one place`}
        </li>
      </ul>
      <Switch isOn={isHeat} label={t`As heat`} onChange={(isOn) => shownKinds.setState({ isHeat: isOn })}>
        <span className={styles.legendHeat} aria-hidden="true" />
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
      <LayerLegend />
    </details>
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
    <svg width="24" height="18" viewBox="-3 0 24 18" aria-hidden="true">
      <line x1="0" y1="9" x2="18" y2="9" className={className} />
    </svg>
  );
}

function AreaSymbol() {
  return (
    <svg width="24" height="20" viewBox="-3 -1 24 20" aria-hidden="true">
      <polygon points="3,5 15,3 16,13 6,16" className={`${shapeStyles.area} ${shapeStyles.control}`} />
    </svg>
  );
}
