import { useLingui } from '@lingui/react/macro';
import { Check, Minus } from 'lucide-react';
import { ToggleButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import { useStore } from 'zustand';
import type { AliasChip } from '#core/search/search-answer.ts';
import buttonStyles from '#ui/Button.module.css';
import styles from './Results.module.css';
import { askOtherwise, searchEngine } from './search-engine.ts';

/** The names of the query that were searched in other spellings too: each can be switched off, or all. */
export function AliasChips() {
  const { t } = useLingui();
  const { answer, options } = useStore(searchEngine);
  const aliases = answer?.aliases ?? [];
  if (aliases.length === 0 && options.expands) return null;
  return (
    <fieldset className={styles.aliases} aria-label={t`Other spellings`}>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={options.expands}
          onChange={(event) => askOtherwise({ expands: event.target.checked })}
        />
        {t`Other spellings`}
      </label>
      {options.expands && aliases.map((alias) => <AliasToggle key={alias.entry} alias={alias} />)}
    </fieldset>
  );
}

function AliasToggle({ alias }: { readonly alias: AliasChip }) {
  const { t } = useLingui();
  const without = useStore(searchEngine, (state) => state.options.withoutAliases);
  const { entry, name, typed, also, isOff } = alias;
  const toggle = () =>
    askOtherwise({
      withoutAliases: isOff ? without.filter((each) => each !== entry) : [...without, entry],
    });
  const spellings = also.join(', ');
  return (
    <TooltipTrigger delay={300}>
      <ToggleButton className={styles.alias ?? ''} isSelected={!isOff} onPress={toggle}>
        {isOff ? <Minus size={12} aria-hidden="true" /> : <Check size={12} aria-hidden="true" />}
        <span>{isOff ? t`${name}: only as typed` : t`${name} + ${also.length}`}</span>
      </ToggleButton>
      <Tooltip className={buttonStyles.tooltip ?? ''} offset={4}>
        {isOff
          ? t`Only “${typed}” was searched. Left out: ${spellings}`
          : t`For “${typed}” this was searched too: ${spellings}`}
      </Tooltip>
    </TooltipTrigger>
  );
}
