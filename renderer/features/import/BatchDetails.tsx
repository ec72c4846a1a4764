import { useLingui } from '@lingui/react/macro';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { Batch } from '#core/import/batch.ts';
import { answersOf, draftOf, tidyAnswers } from '#core/library/edit-batches.ts';
import { announce } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { openArticle } from '#state/workspace.ts';
import type { BatchEntry } from '#storage/batches.ts';
import { Button } from '#ui/Button.tsx';
import { Fact } from '#ui/Fact.tsx';
import { FactList } from '#ui/FactList.tsx';
import { AnswerFields } from './AnswerFields.tsx';
import styles from './Batches.module.css';
import { commitAnswers } from './batch-deeds.ts';
import { closeBatches } from './batch-desk.ts';
import { FileReport } from './FileReport.tsx';
import { showRepeats } from './repeats-desk.ts';
import { activityRows } from './report-rows.ts';
import { TakeBackDialog } from './TakeBackDialog.tsx';
import { useBatchWords } from './use-batch-words.ts';
import { useBatchActivity } from './use-batches.ts';
import { useReportWords } from './use-report-words.ts';

/** One import: how it came, its answers to correct, the report on its files, and a button that takes it back. */
export function BatchDetails({ entry }: { readonly entry: BatchEntry }) {
  const { t } = useLingui();
  const words = useBatchWords();
  const { entryCounts } = useReportWords();
  const [isAsking, setIsAsking] = useState(false);
  const { id, at, batch } = entry;
  const activity = useBatchActivity(id);
  const open = (articleId: Parameters<typeof openArticle>[0]) => {
    closeBatches();
    openArticle(articleId);
  };
  return (
    <section className={styles.details} aria-label={t`Import of ${words.moment(at)}`}>
      <div className={styles.head}>
        <h3 className={styles.heading}>{t`Import of ${words.moment(at)}`}</h3>
        {entry.articleCount > 0 && (
          <Button
            size="small"
            onPress={() => {
              closeBatches();
              showRepeats(id);
            }}
          >
            {t`Lines that repeat…`}
          </Button>
        )}
        <Button variant="danger" size="small" onPress={() => setIsAsking(true)}>
          <Undo2 size={14} aria-hidden="true" />
          {t`Take this import back…`}
        </Button>
      </div>
      <FactList>
        {batch !== null && <Fact name={t`Came as`} value={words.way(batch.way)} />}
        <Fact name={t`What came of it`} value={entryCounts(entry)} />
        {batch !== null && <Fact name={t`Program`} value={`Liptako ${batch.program}`} />}
      </FactList>
      {batch === null ? (
        <p className={styles.soft}>
          {t`It was imported before Liptako kept where imports come from, so that can’t be noted here.`}
        </p>
      ) : (
        <Answers key={JSON.stringify(answersOf(batch))} batch={batch} />
      )}
      <h4 className={styles.heading}>{t`Report on every file`}</h4>
      {activity !== undefined && (
        <FileReport rows={activityRows(activity)} name={words.moment(at)} onOpen={open} />
      )}
      {isAsking && <TakeBackDialog entry={entry} onClose={() => setIsAsking(false)} />}
    </section>
  );
}

function Answers({ batch }: { readonly batch: Batch }) {
  const { t } = useLingui();
  const session = useSession();
  const before = draftOf(batch);
  const [draft, setDraft] = useState(before);
  const isChanged = JSON.stringify(tidyAnswers(draft)) !== JSON.stringify(answersOf(batch));
  const keep = async () => {
    const isKept = await commitAnswers(session, batch.id, tidyAnswers(draft));
    if (isKept) announce(t`Kept`);
  };
  return (
    <div className={styles.answers}>
      <AnswerFields draft={draft} onDraft={setDraft} />
      <div className={styles.buttons}>
        <Button variant="primary" size="small" isDisabled={!isChanged} onPress={() => void keep()}>
          {t`Keep the answers`}
        </Button>
        <Button size="small" isDisabled={!isChanged} onPress={() => setDraft(before)}>
          {t`Discard`}
        </Button>
      </div>
    </div>
  );
}
