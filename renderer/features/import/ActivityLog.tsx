import { Plural, useLingui } from '@lingui/react/macro';
import { useLiveQuery } from 'dexie-react-hooks';
import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import type { Activity } from '#core/activity.ts';
import { useSession } from '#state/session.ts';
import { listActivity } from '#storage/activity.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Revealed } from '#ui/Revealed.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './ActivityLog.module.css';
import { OutcomeIcon } from './OutcomeIcon.tsx';
import { useActivityWords } from './use-activity-words.ts';

/** Lines shown at first, and added each time more are asked for. */
const page = 200;

/** What came of every file that was ever brought in, newest first. */
export function ActivityLog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useLingui();
  return (
    <Dialog title={t`Activity log`} isOpen={isOpen} onClose={onClose} wide>
      {isOpen && <Rows />}
    </Dialog>
  );
}

function Rows() {
  const { t, i18n } = useLingui();
  const { db } = useSession();
  const words = useActivityWords();
  const [outcome, setOutcome] = useState<Activity['outcome'] | ''>('');
  const [limit, setLimit] = useState(page);
  const all = useLiveQuery(() => listActivity(db), [db]);
  if (all === undefined) return null;
  if (all.length === 0)
    return (
      <EmptyState icon={ScrollText} title={t`Nothing was brought in yet`}>
        {t`Every file will be listed here: imported, repaired, a duplicate, or refused and why.`}
      </EmptyState>
    );
  const passing = all.filter((activity) => outcome === '' || activity.outcome === outcome);
  const left = passing.length - limit;
  return (
    <>
      <div className={styles.tools}>
        <Select
          label={t`Outcome`}
          hideLabel
          value={outcome}
          options={[
            { value: '', label: t`All outcomes` },
            { value: 'imported', label: t`imported` },
            { value: 'repaired', label: t`repaired` },
            { value: 'partly', label: t`read in part` },
            { value: 'duplicate', label: t`duplicate` },
            { value: 'refused', label: t`refused` },
            { value: 'passed-over', label: t`passed over` },
          ]}
          onChange={setOutcome}
        />
      </div>
      <ol>
        {passing.slice(0, limit).map((activity) => {
          return (
            <li key={activity.id} className={styles.row}>
              <OutcomeIcon outcome={activity.outcome} />
              <time className={styles.time} dateTime={activity.at}>
                {i18n.date(new Date(activity.at), { dateStyle: 'medium', timeStyle: 'short' })}
              </time>
              <bdi className={styles.file} title={activity.fileName}>
                <Revealed line={activity.fileName} />
              </bdi>
              <span>{words(activity)}</span>
            </li>
          );
        })}
      </ol>
      {left > 0 && (
        <Button onPress={() => setLimit(limit + page)}>
          <Plural value={left} one="# more" other="# more" />
        </Button>
      )}
    </>
  );
}
