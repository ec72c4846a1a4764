import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type ActorRelation, relationKinds } from '#core/actors/actor.ts';
import { maxActorNoteLength } from '#core/actors/edit-actors.ts';
import type { JoinedActor } from '#core/actors/join-actors.ts';
import type { RelationForm } from '#core/actors/relations.ts';
import type { ActorId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { Button } from '#ui/Button.tsx';
import { DeedDialog } from '#ui/DeedDialog.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './Actors.module.css';
import { keepRelation } from './actor-deeds.ts';
import { problemWords, relationWord } from './actor-words.ts';
import type { Actors } from './use-actors.ts';

type RelationDialogProps = {
  readonly actor: JoinedActor;
  /** `null`: a new one. */
  readonly before: ActorRelation | null;
  readonly actors: Actors;
  readonly onClose: () => void;
};

/** How an actor stands to another, and since when. */
export function RelationDialog({ actor, before, actors, onClose }: RelationDialogProps) {
  const { t } = useLingui();
  const session = useSession();
  const [form, setForm] = useState<RelationForm>(() => startOf(actor, before, actors));
  const change = (changed: Partial<RelationForm>) => setForm({ ...form, ...changed });
  const listed = actors.all
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const subject = actors.all.find(({ id }) => id === form.from)?.name ?? '';
  const options = form.to === '' ? [{ value: form.to, label: t`Choose an actor` }, ...listed] : listed;
  return (
    <DeedDialog
      title={before === null ? t`Add a relation of ${actor.name}` : t`Edit a relation of ${actor.name}`}
      confirmLabel={before === null ? t`Add` : t`Save`}
      isReady={form.to !== '' && form.from !== ''}
      onConfirm={async () => problemWords(await keepRelation(session, form, before))}
      onClose={onClose}
    >
      <Select
        label={t`Who`}
        value={form.from}
        options={form.from === '' ? [{ value: form.from, label: t`Choose an actor` }, ...listed] : listed}
        onChange={(from) => change({ from })}
      />
      <Select
        label={t`How ${subject} stands to the other`}
        value={form.kind}
        options={relationKinds.map((value) => ({ value, label: relationWord(value, true) }))}
        onChange={(kind) => change({ kind })}
      />
      <Select label={t`To whom`} value={form.to} options={options} onChange={(to) => change({ to })} />
      <div>
        <Button size="small" onPress={() => change({ from: form.to, to: form.from })}>
          {t`Exchange the two`}
        </Button>
      </div>
      <div className={styles.pair}>
        <TextField
          label={t`Since`}
          value={form.since}
          onChange={(since) => change({ since })}
          placeholder="2017-03-02"
          maxLength={10}
        />
        <TextField
          label={t`Until`}
          value={form.until}
          onChange={(until) => change({ until })}
          placeholder="2024"
          maxLength={10}
        />
      </div>
      <TextField
        label={t`Note, and where it is known from`}
        multiline
        value={form.note}
        onChange={(note) => change({ note })}
        maxLength={maxActorNoteLength}
      />
    </DeedDialog>
  );
}

function startOf(actor: JoinedActor, before: ActorRelation | null, actors: Actors): RelationForm {
  if (before === null)
    return { kind: 'allied', from: actor.id, to: '' as ActorId, since: '', until: '', note: '' };
  const { kind, from, to, since, until, note } = before;
  return {
    kind,
    from: actors.stands(from),
    to: actors.stands(to),
    since: since ?? '',
    until: until ?? '',
    note,
  };
}
