import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useStore } from 'zustand';
import { IconButton } from '#ui/IconButton.tsx';
import styles from './Search.module.css';
import { nextHit, previousHit, rowLimit, searchEngine } from './search-engine.ts';

/** How much was found, where the analyst is in it, and how the query was understood. */
export function ResultHead() {
  const { t } = useLingui();
  const { answer: result, current, progress, unreadable } = useStore(searchEngine);
  const total = result?.total ?? 0;
  return (
    <div className={styles.head}>
      <div className={styles.summary}>
        <span role="status">
          {result === null ? (
            t`Searching…`
          ) : (
            <Plural value={result.total} _0="Nothing found" one="# article" other="# articles" />
          )}
        </span>
        <span className={styles.steps}>
          {current !== null && (
            <span className={styles.place}>
              {current.number === null || current.of === null
                ? t`article ${current.row + 1} of ${total}`
                : t`${current.number} of ${current.of}`}
            </span>
          )}
          <IconButton
            label={t`Previous hit`}
            icon={ChevronUp}
            size="small"
            onPress={previousHit}
            isDisabled={total === 0}
          />
          <IconButton
            label={t`Next hit`}
            icon={ChevronDown}
            size="small"
            onPress={nextHit}
            isDisabled={total === 0}
          />
        </span>
      </div>
      {result !== null && result.understood !== '' && (
        <p className={styles.understood} title={t`How the search was understood`}>
          {result.understood}
        </p>
      )}
      {result !== null && result.total > rowLimit && (
        <p className={styles.note}>{t`The best ${rowLimit} are listed. Add a word to narrow the search.`}</p>
      )}
      {result?.tooWide.map((pattern) => (
        <p key={pattern} className={styles.warning}>
          {t`${pattern} stands for too many words: only 2,000 of them were looked up. Type more letters.`}
        </p>
      ))}
      {progress !== null && (
        <p className={styles.note} role="status">
          {t`The index is being built: ${progress.done} of ${progress.total} articles`}
        </p>
      )}
      {unreadable.length > 0 && (
        <p className={styles.warning}>
          <Trans>
            <Plural value={unreadable.length} one="# article is" other="# articles are" /> searched by title
            only: the text can't be read.
          </Trans>
        </p>
      )}
    </div>
  );
}
