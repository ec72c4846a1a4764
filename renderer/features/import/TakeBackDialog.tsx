import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import type { BatchEntry } from '#storage/batches.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import styles from './Batches.module.css';
import { commitTakeBack } from './batch-deeds.ts';
import { useBatchWords } from './use-batch-words.ts';
import { useTakeBackCounts } from './use-batches.ts';

/** Tells what goes away with an import before it is taken back. */
export function TakeBackDialog({
  entry,
  onClose,
}: {
  readonly entry: BatchEntry;
  readonly onClose: () => void;
}) {
  const { t } = useLingui();
  const session = useSession();
  const offerUndo = useOfferUndo();
  const when = useBatchWords().moment(entry.at);
  const counts = useTakeBackCounts(entry.id);
  const [isBusy, setIsBusy] = useState(false);
  const takeBack = async () => {
    setIsBusy(true);
    const isDone = await commitTakeBack(session, entry.id);
    setIsBusy(false);
    onClose();
    if (isDone) await offerUndo(t`Took back the import of ${when}.`);
  };
  return (
    <Dialog
      title={t`Take back the import of ${when}?`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} autoFocus>
            {t`Cancel`}
          </Button>
          <Button
            variant="danger"
            isDisabled={counts === undefined || isBusy}
            onPress={() => void takeBack()}
          >
            {isBusy ? t`Taking back…` : t`Take it back`}
          </Button>
        </>
      }
    >
      {counts && <Losses counts={counts} />}
      <p>{t`It is one step: “Undo” brings all of it back. The kept files stay on the disk either way.`}</p>
    </Dialog>
  );
}

type Counts = NonNullable<ReturnType<typeof useTakeBackCounts>>;

function Losses({ counts }: { readonly counts: Counts }) {
  const { t } = useLingui();
  const { articles, highlights, mentions, laterDuplicates } = counts;
  const lines = [
    articles === 0
      ? t`It brought no article: only its report goes away.`
      : plural(articles, { one: '# article goes away.', other: '# articles go away.' }),
    ...(highlights > 0
      ? [
          plural(highlights, {
            one: '# highlight in them goes too; briefs that quote it will show a gap.',
            other: '# highlights in them go too; briefs that quote them will show gaps.',
          }),
        ]
      : []),
    ...(mentions > 0
      ? [
          plural(mentions, {
            one: '# decision on a place in them goes too.',
            other: '# decisions on places in them go too.',
          }),
        ]
      : []),
    ...(laterDuplicates > 0
      ? [
          plural(laterDuplicates, {
            one: '# file of another import was left out because it is among them: it will be gone as well.',
            other:
              '# files of other imports were left out because they are among them: they will be gone as well.',
          }),
        ]
      : []),
  ];
  return (
    <ul className={styles.losses} aria-label={t`What goes away`}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
