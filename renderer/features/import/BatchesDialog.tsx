import { useLingui } from '@lingui/react/macro';
import { PackageOpen } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { BatchId } from '#core/ids.ts';
import type { BatchEntry } from '#storage/batches.ts';
import { Dialog } from '#ui/Dialog.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { VirtualList } from '#ui/VirtualList.tsx';
import { BatchDetails } from './BatchDetails.tsx';
import styles from './Batches.module.css';
import { batchDesk, closeBatches } from './batch-desk.ts';
import { useBatchWords } from './use-batch-words.ts';
import { useBatches } from './use-batches.ts';
import { useReportWords } from './use-report-words.ts';

/** The list of imports: when, how and from where; what came of their files; a way to take each back. */
export function BatchesDialog() {
  const { t } = useLingui();
  const { isOpen, chosen } = useStore(batchDesk);
  return (
    <Dialog title={t`List of imports`} isOpen={isOpen} onClose={closeBatches} full>
      {isOpen && <Batches key={chosen} first={chosen} />}
    </Dialog>
  );
}

function Batches({ first }: { readonly first: BatchId | null }) {
  const { t } = useLingui();
  const batches = useBatches();
  const [chosen, setChosen] = useState(first);
  if (batches === undefined) return null;
  const at = Math.max(
    0,
    batches.findIndex(({ id }) => id === chosen),
  );
  const entry = batches[at];
  if (entry === undefined)
    return (
      <EmptyState icon={PackageOpen} title={t`Nothing was imported yet`}>
        {t`Every import will be listed here, with where it comes from and what came of its files.`}
      </EmptyState>
    );
  return (
    <div className={styles.batches}>
      <div className={styles.list}>
        <VirtualList
          label={t`Imports`}
          items={batches}
          keyOf={({ id }) => id}
          rowHeight={62}
          chosenIndex={at}
          onChoose={(index) => setChosen(batches[index]?.id ?? null)}
          renderRow={(row) => <Row entry={row} />}
        />
      </div>
      <BatchDetails key={entry.id} entry={entry} />
    </div>
  );
}

function Row({ entry }: { readonly entry: BatchEntry }) {
  const words = useBatchWords();
  const { entryCounts } = useReportWords();
  const { batch, at } = entry;
  const from = batch?.receivedFrom ?? batch?.collectedBy ?? '';
  return (
    <div className={styles.row}>
      <span className={styles.when}>
        <strong>{words.moment(at)}</strong>
        <bdi className={styles.from}>{from}</bdi>
      </span>
      <span className={styles.counts}>{entryCounts(entry)}</span>
    </div>
  );
}
