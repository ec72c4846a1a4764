import { useLingui } from '@lingui/react/macro';
import { ChevronDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { findActors } from '#core/actors/find-actors.ts';
import type { JoinedActor } from '#core/actors/join-actors.ts';
import type { ActorId } from '#core/ids.ts';
import styles from './ActorPicker.module.css';

type ActorPickerProps = {
  readonly label: string;
  readonly actors: readonly JoinedActor[];
  /** `null`: none is chosen yet. */
  readonly value: ActorId | null;
  readonly onChange: (id: ActorId) => void;
};

/** More than fit on a screen; whoever types finds the rest. */
const shown = 60;

/** A box to choose an actor by any of its names: type a part of one, arrow keys, Enter. */
export function ActorPicker({ label, actors, value, onChange }: ActorPickerProps) {
  const { t } = useLingui();
  const chosen = actors.find(({ id }) => id === value)?.name ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const found = useMemo(() => {
    const listed = [...actors].sort((a, b) => a.name.localeCompare(b.name));
    return findActors(listed, typed ?? '', null).slice(0, shown);
  }, [actors, typed]);
  return (
    <ComboBox
      className={styles.picker ?? ''}
      menuTrigger="focus"
      allowsEmptyCollection
      // Its own filter knows only what actors are called, not their other names.
      defaultFilter={() => true}
      selectedKey={value}
      inputValue={typed ?? chosen}
      onInputChange={(text) => setTyped(text === chosen ? null : text)}
      onSelectionChange={(key) => {
        const actor = actors.find(({ id }) => id === key);
        setTyped(null);
        if (actor !== undefined) onChange(actor.id);
      }}
      onBlur={() => setTyped(null)}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      <div className={styles.box}>
        <Input
          className={styles.input ?? ''}
          placeholder={t`Part of any of its names`}
          onFocus={({ target }) => target.select()}
        />
        <Button className={styles.open ?? ''} aria-label={t`Show actors`}>
          <ChevronDown size={16} aria-hidden="true" />
        </Button>
      </div>
      <Popover className={styles.popover ?? ''}>
        <ListBox
          className={styles.list ?? ''}
          renderEmptyState={() => <p className={styles.none}>{t`Nobody is called that.`}</p>}
        >
          {found.map(({ actor, by }) => (
            <ListBoxItem key={actor.id} id={actor.id} textValue={actor.name} className={styles.item ?? ''}>
              {actor.name}
              {by !== null && <span className={styles.by}> ({by})</span>}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
