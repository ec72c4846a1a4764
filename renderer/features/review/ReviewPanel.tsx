import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { CircleCheck } from 'lucide-react';
import { useRef, useState } from 'react';
import { notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import styles from './Review.module.css';
import { settleLikely } from './review-deeds.ts';
import { useWaiting } from './use-waiting.ts';
import { WaitingCard } from './WaitingCard.tsx';

/** Cards drawn at once: each looks its passage up in the text. */
const shown = 20;

/** The passages whose text has changed so that no one can say where they stand: each with what may be done. */
export function ReviewPanel() {
  const { t } = useLingui();
  const waiting = useWaiting();
  if (waiting.length === 0)
    return (
      <EmptyState icon={CircleCheck} title={t`Nothing waits for review`}>
        {t`When an article’s text is read again, the passages that are not sure of their place come here. None is ever moved or dropped unseen.`}
      </EmptyState>
    );
  return (
    <div className={styles.panel}>
      <p>
        <Plural
          value={waiting.length}
          one="# passage was made on another version of its text. Say where it stands now."
          other="# passages were made on another version of their text. Say where they stand now."
        />
      </p>
      <LikelyButton />
      <ul className={styles.list} aria-label={t`Passages that wait for review`}>
        {waiting.slice(0, shown).map((passage) => (
          <WaitingCard key={`${passage.kind} ${passage.record.id}`} passage={passage} />
        ))}
      </ul>
      {waiting.length > shown && (
        <p>
          <Trans>and {waiting.length - shown} more, once these are settled</Trans>
        </p>
      )}
    </div>
  );
}

function LikelyButton() {
  const { t } = useLingui();
  const session = useSession();
  const stop = useRef<AbortController | null>(null);
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null);
  const run = async () => {
    stop.current = new AbortController();
    const { signal } = stop.current;
    setProgress({ done: 0, total: 0 });
    try {
      const count = await settleLikely(session, (done, total) => setProgress({ done, total }), signal);
      if (count === 0 && !signal.aborted)
        notify({ kind: 'warn', text: t`No place is likely enough to be taken without a look.` });
    } catch (error) {
      notify({ kind: 'danger', text: String(error) });
    } finally {
      setProgress(null);
    }
  };
  if (progress !== null)
    return (
      <p role="status" className={styles.row}>
        {t`Looking at ${progress.done} of ${progress.total}…`}
        <Button size="small" onPress={() => stop.current?.abort()}>{t`Cancel`}</Button>
      </p>
    );
  return (
    <Button size="small" onPress={() => void run()}>
      {t`Take every likely place`}
    </Button>
  );
}
