import { useLingui } from '@lingui/react/macro';
import type { Progress } from '#storage/open-working-copy.ts';
import styles from './OpeningScreen.module.css';

/** What is seen until the workspace is open; says so when the working copy is being rebuilt. */
export function OpeningScreen({ progress }: { readonly progress: Progress | null }) {
  const { t } = useLingui();
  return (
    <main className={styles.screen}>
      <h1 className={styles.name}>Liptako</h1>
      {progress !== null && (
        <>
          <progress
            className={styles.bar}
            value={progress.done}
            max={Math.max(1, progress.total)}
            aria-label={t`Progress`}
          />
          <p className={styles.words} role="status">
            {progress.phase === 'replay'
              ? t`Rebuilding the working copy from the journal: ${progress.done} of ${progress.total} edits`
              : t`Fetching article texts from the workspace folder: ${progress.done} of ${progress.total}`}
          </p>
        </>
      )}
    </main>
  );
}
