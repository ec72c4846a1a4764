import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { Keys } from '#ui/Keys.tsx';
import styles from './CommandPalette.module.css';
import type { Command } from './commands.ts';
import { containsWords } from './contains-words.ts';

type CommandPaletteProps = {
  readonly commands: readonly Command[];
  readonly isOpen: boolean;
  /** What was typed before it opened. */
  readonly initialText: string;
  readonly onClose: () => void;
};

/** Every command by a few letters of its name, accents and case aside. */
export function CommandPalette({ commands, isOpen, initialText, onClose }: CommandPaletteProps) {
  return (
    <ModalOverlay
      className={styles.overlay}
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={styles.modal}>
        <PaletteList commands={commands} initialText={initialText} onClose={onClose} />
      </Modal>
    </ModalOverlay>
  );
}

function PaletteList({ commands, initialText, onClose }: Omit<CommandPaletteProps, 'isOpen'>) {
  const { t } = useLingui();
  const [text, setText] = useState(initialText);
  const run = (key: unknown) => {
    onClose();
    commands.find((command) => command.id === key)?.run();
  };
  return (
    <Dialog className={styles.dialog ?? ''} aria-label={t`Run a command`}>
      <Autocomplete inputValue={text} onInputChange={setText} filter={containsWords}>
        <SearchField aria-label={t`Command`} autoFocus>
          <Input className={styles.input} placeholder={t`Type a command`} />
        </SearchField>
        <Menu
          aria-label={t`Commands`}
          className={styles.list ?? ''}
          items={commands}
          onAction={run}
          renderEmptyState={() => <p className={styles.nothing}>{t`No command reads like that.`}</p>}
        >
          {(command) => (
            <MenuItem
              id={command.id}
              className={styles.item ?? ''}
              textValue={`${command.group} ${command.label}`}
              isDisabled={command.isDisabled}
            >
              <span>
                <span className={styles.group}>{command.group} · </span>
                {command.label}
              </span>
              <Keys keys={command.keys} />
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
    </Dialog>
  );
}
