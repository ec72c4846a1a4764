import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { DialogBody } from './DialogBody.tsx';
import styles from './ImportDialog.module.css';

type ImportDialogProps = {
  readonly title: string;
  readonly fileName: string;
  /** While it is written there is no way out. */
  readonly isWriting: boolean;
  /** Nothing is left to decide: it is closed, not cancelled. */
  readonly isOver: boolean;
  readonly onClose: () => void;
  /** `null`: there is nothing to bring in. */
  readonly onImport: (() => void) | null;
  /** A button before the others. */
  readonly back?: ReactNode;
  readonly children: ReactNode;
};

/** The dialog of a picked file: its name, what the step it is at shows, and the way in. */
export function ImportDialog(props: ImportDialogProps) {
  const { title, fileName, isWriting, isOver, onClose, onImport, back, children } = props;
  const { t } = useLingui();
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      wide
      actions={
        <>
          {back}
          <Button onPress={onClose} isDisabled={isWriting}>
            {isOver ? t`Close` : t`Cancel`}
          </Button>
          {onImport !== null && (
            <Button variant="primary" onPress={onImport} autoFocus>
              {t`Import`}
            </Button>
          )}
        </>
      }
    >
      <DialogBody>
        <p>
          <bdi className={styles.fileName}>{fileName}</bdi>
        </p>
        {children}
      </DialogBody>
    </Dialog>
  );
}
