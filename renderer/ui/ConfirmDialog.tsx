import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

type ConfirmDialogProps = {
  readonly title: string;
  readonly message: ReactNode;
  /** The deed in a word or two, never "OK". */
  readonly confirmLabel: string;
  readonly isDanger?: boolean;
  readonly isOpen: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** A question before something that reaches far. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { t } = useLingui();
  const confirm = () => {
    props.onClose();
    props.onConfirm();
  };
  return (
    <Dialog
      title={props.title}
      isOpen={props.isOpen}
      onClose={props.onClose}
      actions={
        <>
          <Button onPress={props.onClose}>{t`Cancel`}</Button>
          <Button variant={props.isDanger ? 'danger' : 'primary'} onPress={confirm} autoFocus>
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      {props.message}
    </Dialog>
  );
}
