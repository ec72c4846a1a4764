import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useStore } from 'zustand';
import { Button } from '#ui/Button.tsx';
import styles from './Import.module.css';
import { giveUpWaiting, importDesk } from './import-desk.ts';

/** The imports that begin when the one that runs is done, each with a button to give it up. */
export function WaitingImports() {
  const { t } = useLingui();
  const waiting = useStore(importDesk, (desk) => desk.waiting);
  if (waiting.length === 0) return null;
  return (
    <ul className={styles.waiting} aria-label={t`Waiting`}>
      {waiting.map(({ batchId, files }) => (
        <li key={batchId} className={styles.foot}>
          <span className={styles.soft}>
            {plural(files, {
              one: 'Waiting for its turn: another import of # file',
              other: 'Waiting for its turn: another import of # files',
            })}
          </span>
          <Button size="small" onPress={() => giveUpWaiting(batchId)}>{t`Give up`}</Button>
        </li>
      ))}
    </ul>
  );
}
