import { Plural, useLingui } from '@lingui/react/macro';
import { useStore } from 'zustand';
import { notify } from '#state/notices.ts';
import { ImportDialog } from '#ui/ImportDialog.tsx';
import { ImportLines } from '#ui/ImportLines.tsx';
import { ImportNews } from '#ui/ImportNews.tsx';
import { ImportRefusal } from '#ui/ImportRefusal.tsx';
import { TakeChoice } from '#ui/TakeChoice.tsx';
import styles from './Exchange.module.css';
import { LossReport } from './LossReport.tsx';
import {
  chooseTake,
  closeProjectImport,
  confirmProjectImport,
  type ProjectImportState,
  projectImport,
  type ReadyProject,
} from './project-import.ts';
import { useExchangeWords } from './use-exchange-words.ts';

/** What is in a picked project, what it would do here, and what it can't bring. Drawn once, wherever the window is. */
export function ImportProjectDialog() {
  const { t } = useLingui();
  const state = useStore(projectImport);
  if (state.step === 'idle') return null;
  const confirm = () => {
    confirmProjectImport().catch((error: unknown) => {
      notify({ kind: 'danger', text: t`The import failed: ${String(error)}` });
    });
  };
  const canImport = state.step === 'ready' && state.plan.changes.length > 0;
  return (
    <ImportDialog
      title={t`Import a coding project`}
      fileName={state.fileName}
      isWriting={state.step === 'writing'}
      isOver={!canImport && state.step !== 'reading'}
      onClose={closeProjectImport}
      onImport={canImport ? confirm : null}
    >
      <Stage state={state} />
    </ImportDialog>
  );
}

function Stage({ state }: { readonly state: Exclude<ProjectImportState, { step: 'idle' }> }) {
  const { t } = useLingui();
  const words = useExchangeWords();
  switch (state.step) {
    case 'reading':
      return (
        <p role="status">
          {state.total === 0 ? t`Reading the file…` : t`Article ${state.done + 1} of ${state.total}…`}
        </p>
      );
    case 'writing':
      return <p role="status">{t`Importing…`}</p>;
    case 'refused':
    case 'failed':
      return (
        <ImportRefusal
          reason={state.step === 'refused' ? words.refusal(state.refusal) : words.writeProblem(state.problem)}
        />
      );
    case 'ready':
      return <Preview ready={state} isDone={false} />;
    case 'done':
      return <Preview ready={state.ready} isDone />;
  }
}

function Preview({ ready, isDone }: { readonly ready: ReadyProject; readonly isDone: boolean }) {
  const { t } = useLingui();
  const words = useExchangeWords();
  const { plan, prepared, format, project, take } = ready;
  const { origin } = project;
  const matched = words.matched(prepared.matched);
  return (
    <>
      <p>
        {words.readFormats[format]}
        {origin !== '' && <> · {t`written by ${origin}`}</>}
      </p>
      <ImportNews plan={plan} isDone={isDone} />
      <ImportLines title={t`Articles found here:`} lines={matched} />
      {plan.same > 0 && (
        <p>
          <Plural value={plan.same} one="# record is here already." other="# records are here already." />
        </p>
      )}
      {plan.joined > 0 && (
        <p>
          <Plural
            value={plan.joined}
            one="# tag or group reads like one of ours and is joined with it."
            other="# tags or groups read like ours and are joined with them."
          />
        </p>
      )}
      {plan.toReview > 0 && (
        <p className={styles.warning}>
          <Plural
            value={plan.toReview}
            one="# passage was made on another version of its text, and waits for your review."
            other="# passages were made on another version of their text, and wait for your review."
          />
        </p>
      )}
      {!isDone && (
        <TakeChoice count={plan.differing.length} take={take} onChange={(value) => void chooseTake(value)} />
      )}
      <LossReport losses={[...ready.losses, ...plan.losses]} name={ready.fileName} />
      {isDone && <p role="status">{t`Imported. Undo takes all of it back in one step.`}</p>}
    </>
  );
}
