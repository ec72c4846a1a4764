import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '#ui/Button.tsx';
import { CheckBox } from '#ui/CheckBox.tsx';
import { ImportDialog } from '#ui/ImportDialog.tsx';
import { ImportRefusal } from '#ui/ImportRefusal.tsx';
import { FilePlan } from './FilePlan.tsx';
import styles from './MapExchange.module.css';
import {
  agreeToTerms,
  chooseRowsAgain,
  closeMapImport,
  confirmMapImport,
  type MapImportState,
  mapImport,
} from './map-import.ts';
import { RowChoice } from './RowChoice.tsx';
import { refusalWords } from './refusal-words.ts';
import { TakenPlan } from './TakenPlan.tsx';

/** What is in a picked file of events or places, what it would do here, and what is to be said of its rows. */
export function MapImportDialog() {
  const { t } = useLingui();
  const state = useStore(mapImport);
  if (state.step === 'idle') return null;
  const hasNews = (state.step === 'file' || state.step === 'taken') && state.plan.changes.length > 0;
  return (
    <ImportDialog
      title={t`Import events and places`}
      fileName={state.fileName}
      isWriting={state.step === 'writing'}
      isOver={['done', 'refused', 'failed'].includes(state.step)}
      onClose={closeMapImport}
      onImport={hasNews ? () => void confirmMapImport() : null}
      back={state.step === 'taken' && <Button onPress={chooseRowsAgain}>{t`Back`}</Button>}
    >
      <Stage state={state} />
    </ImportDialog>
  );
}

function Stage({ state }: { readonly state: Exclude<MapImportState, { step: 'idle' }> }) {
  const { t } = useLingui();
  switch (state.step) {
    case 'terms':
      return <Terms collection={state.collection} />;
    case 'reading':
      return <Progress state={state} />;
    case 'writing':
      return <p role="status">{t`Importing…`}</p>;
    case 'refused':
    case 'failed':
      return (
        <ImportRefusal
          reason={
            state.step === 'refused'
              ? refusalWords(state.code, state.detail)
              : t`It could not be written: ${state.problem.message}`
          }
        />
      );
    case 'file':
      return <FilePlan ready={state} isDone={false} />;
    case 'survey':
      return <RowChoice surveyed={state} />;
    case 'taken':
      return <TakenPlan taken={state} isDone={false} />;
    case 'done':
      return state.ready.step === 'file' ? (
        <FilePlan ready={state.ready} isDone />
      ) : (
        <TakenPlan taken={state.ready} isDone />
      );
  }
}

function Progress({ state }: { readonly state: Extract<MapImportState, { step: 'reading' }> }) {
  const { t } = useLingui();
  const { done, total } = state.progress ?? { done: 0, total: 0 };
  const percent = total === 0 ? 0 : Math.floor((100 * done) / total);
  return (
    <>
      <p role="status">{t`Reading the file…`}</p>
      {total > 0 && (
        <progress
          className={styles.progress}
          max={100}
          value={percent}
          aria-label={t`How much of the file is read`}
        />
      )}
    </>
  );
}

/** What an export may be used for; nothing is read of it before. */
function Terms({ collection }: { readonly collection: 'acled' | 'ucdp' }) {
  const { t } = useLingui();
  const [isAgreed, setAgreed] = useState(collection === 'ucdp');
  return (
    <>
      {collection === 'acled' ? (
        <>
          <p>{t`This is an export of ACLED, the Armed Conflict Location & Event Data project.`}</p>
          <ul className={styles.bullets}>
            <li>{t`ACLED’s terms of use let nobody pass its data on or publish them again, whole or worked over. Read them on its site; they bind you, whatever this program does.`}</li>
            <li>{t`Import an export only that you downloaded yourself, under your own account.`}</li>
            <li>{t`Its events are kept in this workspace apart from yours, with ACLED’s columns. They stay out of bundles and exports unless you let them in.`}</li>
          </ul>
          <CheckBox isSelected={isAgreed} onChange={setAgreed}>
            {t`It is my own export, and I may use it here.`}
          </CheckBox>
        </>
      ) : (
        <>
          <p>{t`This is an export of UCDP’s georeferenced event dataset (GED), of the Uppsala Conflict Data Program.`}</p>
          <p>{t`Its licence is CC BY 4.0: name UCDP and the version when you publish something that rests on it. Its events are kept apart from yours, with UCDP’s columns.`}</p>
        </>
      )}
      <div>
        <Button variant="primary" isDisabled={!isAgreed} onPress={() => void agreeToTerms()}>
          {t`Read the file`}
        </Button>
      </div>
    </>
  );
}
