import { useLingui } from '@lingui/react/macro';
import { ProgressBar } from 'react-aria-components';
import styles from './MeasuringBar.module.css';
import type { TextMeasures } from './use-text-measures.ts';

/** How far the texts have been read, and which could not be. */
export function MeasuringBar({
  measures,
}: {
  readonly measures: Pick<TextMeasures, 'done' | 'total' | 'missing'>;
}) {
  const { t } = useLingui();
  const { done, total, missing } = measures;
  const [first] = missing;
  return (
    <>
      {done < total && (
        <ProgressBar
          className={styles.bar ?? ''}
          value={done}
          maxValue={total}
          aria-label={t`Reading the texts`}
        >
          {({ percentage = 0 }) => (
            <>
              <span>{t`Reading the texts: ${done} of ${total}`}</span>
              <span className={styles.track}>
                <span className={styles.fill} style={{ width: `${percentage}%` }} />
              </span>
            </>
          )}
        </ProgressBar>
      )}
      {first !== undefined && done === total && (
        <p className={styles.missing} role="alert">
          {missing.length === 1
            ? t`The text of “${first.originalName}” could not be read: it is left out. Import its file again.`
            : t`The texts of “${first.originalName}” and ${missing.length - 1} more could not be read: they are left out. Import their files again.`}
        </p>
      )}
    </>
  );
}
