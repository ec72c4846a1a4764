import { t as say } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useLiveQuery } from 'dexie-react-hooks';
import { History, Redo2, Undo2 } from 'lucide-react';
import { useSession } from '#state/session.ts';
import type { EditSummary } from '#storage/database.ts';
import { listEditsBefore } from '#storage/edits.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { editWords } from './edit-words.ts';
import styles from './HistoryPanel.module.css';

type HistoryPanelProps = {
  readonly isOpen: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onClose: () => void;
};

/** The newest of everything that was done, in words; what was taken back is struck through. */
export function HistoryPanel({ isOpen, canUndo, canRedo, onUndo, onRedo, onClose }: HistoryPanelProps) {
  const { t } = useLingui();
  return (
    <Dialog
      title={t`History`}
      isOpen={isOpen}
      onClose={onClose}
      wide
      actions={
        <>
          <Button onPress={onUndo} isDisabled={!canUndo}>
            <Undo2 size={15} aria-hidden="true" /> {t`Undo`}
          </Button>
          <Button onPress={onRedo} isDisabled={!canRedo}>
            <Redo2 size={15} aria-hidden="true" /> {t`Redo`}
          </Button>
        </>
      }
    >
      {isOpen && <Edits />}
    </Dialog>
  );
}

const shownEdits = 500;

function Edits() {
  const { t, i18n } = useLingui();
  const { db } = useSession();
  const edits = useLiveQuery(() => listEditsBefore(db, null, shownEdits), [db]);
  if (edits === undefined) return null;
  if (edits.length === 0) {
    return (
      <EmptyState icon={History} title={t`Nothing done yet`}>
        {t`Every import, highlight, tag, place and sentence will be listed here, and can be undone.`}
      </EmptyState>
    );
  }
  const taken = takenBack(edits);
  return (
    <ol className={styles.list}>
      {edits.map((edit) => (
        <li key={`${edit.device}/${edit.sequence}`} className={styles.row}>
          <time className={styles.time} dateTime={edit.at}>
            {i18n.date(new Date(edit.at), { dateStyle: 'medium', timeStyle: 'short' })}
          </time>
          <span className={taken.has(edit.sequence) ? styles.undone : ''}>{editWords(edit.label)}</span>
          <span className={styles.kind}>{kindWord(edit)}</span>
        </li>
      ))}
    </ol>
  );
}

function kindWord({ kind }: EditSummary): string {
  if (kind === 'undo') return say`undone`;
  return kind === 'redo' ? say`done again` : '';
}

/** The numbers of the edits that are taken back now; `edits` newest first. */
function takenBack(edits: readonly EditSummary[]): ReadonlySet<number> {
  const settled = new Set<number>();
  const taken = new Set<number>();
  for (const { kind, target } of edits) {
    if (target === null || settled.has(target)) continue;
    settled.add(target);
    if (kind === 'undo') taken.add(target);
  }
  return taken;
}
