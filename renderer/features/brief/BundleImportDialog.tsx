import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useStore } from 'zustand';
import type { BundlePlan } from '#core/exchange/plan-bundle-import.ts';
import { notify } from '#state/notices.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import styles from './BriefScreen.module.css';
import { type BundleImport, bundleImport, closeImport, confirmImport } from './bundle-import.ts';
import { useBundleWords } from './use-bundle-words.ts';

/** What is in a picked bundle or what is wrong with it. Drawn once, wherever the window is. */
export function BundleImportDialog() {
  const { t } = useLingui();
  const state = useStore(bundleImport);
  const words = useBundleWords();
  if (state.step === 'idle') return null;
  const confirm = () => {
    confirmImport().catch((error: unknown) => {
      notify({ kind: 'danger', text: t`The import failed: ${String(error)}` });
    });
  };
  const canImport = state.step === 'ready' && state.plan.changes.length > 0;
  const isBusy = state.step === 'reading' || state.step === 'writing';
  return (
    <Dialog
      title={t`Import a bundle`}
      isOpen
      onClose={closeImport}
      actions={
        canImport ? (
          <>
            <Button onPress={closeImport}>{t`Cancel`}</Button>
            <Button variant="primary" onPress={confirm} autoFocus>
              {t`Import`}
            </Button>
          </>
        ) : (
          <Button onPress={closeImport} isDisabled={isBusy}>
            {t`Close`}
          </Button>
        )
      }
    >
      <div className={styles.bundle}>
        <p>
          <bdi className={styles.fileName}>{state.fileName}</bdi>
        </p>
        <Stage state={state} words={words} />
      </div>
    </Dialog>
  );
}

type StageProps = {
  readonly state: Exclude<BundleImport, { step: 'idle' }>;
  readonly words: ReturnType<typeof useBundleWords>;
};

function Stage({ state, words }: StageProps) {
  const { t } = useLingui();
  switch (state.step) {
    case 'reading':
      return <p role="status">{t`Checking every entry…`}</p>;
    case 'writing':
      return <p role="status">{t`Importing…`}</p>;
    case 'refused':
      return (
        <div role="alert">
          <p className={styles.refusal}>{words.problem(state.problem)}</p>
          <p>
            <Trans>Nothing was imported.</Trans>
          </p>
        </div>
      );
    case 'failed':
      return (
        <div role="alert">
          <p className={styles.refusal}>{words.writeProblem(state.problem)}</p>
          <p>
            <Trans>Nothing was imported.</Trans>
          </p>
        </div>
      );
    case 'ready': {
      const { manifest } = state.bundle;
      const when = words.dateTime(manifest.createdAt);
      return (
        <>
          <p>
            <Trans>
              From the workspace “{manifest.workspaceName}”, written on {when}. Every hash was checked.
            </Trans>
          </p>
          <Summary plan={state.plan} words={words} isDone={false} />
        </>
      );
    }
    case 'done':
      return (
        <div role="status">
          <Summary plan={state.plan} words={words} isDone />
        </div>
      );
  }
}

type SummaryProps = {
  readonly plan: BundlePlan;
  readonly words: StageProps['words'];
  readonly isDone: boolean;
};

function Summary({ plan, words, isDone }: SummaryProps) {
  const lines = words.added(plan.added);
  const shown = plan.conflicts.slice(0, 20);
  return (
    <>
      {plan.changes.length === 0 ? (
        <p>
          <Trans>There is nothing new in it.</Trans>
        </p>
      ) : (
        <>
          <p>{isDone ? <Trans>Imported:</Trans> : <Trans>It would add:</Trans>}</p>
          <ul className={styles.bullets}>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      {plan.joined > 0 && (
        <p>
          <Plural
            value={plan.joined}
            one="# article is here already under another number; its passages go to ours."
            other="# articles are here already under other numbers; their passages go to ours."
          />
        </p>
      )}
      {plan.same > 0 && (
        <p>
          <Plural value={plan.same} one="# record is here already." other="# records are here already." />
        </p>
      )}
      {plan.conflicts.length > 0 && (
        <>
          <p className={styles.warning}>
            <Plural
              value={plan.conflicts.length}
              one="# record differs from ours. Ours is kept; the other is not imported:"
              other="# records differ from ours. Ours are kept; the others are not imported:"
            />
          </p>
          <ul className={styles.bullets}>
            {shown.map(({ table, id, name }) => (
              <li key={`${table} ${id}`}>
                {words.tables[table]}: <bdi>{name}</bdi>
              </li>
            ))}
            {plan.conflicts.length > shown.length && (
              <li>
                <Trans>and {plan.conflicts.length - shown.length} more</Trans>
              </li>
            )}
          </ul>
        </>
      )}
    </>
  );
}
