import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useStore } from 'zustand';
import { tidyAnswers } from '#core/library/edit-batches.ts';
import { useSession } from '#state/session.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { AnswerFields } from './AnswerFields.tsx';
import { FileChoice } from './FileChoice.tsx';
import { GatheredFiles } from './GatheredFiles.tsx';
import { closeGathering, gatherDesk } from './gather-desk.ts';
import styles from './Import.module.css';
import { startImport } from './import-desk.ts';
import { useAnswers } from './use-answers.ts';
import { useBatchWords } from './use-batch-words.ts';

/** Gathers files to import and asks once where they come from. Drawn once, wherever the window is. */
export function ImportDialog() {
  const isOpen = useStore(gatherDesk, (state) => state.isOpen);
  return isOpen ? <OpenDialog /> : null;
}

function OpenDialog() {
  const { t } = useLingui();
  const session = useSession();
  const words = useBatchWords();
  const { files, passedOver, way } = useStore(gatherDesk);
  const { draft, setDraft, takenFrom, clear } = useAnswers();
  const isEmpty = files.length === 0;
  const start = () => {
    const answers = tidyAnswers(draft);
    closeGathering();
    void startImport(session, files, { way, answers, passedOver });
  };
  const taken = takenFrom === null ? '' : words.moment(takenFrom);
  return (
    <Dialog
      wide
      isOpen
      title={t`Import articles`}
      onClose={closeGathering}
      actions={
        <>
          <Button onPress={closeGathering}>{t`Cancel`}</Button>
          {/* Once there is something to import, Enter imports it. */}
          <Button
            key={isEmpty ? 'empty' : 'ready'}
            variant="primary"
            isDisabled={isEmpty}
            autoFocus={!isEmpty}
            onPress={start}
          >
            {isEmpty ? t`Import` : plural(files.length, { one: 'Import # file', other: 'Import # files' })}
          </Button>
        </>
      }
    >
      <div className={styles.gather}>
        <FileChoice isEmpty={isEmpty} />
        {!isEmpty && <GatheredFiles files={files} passedOver={passedOver} />}
        <section className={styles.from} aria-labelledby="came-from">
          <h3 id="came-from" className={styles.heading}>{t`Where they come from`}</h3>
          <p className={styles.soft}>
            {t`Asked once for all of them. Leave empty what you don’t know: it can be filled in later, in the list of imports.`}
          </p>
          <AnswerFields draft={draft} onDraft={setDraft} />
          {takenFrom !== null && (
            <p className={styles.taken}>
              <span>{t`Filled in as you answered on ${taken}: check that it still holds.`}</span>
              <Button size="small" onPress={clear}>{t`Empty the boxes`}</Button>
            </p>
          )}
        </section>
      </div>
    </Dialog>
  );
}
