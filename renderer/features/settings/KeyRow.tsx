import { useLingui } from '@lingui/react/macro';
import { RotateCcw } from 'lucide-react';
import { useRef, useState } from 'react';
import { type KeyCommandId, keyCommand } from '#core/keys/key-commands.ts';
import {
  chosenKeys,
  conflictsOf,
  giveKeys,
  type KeyRefusal,
  refuseKey,
  switchOff,
  workingKeys,
} from '#core/keys/key-map.ts';
import { announce } from '#state/notices.ts';
import { preferences, usePreferences } from '#state/preferences.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Keys } from '#ui/Keys.tsx';
import { keyText } from '#ui/key-text.ts';
import { useCommandWords } from '#ui/use-command-words.ts';
import styles from './Settings.module.css';
import { useRecordKey } from './use-record-key.ts';

/** What the row is about to do, as far as it needs the analyst. */
type Asked =
  | { readonly kind: 'refused'; readonly stroke: string; readonly refusal: KeyRefusal }
  /** These keys belong to others, who would lose them. */
  | { readonly kind: 'taken'; readonly keys: readonly string[]; readonly by: readonly KeyCommandId[] };

/** One command and its keys. */
export function KeyRow({ id }: { readonly id: KeyCommandId }) {
  const { t } = useLingui();
  const words = useCommandWords();
  const { keys: choices, singleKeys } = usePreferences((state) => state);
  const [asked, setAsked] = useState<Asked | null>(null);
  const row = useRef<HTMLLIElement>(null);
  const name = words.name(id);
  const keys = chosenKeys(id, choices);
  const usual = keyCommand(id).keys;
  const isOn = choices[id]?.isOff !== true;
  const isIdle = keys.length > 0 && workingKeys(id, { choices, singleKeys }).length === 0;

  const give = (wanted: readonly string[]) => {
    setAsked(null);
    preferences.setState({ keys: giveKeys(id, wanted, choices) });
    const text = wanted.map(keyText).join(', ');
    announce(t`${name}: ${text}`);
  };
  /** Give the keys at once, or ask when others have them. */
  const want = (wanted: readonly string[]) => {
    const by = conflictsOf(id, wanted, choices);
    if (by.length === 0) give(wanted);
    else setAsked({ kind: 'taken', keys: wanted, by });
  };
  const recording = useRecordKey((stroke) => {
    const refusal = refuseKey(id, stroke);
    if (refusal === null) want([stroke]);
    else setAsked({ kind: 'refused', stroke, refusal });
  });
  /** The question goes away: the focus stays in the row. */
  const settle = (deed: () => void) => () => {
    setAsked(null);
    row.current?.querySelector('button')?.focus();
    deed();
  };
  return (
    <li ref={row} className={styles.keyRow} data-command={id}>
      <span className={styles.keyName}>{name}</span>
      <span className={styles.keyCaps} data-idle={isIdle || undefined}>
        {keys.length === 0 ? <span className={styles.faint}>{t`no key`}</span> : <Keys keys={keys} />}
      </span>
      <label className={styles.keySwitch}>
        <input
          type="checkbox"
          checked={isOn && keys.length > 0}
          disabled={keys.length === 0}
          aria-label={t`Key for: ${name}`}
          onChange={() => (isOn ? preferences.setState({ keys: switchOff(id, choices) }) : want(keys))}
        />
        {t({ message: 'on', context: 'a key works' })}
      </label>
      <Button
        size="small"
        aria-label={recording.isOn ? t`Press the new key for: ${name}` : t`Another key for: ${name}`}
        onPress={settle(recording.start)}
        onBlur={recording.stop}
      >
        {recording.isOn ? t`Press the key…` : t`Change…`}
      </Button>
      <IconButton
        label={t`Back to the usual key: ${name}`}
        icon={RotateCcw}
        size="small"
        isDisabled={choices[id] === undefined}
        onPress={() => want(usual)}
      />
      {recording.isOn && (
        <p className={styles.keyAsk} role="status">
          {t`Press the key for this, with Ctrl, Alt or Shift if you like. Esc leaves it as it is.`}
        </p>
      )}
      {asked !== null && (
        <Question
          asked={asked}
          name={name}
          onGive={(wanted) => settle(() => give(wanted))()}
          onAgain={settle(recording.start)}
          onLeave={settle(() => undefined)}
        />
      )}
    </li>
  );
}

type QuestionProps = {
  readonly asked: Asked;
  readonly name: string;
  readonly onGive: (keys: readonly string[]) => void;
  readonly onAgain: () => void;
  readonly onLeave: () => void;
};

/** Says why a key can't be had, or whose it is, and lets the analyst settle it. */
function Question({ asked, name, onGive, onAgain, onLeave }: QuestionProps) {
  const { t, i18n } = useLingui();
  const words = useCommandWords();
  const refusals = useRefusalWords();
  if (asked.kind === 'refused')
    return (
      <div className={styles.keyAsk} role="alert">
        <p>{refusals(asked.stroke, asked.refusal)}</p>
        <Button size="small" onPress={onAgain}>{t`Press another`}</Button>
      </div>
    );
  const key = new Intl.ListFormat(i18n.locale).format(asked.keys.map(keyText));
  const others = new Intl.ListFormat(i18n.locale).format(asked.by.map((by) => `“${words.name(by)}”`));
  return (
    <div className={styles.keyAsk} role="alertdialog" aria-label={t`${key} is taken`}>
      <p>{t`${key} is taken by ${others}, which would lose it to “${name}”.`}</p>
      <Button size="small" variant="primary" autoFocus onPress={() => onGive(asked.keys)}>
        {t`Take it`}
      </Button>
      <Button size="small" onPress={onAgain}>{t`Press another`}</Button>
      <Button size="small" onPress={onLeave}>{t`Leave it as it was`}</Button>
    </div>
  );
}

function useRefusalWords(): (stroke: string, refusal: KeyRefusal) => string {
  const { t } = useLingui();
  return (stroke, refusal) => {
    const key = keyText(stroke);
    switch (refusal) {
      case 'reserved':
        return t`${key} can’t be changed: closing, going from box to box, copying and pasting always need it.`;
      case 'needed-in-lists':
        return t`${key} alone is needed in lists and buttons, where this command is heard too. Hold Ctrl or Alt with it.`;
      case 'finds-tags':
        return t`In the codebook ${key} finds a tag by its first letter. Hold Ctrl or Alt with it.`;
    }
  };
}
