import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Repeat2 } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { BatchId } from '#core/ids.ts';
import { notify } from '#state/notices.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './Repeats.module.css';
import { RepeatsList } from './RepeatsList.tsx';
import { closeRepeats, repeatsDesk } from './repeats-desk.ts';
import { type Repeats, useRepeats } from './use-repeats.ts';

/** Lines that stand in many articles of one source, suggested as boilerplate: the analyst says which of them are. */
export function RepeatsDialog() {
  const { batchId } = useStore(repeatsDesk);
  return batchId === null ? null : <OpenDialog key={batchId} batchId={batchId} />;
}

function OpenDialog({ batchId }: { readonly batchId: BatchId }) {
  const { t } = useLingui();
  const repeats = useRepeats(batchId);
  const offerUndo = useOfferUndo();
  const [isMarking, setIsMarking] = useState(false);
  const { count, sources } = repeats;
  const mark = async () => {
    setIsMarking(true);
    const { articles, isWhole } = await repeats.mark();
    closeRepeats();
    const told = plural(articles, {
      one: 'Marked repeated lines as boilerplate in # article.',
      other: 'Marked repeated lines as boilerplate in # articles.',
    });
    if (articles > 0) await offerUndo(told);
    if (!isWhole) notify({ kind: 'warn', text: t`Not all articles were marked: it was stopped before.` });
  };
  return (
    <Dialog
      wide
      title={t`Lines that repeat`}
      isOpen
      onClose={isMarking ? repeats.stop : closeRepeats}
      actions={
        <>
          <Button onPress={isMarking ? repeats.stop : closeRepeats}>
            {isMarking ? t`Stop` : t`Leave as it is`}
          </Button>
          <Button
            variant="primary"
            isDisabled={count === 0 || sources === null || isMarking}
            onPress={() => void mark()}
          >
            {plural(count, { one: 'Mark # line as boilerplate', other: 'Mark # lines as boilerplate' })}
          </Button>
        </>
      }
    >
      <div className={styles.window}>
        <p className={styles.soft}>
          {t`What stands in many articles of one source is often its menu or its notice, and may be its author’s. Marked lines are kept and folded; searches leave them out. It is one step of undo.`}
        </p>
        <Select
          label={t`Look in`}
          value={repeats.scope}
          options={[
            { value: 'batch', label: t`The articles of this import` },
            { value: 'all', label: t`All articles` },
          ]}
          onChange={repeats.setScope}
          isDisabled={isMarking}
        />
        <Found repeats={repeats} />
      </div>
    </Dialog>
  );
}

function Found({ repeats }: { readonly repeats: Repeats }) {
  const { t } = useLingui();
  const { sources, isFailed, progress } = repeats;
  if (isFailed) return <p role="alert">{t`The articles could not be looked through. Try again.`}</p>;
  if (progress !== null || sources === null) {
    const { done, total } = progress ?? { done: 0, total: 0 };
    return (
      <p className={styles.soft} role="status">
        {t`Looking through the articles: ${done} of ${total}`}
      </p>
    );
  }
  if (sources.length === 0)
    return (
      <EmptyState icon={Repeat2} title={t`No line repeats`}>
        {t`No line that is not boilerplate yet stands in three texts of one source, and in a tenth of them.`}
      </EmptyState>
    );
  return <RepeatsList repeats={repeats} sources={sources} />;
}
