import { useLingui } from '@lingui/react/macro';
import { History as HistoryIcon, Redo2, SearchX, Undo2 } from 'lucide-react';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import type { HistoryPoint } from '#state/plan-going-back.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { GoBackDialog } from './GoBackDialog.tsx';
import { HistoryDetails } from './HistoryDetails.tsx';
import { HistoryList } from './HistoryList.tsx';
import styles from './HistoryPanel.module.css';
import { HistoryTools } from './HistoryTools.tsx';
import { type HistoryFilter, historyLines } from './history-lines.ts';
import { useHistory } from './use-history.ts';

type HistoryPanelProps = {
  readonly isOpen: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onClose: () => void;
};

/** Everything that was ever done, in words: what was taken back is struck through, and any point can be gone back to. */
export function HistoryPanel({ isOpen, canUndo, canRedo, onUndo, onRedo, onClose }: HistoryPanelProps) {
  const { t } = useLingui();
  return (
    <Dialog title={t`History`} isOpen={isOpen} onClose={onClose} full>
      {isOpen && (
        <AllEdits onClose={onClose}>
          <Button onPress={onUndo} isDisabled={!canUndo}>
            <Undo2 size={15} aria-hidden="true" /> {t`Undo`}
          </Button>
          <Button onPress={onRedo} isDisabled={!canRedo}>
            <Redo2 size={15} aria-hidden="true" /> {t`Redo`}
          </Button>
        </AllEdits>
      )}
    </Dialog>
  );
}

/** The point to go back to, and the time by which it is called. */
export type WantedPoint = HistoryPoint & { readonly at: string };

type AllEditsProps = {
  readonly onClose: () => void;
  /** Buttons beside the filters. */
  readonly children: ReactNode;
};

function AllEdits({ onClose, children }: AllEditsProps) {
  const { t } = useLingui();
  const history = useHistory();
  const [filter, setFilter] = useState<HistoryFilter>({ text: '', kind: null, beside: false });
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const [wanted, setWanted] = useState<WantedPoint | null>(null);
  const narrowing = useDeferredValue(filter);
  const lines = useMemo(
    () => historyLines(history?.edits ?? [], narrowing, open),
    [history, narrowing, open],
  );
  if (history === undefined) return null;
  if (history.edits.length === 0)
    return (
      <EmptyState icon={HistoryIcon} title={t`Nothing done yet`}>
        {t`Every import, highlight, tag, place and sentence will be listed here, and can be undone.`}
      </EmptyState>
    );
  const unfold = (key: string, isOpen: boolean) => {
    const next = new Set(open);
    if (isOpen) next.add(key);
    else next.delete(key);
    setOpen(next);
  };
  const chosen = lines.find((line) => line.key === chosenKey) ?? lines.find((line) => line.kind === 'row');
  return (
    <div className={styles.panel}>
      <HistoryTools filter={filter} onFilter={setFilter} lines={lines} isWhole={history.isWhole}>
        {children}
      </HistoryTools>
      <div className={styles.columns}>
        {lines.length === 0 ? (
          <EmptyState icon={SearchX} title={t`No edit passes these filters`}>
            {history.isWhole ? t`Clear a filter to see more.` : t`Older edits are still being read.`}
          </EmptyState>
        ) : (
          <HistoryList
            lines={lines}
            open={open}
            chosenKey={chosen?.key ?? null}
            onChoose={setChosenKey}
            onUnfold={unfold}
          />
        )}
        {chosen !== undefined && chosen.kind !== 'day' && (
          <HistoryDetails line={chosen} onGoBack={setWanted} onShown={onClose} />
        )}
      </div>
      {wanted !== null && <GoBackDialog key={wanted.time} point={wanted} onClose={() => setWanted(null)} />}
    </div>
  );
}
