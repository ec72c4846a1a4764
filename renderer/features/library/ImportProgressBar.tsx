import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { ProgressBar } from 'react-aria-components';
import { estimateRest } from '#core/import/estimate-rest.ts';
import { Button } from '#ui/Button.tsx';
import styles from './Import.module.css';
import type { ImportProgress } from './run-import.ts';

type ImportProgressBarProps = ImportProgress & {
  /** By `performance.now()`. */
  readonly startedAt: number;
  readonly onCancel: () => void;
};

/** How far an import is, which file is in hand, how fast it goes, and a way to stop it. */
export function ImportProgressBar(props: ImportProgressBarProps) {
  const { done, total, name, startedAt, onCancel } = props;
  const { t } = useLingui();
  const pace = usePaceWords();
  const label = t`Importing: ${done} of ${total}`;
  return (
    <section className={styles.panel} aria-label={t`Import`}>
      <ProgressBar value={done} maxValue={total} aria-label={label} className={styles.progress ?? ''}>
        {({ percentage = 0 }) => (
          <>
            <div className={styles.head}>
              <strong>{label}</strong>
              <span className={styles.grow} />
              <Button size="small" onPress={onCancel}>{t`Cancel`}</Button>
            </div>
            <div className={styles.track}>
              <div className={styles.bar} style={{ width: `${percentage}%` }} />
            </div>
          </>
        )}
      </ProgressBar>
      <div className={styles.foot}>
        <bdi className={styles.name}>{name ?? t`Writing to the disk…`}</bdi>
        <span className={styles.pace}>{pace({ ...props, elapsedMs: performance.now() - startedAt })}</span>
      </div>
    </section>
  );
}

function usePaceWords() {
  const { t, i18n } = useLingui();
  return (progress: Parameters<typeof estimateRest>[0]): string => {
    const rest = estimateRest(progress);
    if (rest === null) return '';
    const rate = i18n.number(rest.filesPerSecond, { maximumFractionDigits: 1 });
    const left =
      rest.secondsLeft < 90
        ? plural(rest.secondsLeft, { one: 'about # second left', other: 'about # seconds left' })
        : plural(Math.round(rest.secondsLeft / 60), {
            one: 'about # minute left',
            other: 'about # minutes left',
          });
    return t`${rate} a second, ${left}`;
  };
}
