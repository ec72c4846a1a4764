import { MoreHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import buttonStyles from './Button.module.css';
import styles from './Field.module.css';

/** One line of a menu. */
export type MenuAction = {
  readonly id: string;
  readonly label: string;
  readonly onAction: () => void;
  readonly isDisabled?: boolean;
  readonly isDanger?: boolean;
};

type ActionMenuProps = {
  /** What the menu is about; read out. */
  readonly label: string;
  readonly actions: readonly MenuAction[];
  /** What the button shows; three dots when left out. */
  readonly children?: ReactNode;
  /** Whether it is open, where something else than its button can open it. */
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
};

/** A button that opens a menu of actions. */
export function ActionMenu({ label, actions, children, ...opening }: ActionMenuProps) {
  const bare = children === undefined;
  return (
    <MenuTrigger {...opening}>
      <Button
        aria-label={label}
        className={[buttonStyles.button, buttonStyles.quiet, bare && buttonStyles.icon, buttonStyles.small]
          .filter(Boolean)
          .join(' ')}
      >
        {children ?? <MoreHorizontal size={15} aria-hidden="true" />}
      </Button>
      <Popover className={styles.popover ?? ''} offset={4}>
        <Menu aria-label={label} onAction={(key) => actions.find((action) => action.id === key)?.onAction()}>
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
    </MenuTrigger>
  );
}
