import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type KeyGroup, listKeyCommands } from '#core/keys/key-commands.ts';
import { useKeys } from '#state/keys.ts';
import { Dialog } from '#ui/Dialog.tsx';
import { Keys } from '#ui/Keys.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useCommandWords } from '#ui/use-command-words.ts';
import { containsWords } from './contains-words.ts';
import styles from './ShortcutSheet.module.css';

type SheetRow = { readonly label: string; readonly keys: readonly string[]; readonly shown?: string };

/** All keys as they are now, on one sheet that can be searched. */
export function ShortcutSheet({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useLingui();
  return (
    <Dialog title={t`Keyboard shortcuts`} isOpen={isOpen} onClose={onClose} wide>
      <SheetGroups />
    </Dialog>
  );
}

function SheetGroups() {
  const { t } = useLingui();
  const [query, setQuery] = useState('');
  const groups = useGroups().map(({ title, rows }) => ({
    title,
    rows: rows.filter(({ label }) => containsWords(`${title} ${label}`, query)),
  }));
  const found = groups.filter(({ rows }) => rows.length > 0);
  return (
    <>
      <TextField
        label={t`Find a key`}
        hideLabel
        type="search"
        placeholder={t`Find a key by what it does`}
        value={query}
        onChange={setQuery}
        autoFocus
      />
      <div className={styles.columns}>
        {found.map(({ title, rows }) => (
          <section key={title} className={styles.group}>
            <h3 className={styles.heading}>{title}</h3>
            {rows.map((row) => (
              <div key={row.label} className={styles.row}>
                <span>{row.label}</span>
                {row.shown === undefined ? <Keys keys={row.keys} /> : <kbd>{row.shown}</kbd>}
              </div>
            ))}
          </section>
        ))}
      </div>
      {found.length === 0 && <p>{t`No key does anything like that.`}</p>}
    </>
  );
}

function useGroups(): { title: string; rows: SheetRow[] }[] {
  const { t } = useLingui();
  const keysOf = useKeys();
  const words = useCommandWords();
  const groups = new Map<KeyGroup, SheetRow[]>();
  for (const { id, group } of listKeyCommands()) {
    const keys = keysOf(id);
    if (keys.length > 0) groups.set(group, [...(groups.get(group) ?? []), { label: words.name(id), keys }]);
  }
  const picker: SheetRow[] = [
    { label: t`The first to ninth tag, while the box is empty`, keys: [], shown: '1 – 9' },
    { label: t`The tag in the list, also while something is typed`, keys: [], shown: 'Alt+1 – 9' },
    { label: t`Give the tag`, keys: ['Enter'] },
    { label: t`Give the tag and add another`, keys: ['Shift+Enter'] },
    { label: t`Close one layer`, keys: ['Escape'] },
  ];
  return [
    ...[...groups].map(([group, rows]) => ({ title: words.group(group), rows })),
    { title: t`In the list of tags`, rows: picker },
  ];
}
