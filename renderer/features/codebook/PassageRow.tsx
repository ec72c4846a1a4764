import { useLingui } from '@lingui/react/macro';
import { Check, StickyNote } from 'lucide-react';
import styles from './PassageRow.module.css';
import type { TaggedPassage } from './use-tag-passages.ts';

type PassageRowProps = {
  readonly passage: TaggedPassage;
  /** Left out where nothing is chosen. */
  readonly isChosen?: boolean;
  readonly onFlip?: () => void;
};

/** In pixels at normal text size: two lines of the passage, one of where it stands. */
export const passageRowHeight = 72;

/** A passage of a tag in a list: its words, its article and its note. */
export function PassageRow({ passage, isChosen, onFlip }: PassageRowProps) {
  const { t } = useLingui();
  const { highlight, title } = passage;
  return (
    <div className={styles.row}>
      {isChosen !== undefined && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the list takes Space for its rows.
        // biome-ignore lint/a11y/useKeyWithClickEvents: as above.
        <span className={styles.box} data-chosen={isChosen || undefined} onClick={onFlip}>
          {isChosen && <Check size={13} aria-hidden="true" />}
        </span>
      )}
      <span className={styles.words}>
        <span className={styles.quote} dir="auto">
          {highlight.anchor.exact}
        </span>
        <span className={styles.where}>
          {highlight.note !== '' && (
            <span className={styles.note} title={highlight.note}>
              <StickyNote size={12} aria-hidden="true" />
              {t`note`}
            </span>
          )}
          <span className={styles.title} dir="auto">
            {title}
          </span>
        </span>
      </span>
    </div>
  );
}
