import { useLingui } from '@lingui/react/macro';
import { Link, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { type ActorKind, actorKinds } from '#core/actors/actor.ts';
import type { JoinedActor } from '#core/actors/join-actors.ts';
import type { ShownItem } from '#core/mentions/items-to-show.ts';
import { fold } from '#core/text/fold.ts';
import { kindWord } from '#ui/actor-kind-word.ts';
import { Button } from '#ui/Button.tsx';
import { CheckBox } from '#ui/CheckBox.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import { ActorPicker } from './ActorPicker.tsx';
import styles from './Mentions.module.css';
import type { ItemDeeds } from './use-card-deeds.ts';

type LinkActorProps = {
  readonly item: ShownItem;
  readonly deeds: ItemDeeds;
  /** Whether a new actor is likely to be a person. */
  readonly isPerson: boolean;
};

/** Say who is meant: an actor of the registry, who may be given these words as a name, or a new one. */
export function LinkActor({ item, deeds, isPerson }: LinkActorProps) {
  const { t } = useLingui();
  const [step, setStep] = useState<'start' | 'link' | 'make'>('start');
  const [chosen, setChosen] = useState<JoinedActor | null>(null);
  if (chosen !== null) return <Confirm item={item} actor={chosen} deeds={deeds} />;
  if (step === 'link') return <ActorPicker label={t`Who is “${item.exact}”?`} onChoose={setChosen} />;
  if (step === 'make') return <NewActor item={item} deeds={deeds} isPerson={isPerson} />;
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
  item,
  actor,
  deeds,
}: Pick<LinkActorProps, 'item' | 'deeds'> & { readonly actor: JoinedActor }) {
  const { t } = useLingui();
  const knows = [actor.name, ...actor.aliases.map(({ text }) => text)].some(
    (name) => fold(name) === fold(item.exact),
  );
  // A name has a capital; a description such as “the group” is somebody else in the next article.
  const [teaches, setTeaches] = useState(/\p{Lu}/u.test(item.exact));
  return (
    <div className={styles.stack}>
      <p>{t`“${item.exact}” is ${actor.name}.`}</p>
      {!knows && (
        <CheckBox isSelected={teaches} onChange={setTeaches}>
          {t`Remember it as a name of ${actor.name}: it is found by it in all articles from then on`}
        </CheckBox>
      )}
      <div className={styles.actions}>
        <Button
          size="small"
          variant="primary"
          autoFocus
          onPress={() => (teaches && !knows ? deeds.teach(item, actor) : deeds.accept([item], actor))}
        >
          {t`Accept`}
        </Button>
      </div>
    </div>
  );
}

function NewActor({ item, deeds, isPerson }: LinkActorProps) {
  const { t } = useLingui();
  const [name, setName] = useState(item.exact);
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
          onPress={() => deeds.create(item, { name, kind, note: '' })}
        >
          {t`Make it and accept`}
        </Button>
      </div>
    </div>
  );
}
