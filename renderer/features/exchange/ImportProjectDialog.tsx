import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useStore } from 'zustand';
import { notify } from '#state/notices.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Select } from '#ui/Select.tsx';
import { useRecordWords } from '#ui/use-record-words.ts';
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
    <Dialog
      title={t`Import a coding project`}
      isOpen
      onClose={closeProjectImport}
      wide
      actions={
        <>
          <Button onPress={closeProjectImport} isDisabled={state.step === 'writing'}>
            {canImport || state.step === 'reading' ? t`Cancel` : t`Close`}
          </Button>
          {canImport && (
            <Button variant="primary" onPress={confirm} autoFocus>
              {t`Import`}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.body}>
        <p>
          <bdi className={styles.fileName}>{state.fileName}</bdi>
        </p>
        <Stage state={state} />
      </div>
    </Dialog>
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
        <div role="alert">
          <p className={styles.refusal}>
            {state.step === 'refused' ? words.refusal(state.refusal) : words.writeProblem(state.problem)}
          </p>
          <p>
            <Trans>Nothing was imported.</Trans>
          </p>
        </div>
      );
    case 'ready':
      return <Preview ready={state} isDone={false} />;
    case 'done':
      return <Preview ready={state.ready} isDone />;
  }
}

function Preview({ ready, isDone }: { readonly ready: ReadyProject; readonly isDone: boolean }) {
  const { t } = useLingui();
  const { counted } = useRecordWords();
  const words = useExchangeWords();
  const { plan, prepared, format, project, take } = ready;
  const { origin } = project;
  const added = counted(plan.added);
  const changed = counted(plan.changed);
  const matched = words.matched(prepared.matched);
  return (
    <>
      <p>
        {words.readFormats[format]}
        {origin !== '' && <> · {t`written by ${origin}`}</>}
      </p>
      {added.length + changed.length === 0 && <p>{t`There is nothing new in it.`}</p>}
      <Lines title={isDone ? t`Added:` : t`It would add:`} lines={added} />
      <Lines title={isDone ? t`Changed:` : t`It would change:`} lines={changed} />
      <Lines title={t`Articles found here:`} lines={matched} />
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
      {plan.differing.length > 0 && !isDone && (
        <Select
          label={t`Where a record is here otherwise (${plan.differing.length})`}
          value={take}
          options={[
            { value: 'file', label: t`the file’s version stands` },
            { value: 'ours', label: t`ours stands` },
          ]}
          onChange={(value) => void chooseTake(value)}
        />
      )}
      <LossReport losses={[...ready.losses, ...plan.losses]} name={ready.fileName} />
      {isDone && <p role="status">{t`Imported. Undo takes all of it back in one step.`}</p>}
    </>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <p>{title}</p>
      <ul className={styles.bullets}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
