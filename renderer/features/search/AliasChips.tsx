import { useLingui } from '@lingui/react/macro';
import { Check, Minus } from 'lucide-react';
import { ToggleButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import type { AliasChip, SearchAsk } from '#core/search/results/search-answer.ts';
import buttonStyles from '#ui/Button.module.css';
import { OpenNameChip } from './OpenNameChip.tsx';
import styles from './Results.module.css';

type Asking = Pick<SearchAsk, 'expands' | 'withoutAliases'>;

type AliasChipsProps = {
  readonly aliases: readonly AliasChip[];
  readonly asking: Asking;
  /** Ask again with this changed. */
  readonly onAsk: (change: Partial<Asking>) => void;
  /** The analyst says which actor a name means that was left open. */
  readonly onSettle: (name: string, actor: string) => void;
};

/** The names of the query that were searched in other spellings too: each can be switched off, or all. */
export function AliasChips({ aliases, asking, onAsk, onSettle }: AliasChipsProps) {
  const { t } = useLingui();
  if (aliases.length === 0 && asking.expands) return null;
  const { withoutAliases } = asking;
  return (
    <fieldset className={styles.aliases} aria-label={t`Other spellings`}>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={asking.expands}
          onChange={(event) => onAsk({ expands: event.target.checked })}
        />
        {t`Other spellings`}
      </label>
      {aliases.map((alias) =>
        alias.also.length === 0 && !alias.isOff ? (
          <OpenNameChip key={alias.entry} alias={alias} onSettle={(actor) => onSettle(alias.typed, actor)} />
        ) : (
          <AliasToggle
            key={alias.entry}
            alias={alias}
            onToggle={() =>
              onAsk({
                withoutAliases: alias.isOff
                  ? withoutAliases.filter((each) => each !== alias.entry)
                  : [...withoutAliases, alias.entry],
              })
            }
          />
        ),
      )}
    </fieldset>
  );
}

function AliasToggle({ alias, onToggle }: { readonly alias: AliasChip; readonly onToggle: () => void }) {
  const { t } = useLingui();
  const { name, typed, also, isOff, mayMean = [] } = alias;
  const spellings = also.join(', ');
  const others = mayMean.map((other) => other.name).join(', ');
  return (
    <TooltipTrigger delay={300}>
      <ToggleButton className={styles.alias ?? ''} isSelected={!isOff} onPress={onToggle}>
        {isOff ? <Minus size={12} aria-hidden="true" /> : <Check size={12} aria-hidden="true" />}
        <span>{isOff ? t`${typed}: only as typed` : t`${typed} + ${also.length}`}</span>
      </ToggleButton>
      <Tooltip className={buttonStyles.tooltip ?? ''} offset={4}>
        {isOff
          ? t`${name}: only “${typed}” was searched. Left out: ${spellings}`
          : t`${name}: for “${typed}” this was searched too: ${spellings}`}
        {others !== '' && ` ${t`The name may also mean: ${others}`}`}
      </Tooltip>
    </TooltipTrigger>
  );
}
