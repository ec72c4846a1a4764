import { Trans, useLingui } from '@lingui/react/macro';
import { X } from 'lucide-react';
import { distanceKm } from '#core/geo/distance.ts';
import { bearingDegrees } from '#core/geo/great-circle.ts';
import { gridReference } from '#core/geo/grid-reference.ts';
import { usePreferences } from '#state/preferences.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { formatPoint } from './map-furniture.ts';
import { PlaceSearch } from './PlaceSearch.tsx';
import styles from './Places.module.css';
import type { Measure, MeasuredEnd } from './use-measure.ts';

/** Distance and bearing between two points: by clicks on the map, or by two places found by name. */
export function MeasurePanel({ measure }: { readonly measure: Measure }) {
  const { t } = useLingui();
  const [from = null, to = null] = measure.ends;
  return (
    <section className={styles.panel} aria-label={t`Measure`}>
      <p>
        <strong>{t`Measure`}</strong>
      </p>
      <p className={styles.soft}>{t`Click two points or places on the map, or find them by name.`}</p>
      <End label={t`From`} end={from} hasFocus onSet={(end) => measure.set(0, end)} />
      <End
        // Anew once the beginning is set, so that typing goes on here.
        key={from === null ? 'before' : 'after'}
        label={t`To`}
        end={to}
        hasFocus={from !== null}
        onSet={(end) => measure.set(1, end)}
      />
      <div role="status">{from !== null && to !== null && <Way from={from} to={to} />}</div>
      <div className={styles.actions}>
        <Button size="small" variant="quiet" onPress={measure.toggle}>{t`Stop measuring`}</Button>
      </div>
    </section>
  );
}

type EndProps = {
  readonly label: string;
  readonly end: MeasuredEnd | null;
  readonly hasFocus: boolean;
  readonly onSet: (end: MeasuredEnd | null) => void;
};

function End({ label, end, hasFocus, onSet }: EndProps) {
  const { t } = useLingui();
  if (end === null)
    return (
      <PlaceSearch
        label={label}
        autoFocus={hasFocus}
        onChoose={({ name, lat, lon }) => {
          // A place that nobody has located has nothing to measure from.
          if (lat !== null && lon !== null) onSet({ name, lat, lon });
        }}
      />
    );
  const point = formatPoint(end.lat, end.lon);
  const reference = gridReference(end);
  return (
    <div className={styles.end}>
      <span>
        <span className={styles.soft}>{label}</span> <span className={styles.name}>{end.name ?? point}</span>
        <br />
        <span className={styles.soft}>
          {end.name !== null && `${point} · `}
          {reference !== null && `MGRS ${reference}`}
        </span>
      </span>
      <IconButton
        label={t`Take ${end.name ?? point} away`}
        icon={X}
        size="small"
        onPress={() => onSet(null)}
      />
    </div>
  );
}

function Way({ from, to }: { readonly from: MeasuredEnd; readonly to: MeasuredEnd }) {
  const language = usePreferences((state) => state.language);
  const km = distanceKm(from, to);
  const number = new Intl.NumberFormat(language, {
    maximumFractionDigits: km < 100 ? 1 : 0,
    minimumFractionDigits: km < 100 ? 1 : 0,
  });
  const distance = `${number.format(km)} km`;
  const [there, back] = [formatBearing(from, to), formatBearing(to, from)];
  return (
    <>
      <p className={styles.measured}>{distance}</p>
      <p className={styles.soft}>
        <Trans>
          Bearing {there} from true north, {back} back. As the crow flies.
        </Trans>
      </p>
    </>
  );
}

/** Three digits, as on a compass: `042°`. */
function formatBearing(from: MeasuredEnd, to: MeasuredEnd): string {
  const whole = Math.round(bearingDegrees(from, to)) % 360;
  return `${String(whole).padStart(3, '0')}°`;
}
