import { useLingui } from '@lingui/react/macro';
import { ProgressBar } from 'react-aria-components';
import { useStore } from 'zustand';
import { Button } from '#ui/Button.tsx';
import styles from './Import.module.css';
import { sameTextDesk, stopLooking } from './same-text-desk.ts';

/** How far a look for the same texts is that the analyst asked for, and a button to stop it. */
export function SameTextProgress() {
  const { t } = useLingui();
  const { running } = useStore(sameTextDesk);
  if (running?.isAsked !== true) return null;
  const { done, total } = running;
  const label = t`Looking for same texts: ${done} of ${total} articles`;
  return (
    <section className={styles.panel} aria-label={t`Same texts`}>
      <ProgressBar
        value={done}
        maxValue={Math.max(1, total)}
        aria-label={label}
        className={styles.progress ?? ''}
      >
        {({ percentage = 0 }) => (
          <>
            <div className={styles.head}>
              <strong>{label}</strong>
              <span className={styles.grow} />
              <Button size="small" onPress={stopLooking}>{t`Cancel`}</Button>
            </div>
            <div className={styles.track}>
              <div className={styles.bar} style={{ width: `${percentage}%` }} />
            </div>
          </>
        )}
      </ProgressBar>
    </section>
  );
}
