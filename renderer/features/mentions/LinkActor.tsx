import { useLingui } from '@lingui/react/macro';
import { Link, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { type ActorKind, actorKinds } from '#core/actors/actor.ts';
import type { ActorForm } from '#core/actors/edit-actors.ts';
import type { JoinedActor } from '#core/actors/join-actors.ts';
import { fold } from '#core/text/fold.ts';
import { kindWord } from '#ui/actor-kind-word.ts';
import { Button } from '#ui/Button.tsx';
import { CheckBox } from '#ui/CheckBox.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import { ActorSearch } from './ActorSearch.tsx';
import styles from './Mentions.module.css';

type LinkActorProps = {
  /** The words. */
  readonly exact: string;
  /** Whether a new actor is likely to be a person. */
  readonly isPerson: boolean;
  /** Whether the words may become a name of the actor that is chosen. */
  readonly mayTeach?: boolean;
  readonly onLink: (actor: JoinedActor, teaches: boolean) => void;
  readonly onMake: (form: ActorForm) => void;
};

/** Say who is meant: an actor of the registry, who may be given these words as a name, or a new one. */
export function LinkActor(props: LinkActorProps) {
  const { t } = useLingui();
  const [step, setStep] = useState<'start' | 'link' | 'make'>('start');
  const [chosen, setChosen] = useState<JoinedActor | null>(null);
  if (chosen !== null) return <Confirm {...props} actor={chosen} />;
  if (step === 'link') return <ActorSearch label={t`Who is “${props.exact}”?`} onChoose={setChosen} />;
  if (step === 'make') return <NewActor {...props} />;
  return (
    <div className={styles.actions}>
      <Button size="small" onPress={() => setStep('link')}>
        <Link size={14} aria-hidden="true" />
        {t`Link to an actor…`}
      </Button>
      <Button size="small" onPress={() => setStep('make')}>
        <UserPlus size={14} aria-hidden="true" />
        {t`New actor…`}
      </Button>
    </div>
  );
}

function Confirm({
  exact,
  actor,
  mayTeach = true,
  onLink,
}: LinkActorProps & { readonly actor: JoinedActor }) {
  const { t } = useLingui();
  const isNew = ![actor.name, ...actor.aliases.map(({ text }) => text)].some(
    (name) => fold(name) === fold(exact),
  );
  // A name has a capital; a description such as “the group” is somebody else in the next article.
  const [teaches, setTeaches] = useState(mayTeach && /\p{Lu}/u.test(exact));
  return (
    <div className={styles.stack}>
      <p>{t`“${exact}” is ${actor.name}.`}</p>
      {isNew && mayTeach && (
        <CheckBox isSelected={teaches} onChange={setTeaches}>
          {t`Remember it as a name of ${actor.name}: it is found by it in all articles from then on`}
        </CheckBox>
      )}
      <div className={styles.actions}>
        <Button size="small" variant="primary" autoFocus onPress={() => onLink(actor, teaches && isNew)}>
          {t`Accept`}
        </Button>
      </div>
    </div>
  );
}

function NewActor({ exact, isPerson, onMake }: LinkActorProps) {
  const { t } = useLingui();
  const [name, setName] = useState(exact);
  const [kind, setKind] = useState<ActorKind>(isPerson ? 'person' : 'armed-group');
  return (
    <div className={styles.stack}>
      <TextField label={t`Name of the new actor`} value={name} onChange={setName} autoFocus />
      <Select
        label={t`Kind`}
        value={kind}
        options={actorKinds.map((value) => ({ value, label: kindWord(value) }))}
        onChange={setKind}
      />
      <div className={styles.actions}>
        <Button
          size="small"
          variant="primary"
          isDisabled={name.trim() === ''}
          onPress={() => onMake({ name, kind, note: '' })}
        >
          {t`Make it and accept`}
        </Button>
      </div>
    </div>
  );
}
