import { Plural, useLingui } from '@lingui/react/macro';
import styles from './Units.module.css';
import { rankClass } from './unit-layer.ts';
import type { UnitPicture } from './use-unit-counts.ts';

/** What the colours of counted units mean, and what is counted apart. */
export function UnitLegend({ picture: { level, counts, classes } }: { readonly picture: UnitPicture }) {
  const { t } = useLingui();
  const { areaOnly, beyond, unlocated } = counts;
  return (
    <section className={styles.legend} data-over-map aria-label={t`Counts`}>
      <strong>{level === 'region' ? t`Items by region` : t`Items by district`}</strong>
      {classes.length === 0 && <span className={styles.apart}>{t`None lies in one.`}</span>}
      {classes.map(({ from, until }, rank) => (
        <span key={from} className={styles.row}>
          <svg width="18" height="12" className={styles.swatch} aria-hidden="true">
            <rect width="18" height="12" className={`${styles.unit} ${rankClass(rank)}`} />
          </svg>
          {from === until ? from : `${from}–${until}`}
        </span>
      ))}
      {areaOnly > 0 && (
        <span className={styles.apart}>
          <Plural
            value={areaOnly}
            one="# known only by a larger area: not counted"
            other="# known only by a larger area: not counted"
          />
        </span>
      )}
      {beyond > 0 && (
        <span className={styles.apart}>
          <Plural value={beyond} one="# outside all of them" other="# outside all of them" />
        </span>
      )}
      {unlocated > 0 && (
        <span className={styles.apart}>
          <Plural value={unlocated} one="# with no located place" other="# with no located place" />
        </span>
      )}
    </section>
  );
}
