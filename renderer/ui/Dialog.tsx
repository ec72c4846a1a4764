import { useLingui } from '@lingui/react/macro';
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';

type DialogProps = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons along the bottom, the main one last. */
  readonly actions?: ReactNode;
  readonly wide?: boolean;
  /** As large as the window; what is in it scrolls by itself. */
  readonly full?: boolean;
};

/** A window in the window: keeps the focus, closes on Escape. */
export function Dialog(props: DialogProps) {
  const { title, isOpen, onClose, children, actions, wide = false, full = false } = props;
  const { t } = useLingui();
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={`${styles.modal} ${wide ? styles.wide : ''} ${full ? styles.full : ''}`}>
        <AriaDialog className={styles.dialog ?? ''}>
          <div className={styles.head}>
            <Heading slot="title" className={styles.title ?? ''}>
              {title}
            </Heading>
            <IconButton label={t`Close`} icon={X} onPress={onClose} />
          </div>
          <Body title={title}>{children}</Body>
          {actions !== undefined && <div className={styles.actions}>{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The part that scrolls; while it does, it is a stop of the Tab key, for there may be nothing else in it to stop at. */
function Body({ title, children }: Pick<DialogProps, 'title' | 'children'>) {
  const body = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      if (body.current !== null) setScrolls(body.current.scrollHeight > body.current.clientHeight);
    });
    for (const { current } of [body, content]) if (current !== null) observer.observe(current);
    return () => observer.disconnect();
  }, []);
  const stop = scrolls ? { tabIndex: 0, role: 'group', 'aria-label': title } : {};
  return (
    <div ref={body} className={styles.body} {...stop}>
      <div ref={content}>{children}</div>
    </div>
  );
}
