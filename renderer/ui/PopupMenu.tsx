import type { RefObject } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';
import type { MenuAction } from './ActionMenu.tsx';
import styles from './Field.module.css';

type PopupMenuProps = {
  /** What the menu is about; read out. */
  readonly label: string;
  readonly actions: readonly MenuAction[];
  /** The element it hangs at. */
  readonly trigger: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
};

/** A menu of actions that is open, as after a press of the right button; it closes by Escape, a choice or a click. */
export function PopupMenu({ label, actions, trigger, onClose }: PopupMenuProps) {
  return (
    <Popover
      className={styles.popover ?? ''}
      triggerRef={trigger}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      placement="bottom start"
      offset={4}
    >
      <Menu
        aria-label={label}
        autoFocus="first"
        onClose={onClose}
        onAction={(key) => actions.find((action) => action.id === key)?.onAction()}
      >
        {actions.map((action) => (
          <MenuItem
            key={action.id}
            id={action.id}
            textValue={action.label}
            isDisabled={action.isDisabled ?? false}
            className={styles.option ?? ''}
            data-danger={action.isDanger || undefined}
          >
            {action.label}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  );
}
