import { Plural, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { findActors } from '#core/actors/find-actors.ts';
import type { JoinedActor } from '#core/actors/join-actors.ts';
import { useActors } from '#state/known-actors.ts';
import { kindWord } from '#ui/actor-kind-word.ts';
import { TextField } from '#ui/TextField.tsx';
import styles from './Mentions.module.css';

type ActorSearchProps = {
  readonly label: string;
  readonly onChoose: (actor: JoinedActor) => void;
};

/** As many as are looked over at once; more letters leave fewer. */
const mostShown = 7;

/** Find an actor of the registry by any of its names. */
export function ActorSearch({ label, onChoose }: ActorSearchProps) {
  const { t } = useLingui();
  const actors = useActors();
  const [query, setQuery] = useState('');
  const found = findActors(actors, query, null);
  const [first] = found;
  return (
    <div className={styles.stack}>
      <TextField
        label={label}
        type="search"
        value={query}
        autoFocus
        onChange={setQuery}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || first === undefined) return;
          // The button that comes next has the focus at once, and would be pressed by the same key.
          event.preventDefault();
          onChoose(first.actor);
        }}
      />
      {found.length === 0 && <p className={styles.soft}>{t`Nobody in the registry is called that.`}</p>}
      <div className={styles.choices}>
        {found.slice(0, mostShown).map(({ actor, by }) => (
          <Button key={actor.id} className={styles.choice ?? ''} onPress={() => onChoose(actor)}>
            <span>{actor.name}</span>
            <span className={styles.soft}>{by === null ? kindWord(actor.kind) : t`“${by}”`}</span>
          </Button>
        ))}
      </div>
      {found.length > mostShown && (
        <p className={styles.soft}>
          <Plural value={found.length - mostShown} one="and # more" other="and # more" />
        </p>
      )}
    </div>
  );
}
