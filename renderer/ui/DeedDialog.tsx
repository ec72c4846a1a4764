import { useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { Button } from './Button.tsx';
import styles from './DeedDialog.module.css';
import { Dialog } from './Dialog.tsx';

type DeedDialogProps = {
  readonly title: string;
  readonly confirmLabel: string;
  /** Whether all that is needed is chosen. */
  readonly isReady: boolean;
  readonly isDanger?: boolean;
  readonly wide?: boolean;
  /** Answers why it can't be, to be shown; `null` when done. */
  readonly onConfirm: () => Promise<string | null>;
  readonly onClose: () => void;
  /** For the button that gives up; `onClose` when left out. */
  readonly onCancel?: () => void;
  readonly children: ReactNode;
};

/** A dialog around one edit: it stays open, and says why, when the edit is refused. */
export function DeedDialog(props: DeedDialogProps) {
  const { t } = useLingui();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    const refused = await props.onConfirm().finally(() => setBusy(false));
    setProblem(refused);
    if (refused === null) props.onClose();
  };
  /** Enter in a box for a name is as good as the button; in a box to search by, it chooses what was found. */
  const onKeyDown = ({ key, target, nativeEvent }: KeyboardEvent) => {
    const isName = target instanceof HTMLInputElement && target.type === 'text' && !nativeEvent.isComposing;
    if (key === 'Enter' && isName && props.isReady && !isBusy) void confirm();
  };
  return (
    <Dialog
      title={props.title}
      isOpen
      onClose={props.onClose}
      wide={props.wide ?? false}
      actions={
        <>
          <Button onPress={props.onCancel ?? props.onClose}>{t`Cancel`}</Button>
          <Button
            variant={props.isDanger ? 'danger' : 'primary'}
            isDisabled={!props.isReady || isBusy}
            onPress={() => void confirm()}
            autoFocus={props.isDanger ?? false}
          >
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the boxes in it have the focus; this hears their keys. */}
      <div className={styles.form} onKeyDown={onKeyDown}>
        {props.children}
        {problem !== null && (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        )}
      </div>
    </Dialog>
  );
}
