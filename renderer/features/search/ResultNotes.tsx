import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useStore } from 'zustand';
import styles from './Results.module.css';
import { searchEngine } from './search-engine.ts';

/** What the analyst must know to trust the result: what was left out, and what is not indexed yet. */
export function ResultNotes() {
  const { t } = useLingui();
  const { answer, progress, unreadable } = useStore(searchEngine);
  return (
    <>
      {answer?.isCut === true && (
        <p className={styles.warning}>
          {t`The query is very long: only its first part was searched. Search the rest on its own.`}
        </p>
      )}
      {progress !== null && (
        <p className={styles.note} role="status">
          {t`The index is being built: ${progress.done} of ${progress.total} articles`}
        </p>
      )}
      {unreadable.length > 0 && (
        <p className={styles.warning}>
          <Trans>
            <Plural value={unreadable.length} one="# article is" other="# articles are" /> searched by title
            only: the text can’t be read.
          </Trans>
        </p>
      )}
    </>
  );
}
