import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type KeyCommand, type KeyGroup, listKeyCommands } from '#core/keys/key-commands.ts';
import { chosenKeys } from '#core/keys/key-map.ts';
import { fold } from '#core/text/fold.ts';
import { announce } from '#state/notices.ts';
import { preferences, usePreferences } from '#state/preferences.ts';
import { Button } from '#ui/Button.tsx';
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx';
import { keyText } from '#ui/key-text.ts';
import { TextField } from '#ui/TextField.tsx';
import { useCommandWords } from '#ui/use-command-words.ts';
import { KeyRow } from './KeyRow.tsx';
import styles from './Settings.module.css';

/** Every command with its keys: press another one, switch them off, or go back to the usual. */
export function KeySettings() {
  const { t } = useLingui();
  const { singleKeys, keys } = usePreferences((state) => state);
  const [query, setQuery] = useState('');
  const [isAsking, setAsking] = useState(false);
  const groups = useFoundGroups(query);
  const restoreAll = () => {
    preferences.setState({ keys: {}, singleKeys: true });
    announce(t`All keys are as usual again.`);
  };
  return (
    <div className={styles.form}>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={singleKeys}
          onChange={(event) => preferences.setState({ singleKeys: event.target.checked })}
        />
        {t`Keys that write a character (letters, digits, signs) are commands where nothing is written`}
      </label>
      <div className={styles.keyTools}>
        <TextField
          label={t`Find a command or a key`}
          hideLabel
          type="search"
          placeholder={t`Find a command or a key`}
          value={query}
          onChange={setQuery}
        />
        <Button
          size="small"
          isDisabled={Object.keys(keys).length === 0 && singleKeys}
          onPress={() => setAsking(true)}
        >
          {t`All back to the usual…`}
        </Button>
      </div>
      {groups.map(({ group, title, commands }) => (
        <section key={group} aria-label={title}>
          <h3 className={styles.keyGroup}>{title}</h3>
          <ul className={styles.keyList}>
            {commands.map(({ id }) => (
              <KeyRow key={id} id={id} />
            ))}
          </ul>
        </section>
      ))}
      {groups.length === 0 && <p>{t`No command reads like that, and none has such a key.`}</p>}
      <ConfirmDialog
        title={t`All keys back to the usual?`}
        message={t`Every key you changed or switched off becomes what it was at the beginning.`}
        confirmLabel={t`Back to the usual`}
        isOpen={isAsking}
        onConfirm={restoreAll}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}

type FoundGroup = {
  readonly group: KeyGroup;
  readonly title: string;
  readonly commands: readonly KeyCommand[];
};

/** The groups with what fits the query, by the command's name or by a whole key. */
function useFoundGroups(query: string): readonly FoundGroup[] {
  const words = useCommandWords();
  const choices = usePreferences((state) => state.keys);
  const wanted = fold(query).trim();
  const fits = ({ id, group }: KeyCommand) => {
    const name = fold(`${words.group(group)} ${words.name(id)}`);
    const keys = chosenKeys(id, choices).map((stroke) => fold(keyText(stroke)));
    return keys.includes(wanted) || wanted.split(/\s+/).every((word) => name.includes(word));
  };
  const commands = listKeyCommands().filter(fits);
  return [...new Set(commands.map(({ group }) => group))].map((group) => ({
    group,
    title: words.group(group),
    commands: commands.filter((command) => command.group === group),
  }));
}
