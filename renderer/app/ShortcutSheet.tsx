import { useLingui } from '@lingui/react/macro';
import { Dialog } from '#ui/Dialog.tsx';
import type { Command } from './commands.ts';
import { Keys } from './Keys.tsx';
import styles from './ShortcutSheet.module.css';

type ShortcutSheetProps = {
  readonly commands: readonly Command[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** All keys on one sheet. */
export function ShortcutSheet({ commands, isOpen, onClose }: ShortcutSheetProps) {
  const { t } = useLingui();
  const reader: [string, string][] = [
    [t`Highlight the selection`, 'h'],
    [t`Highlight and write a note`, 'n'],
    [t`The last tag again`, 'q'],
    [t`Tag: first to ninth of the list`, '1 – 9'],
    [t`Apply; apply and add another`, 'Enter  Shift+Enter'],
    [t`Tags of the chosen highlight`, 't'],
    [t`Next highlight underneath`, 'o'],
    [t`Choose the edge to move`, '[  ]'],
    [t`Delete the chosen highlight`, 'Delete'],
    [t`Close one layer`, 'Esc'],
  ];
  const groups = [...new Set(commands.map((command) => command.group))].map((group) => ({
    group,
    rows: commands.filter((command) => command.group === group && command.keys !== ''),
  }));
  return (
    <Dialog title={t`Keyboard shortcuts`} isOpen={isOpen} onClose={onClose} wide>
      <div className={styles.columns}>
        {groups.map(({ group, rows }) => (
          <section key={group} className={styles.group}>
            <h3 className={styles.heading}>{group}</h3>
            {rows.map((command) => (
              <Row key={command.id} label={command.label} keys={command.keys} />
            ))}
          </section>
        ))}
        <section className={styles.group}>
          <h3 className={styles.heading}>{t`In the article`}</h3>
          {reader.map(([label, keys]) => (
            <Row key={label} label={label} keys={keys} />
          ))}
        </section>
      </div>
    </Dialog>
  );
}

function Row({ label, keys }: { readonly label: string; readonly keys: string }) {
  return (
    <div className={styles.row}>
      <span>{label}</span>
      <Keys keys={keys} />
    </div>
  );
}
