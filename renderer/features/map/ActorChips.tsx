import { useLingui } from '@lingui/react/macro';
import { Plus, X } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { ActorId } from '#core/ids.ts';
import { fold } from '#core/text/fold.ts';
import { Button } from '#ui/Button.tsx';
import { Chooser } from '#ui/Chooser.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import styles from './Tracks.module.css';
import { useKnownActors } from './use-tracks.ts';

type ActorChipsProps = {
  readonly actorIds: readonly ActorId[];
  readonly onChange: (change: (ids: readonly ActorId[]) => readonly ActorId[]) => void;
};

const maxActors = 50;

/** Whose movement or area it is. */
export function ActorChips({ actorIds, onChange }: ActorChipsProps) {
  const { t } = useLingui();
  const { all, name } = useKnownActors();
  const [isChoosing, setIsChoosing] = useState(false);
  const find = useCallback(
    (query: string) => {
      const wanted = fold(query.normalize('NFC')).trim();
      return all
        .filter((actor) =>
          [actor.name, ...actor.aliases.map(({ text }) => text)].some((one) => fold(one).includes(wanted)),
        )
        .map(({ id, name: label }) => ({ key: id as string, label }));
    },
    [all],
  );
  const add = (key: string) => {
    const actor = all.find(({ id }) => id === key);
    if (actor !== undefined) onChange((ids) => (ids.includes(actor.id) ? ids : [...ids, actor.id]));
  };
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t`Actors`}</legend>
      <ul className={styles.chips}>
        {actorIds.map((id) => (
          <li key={id} className={styles.chip}>
            {name(id)}
            <IconButton
              label={t`Take ${name(id)} out`}
              icon={X}
              size="small"
              onPress={() => onChange((ids) => ids.filter((one) => one !== id))}
            />
          </li>
        ))}
      </ul>
      <div>
        <Button
          size="small"
          isDisabled={all.length === 0 || actorIds.length >= maxActors}
          onPress={() => setIsChoosing(true)}
        >
          <Plus size={14} aria-hidden="true" />
          {t`Add an actor`}
        </Button>
      </div>
      <Chooser
        title={t`Who was it?`}
        find={find}
        isOpen={isChoosing}
        onChoose={add}
        onClose={() => setIsChoosing(false)}
      />
    </fieldset>
  );
}
