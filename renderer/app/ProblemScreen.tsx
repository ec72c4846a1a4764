import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { OpenAnswer, OpenProblem, WorkspaceInfo } from '#shared/ipc.ts';
import { desktop } from '#state/desktop.ts';
import { Button } from '#ui/Button.tsx';
import styles from './ProblemScreen.module.css';

type ProblemScreenProps = {
  readonly problem: OpenProblem;
  readonly known: readonly WorkspaceInfo[];
  readonly onAnswer: (answer: OpenAnswer | null) => void;
};

/** Why the workspace can't be opened, and every way on; nothing has been changed on the disk. */
export function ProblemScreen({ problem, known, onAnswer }: ProblemScreenProps) {
  const { t } = useLingui();
  const words = useProblemWords(problem);
  const choose = (action: 'create' | 'open') => {
    desktop().chooseWorkspace({ action, name: t`Workspace` }).then(onAnswer);
  };
  return (
    <main className={styles.screen}>
      <div className={styles.card} role="alert">
        <h1 className={styles.title}>{words.title}</h1>
        <p>{words.text}</p>
        <p className={styles.detail}>{words.detail}</p>
        <div className={styles.actions}>
          {problem.kind === 'broken-journal' && (
            <Button
              variant="primary"
              onPress={() => desktop().recoverWorkspace({ id: problem.workspace.id }).then(onAnswer)}
            >
              {t`Set the damaged part aside and open`}
            </Button>
          )}
          <Button onPress={() => desktop().openWorkspace({ id: null }).then(onAnswer)}>{t`Try again`}</Button>
          <Button onPress={() => choose('open')}>{t`Open another workspace…`}</Button>
          <Button onPress={() => choose('create')}>{t`New workspace…`}</Button>
          {known.map((workspace) => (
            <Button
              key={workspace.id}
              onPress={() => desktop().openWorkspace({ id: workspace.id }).then(onAnswer)}
            >
              {t`Open “${workspace.name}”`}
            </Button>
          ))}
        </div>
      </div>
    </main>
  );
}

type Words = { readonly title: string; readonly text: string; readonly detail: string };

function useProblemWords(problem: OpenProblem): Words {
  const { t } = useLingui();
  switch (problem.kind) {
    case 'locked':
      return {
        title: t`This workspace is open in another program`,
        text: t`Only one Liptako at a time may write to a workspace. Close the other one, then try again.`,
        detail: '',
      };
    case 'missing':
      return {
        title: t`The workspace folder is not there`,
        text: t`It may be on a disk that is not connected. Connect it and try again, or open another workspace.`,
        detail: problem.folderLabel,
      };
    case 'newer-format':
      return {
        title: t`This workspace was written by a newer Liptako`,
        text: t`Opening it here could lose what the newer program added, so it is left alone. Use the newer Liptako.`,
        detail: t`Format ${problem.found}; this program knows up to ${problem.known}.`,
      };
    case 'broken-journal':
      return {
        title: t`The journal is damaged in the middle`,
        text: t`${plural(problem.goodEntries, { 0: 'No edit can be read: the workspace would open empty.', one: 'The first edit is sound and can be opened.', other: 'The first # edits are sound and can be opened.' })} The damaged file is copied aside first; nothing is thrown away. If you have a backup, restoring it may give you more.`,
        detail: t`Damage at byte ${problem.offset} in “${problem.workspace.name}”, ${problem.workspace.folderLabel}`,
      };
    case 'unwritable':
      return {
        title: t`The workspace can’t be opened`,
        text: t`Check that the disk has room and that you may write to the folder, then try again.`,
        detail: problem.message,
      };
  }
}
