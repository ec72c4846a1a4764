import { useLingui } from '@lingui/react/macro';
import { Plus, X } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { Actor } from '#core/actors/actor.ts';
import { type EventActor, type EventRole, eventRoles, maxEventActors } from '#core/events/event.ts';
import { fold } from '#core/text/fold.ts';
import { useActors } from '#state/known-actors.ts';
import { Button } from '#ui/Button.tsx';
import { Chooser } from '#ui/Chooser.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './Events.module.css';
import { useEventWords } from './use-event-words.ts';

type WhoFieldsProps = {
  readonly actors: readonly EventActor[];
  readonly onChange: (actors: readonly EventActor[]) => void;
};

/** Who took part, and on which side. */
export function WhoFields({ actors, onChange }: WhoFieldsProps) {
  const { t } = useLingui();
  const words = useEventWords();
  const known = useActors();
  const [isChoosing, setIsChoosing] = useState(false);
  const find = useCallback((query: string) => findActors(known, query), [known]);
  const roles = eventRoles.map((value) => ({ value, label: words.role(value) }));
  const change = (id: string, role: EventRole) =>
    onChange(actors.map((one) => (one.actorId === id ? { ...one, role } : one)));
  const add = (id: string) => {
    const actor = known.find((one) => one.id === id);
    if (actor === undefined || actors.some((one) => one.actorId === id)) return;
    onChange([...actors, { actorId: actor.id, name: actor.name, role: 'other' }]);
  };
  return (
    <fieldset className={styles.section}>
      <legend>{t`Who`}</legend>
      <p className={styles.soft}>{t`The sides say who stood against whom, not who attacked.`}</p>
      <ul className={styles.items}>
        {actors.map(({ actorId, name, role }) => (
          <li key={actorId} className={styles.item}>
            <span className={styles.itemName}>{name}</span>
            <Select
              label={t`Side of ${name}`}
              hideLabel
              value={role}
              options={roles}
              onChange={(value) => change(actorId, value)}
            />
            <IconButton
              label={t`Take ${name} out`}
              icon={X}
              size="small"
              onPress={() => onChange(actors.filter((one) => one.actorId !== actorId))}
            />
          </li>
        ))}
      </ul>
      <div className={styles.line}>
        <Button
          size="small"
          isDisabled={known.length === 0 || actors.length >= maxEventActors}
          onPress={() => setIsChoosing(true)}
        >
          <Plus size={14} aria-hidden="true" />
          {t`Add an actor`}
        </Button>
      </div>
      <Chooser
        title={t`Who took part?`}
        find={find}
        isOpen={isChoosing}
        onChoose={add}
        onClose={() => setIsChoosing(false)}
      />
    </fieldset>
  );
}

function findActors(actors: readonly Actor[], query: string) {
  const wanted = fold(query.normalize('NFC')).trim();
  return actors
    .filter(({ name, aliases }) =>
      [name, ...aliases.map(({ text }) => text)].some((one) => fold(one).includes(wanted)),
    )
    .map(({ id, name }) => ({ key: id, label: name }));
}
