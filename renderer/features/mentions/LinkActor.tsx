import { useLingui } from '@lingui/react/macro';
import { Link, UserPlus } from 'lucide-react';
import { useCallback, useState } from 'react';
import { type ActorKind, actorKinds } from '#core/actors/actor.ts';
import type { JoinedActor } from '#core/actors/join-actors.ts';
import type { ShownItem } from '#core/mentions/items-to-show.ts';
import { fold } from '#core/text/fold.ts';
import { useActors } from '#state/known-actors.ts';
import { kindWord } from '#ui/actor-kind-word.ts';
import { Button } from '#ui/Button.tsx';
import { CheckBox } from '#ui/CheckBox.tsx';
import { Chooser } from '#ui/Chooser.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
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
  const actors = useActors();
  const [isChoosing, setIsChoosing] = useState(false);
  const [isMaking, setIsMaking] = useState(false);
  const [chosen, setChosen] = useState<JoinedActor | null>(null);
  const find = useCallback((query: string) => findActors(actors, query), [actors]);
  if (chosen !== null) return <Confirm item={item} actor={chosen} deeds={deeds} />;
  if (isMaking) return <NewActor item={item} deeds={deeds} isPerson={isPerson} />;
  return (
    <div className={styles.actions}>
      <Button size="small" onPress={() => setIsChoosing(true)}>
        <Link size={14} aria-hidden="true" />
        {t`Link to an actor…`}
      </Button>
      <Button size="small" onPress={() => setIsMaking(true)}>
        <UserPlus size={14} aria-hidden="true" />
        {t`New actor…`}
      </Button>
      <Chooser
        title={t`Who is “${item.exact}”?`}
        find={find}
        isOpen={isChoosing}
        onChoose={(id) => setChosen(actors.find((actor) => actor.id === id) ?? null)}
        onClose={() => setIsChoosing(false)}
      />
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

function findActors(actors: readonly JoinedActor[], query: string) {
  const wanted = fold(query.normalize('NFC')).trim();
  return actors
    .filter(({ name, aliases }) =>
      [name, ...aliases.map(({ text }) => text)].some((one) => fold(one).includes(wanted)),
    )
    .map(({ id, name }) => ({ key: id, label: name }));
}
