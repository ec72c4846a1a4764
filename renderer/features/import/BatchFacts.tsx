import { useLingui } from '@lingui/react/macro';
import { useLiveQuery } from 'dexie-react-hooks';
import type { Article } from '#core/article.ts';
import { answerNames } from '#core/library/edit-batches.ts';
import { useSession } from '#state/session.ts';
import { findBatch } from '#storage/batches.ts';
import { Button } from '#ui/Button.tsx';
import { Fact } from '#ui/Fact.tsx';
import { showBatches } from './batch-desk.ts';
import { useBatchWords } from './use-batch-words.ts';

/** The import an article came with: when, how, and what is known of where it comes from. */
export function BatchFacts({ article }: { readonly article: Article }) {
  const { t } = useLingui();
  const { db } = useSession();
  const words = useBatchWords();
  const { batchId, importedAt } = article;
  const batch = useLiveQuery(() => findBatch(db, batchId), [db, batchId]);
  const known = batch ? answerNames.filter((name) => batch[name] !== null && batch[name] !== '') : [];
  return (
    <>
      <Fact name={t`Imported`} value={words.moment(importedAt)} />
      {batch && <Fact name={t`Came as`} value={words.way(batch.way)} />}
      {batch &&
        known.map((name) => <Fact key={name} name={words.answers[name]} value={<bdi>{batch[name]}</bdi>} />)}
      {batch && known.length === 0 && <Fact name={t`Collected by`} value={t`not known`} />}
      <Fact
        name={t`Import`}
        value={
          <Button size="small" onPress={() => showBatches(batchId)}>
            {t`Show this import`}
          </Button>
        }
      />
    </>
  );
}
