import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type ActorRelation, relationKinds } from '#core/actors/actor.ts';
import { maxActorNoteLength } from '#core/actors/edit-actors.ts';
import type { JoinedActor } from '#core/actors/join-actors.ts';
import type { RelationForm } from '#core/actors/relations.ts';
import type { Anchor } from '#core/annotations/highlight.ts';
import type { ActorId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { Button } from '#ui/Button.tsx';
import { DeedDialog } from '#ui/DeedDialog.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import { ActorPicker } from './ActorPicker.tsx';
import styles from './Actors.module.css';
import { keepRelation } from './actor-deeds.ts';
import { problemWords, relationWord } from './actor-words.ts';
import type { Actors } from './use-actor-registry.ts';

type RelationDialogProps = {
  /** `null`: both are to be chosen. */
  readonly actor: JoinedActor | null;
  /** `null`: a new one. */
  readonly before: ActorRelation | null;
  /** The passage that says so. */
  readonly passage?: Anchor;
  readonly actors: Actors;
  readonly onClose: () => void;
};

/** How an actor stands to another, and since when. */
export function RelationDialog({ actor, before, passage, actors, onClose }: RelationDialogProps) {
  const { t } = useLingui();
  const session = useSession();
  const [form, setForm] = useState<RelationForm>(() => startOf(actor, before, actors));
  const change = (changed: Partial<RelationForm>) => setForm({ ...form, ...changed });
  const subject = actors.all.find(({ id }) => id === form.from)?.name ?? '';
  const name = actor?.name;
  const adding = name === undefined ? t`Add a relation` : t`Add a relation of ${name}`;
  return (
    <DeedDialog
      title={before === null ? adding : t`Edit a relation of ${name ?? ''}`}
      confirmLabel={before === null ? t`Add` : t`Save`}
      isReady={form.to !== '' && form.from !== ''}
      onConfirm={async () => problemWords(await keepRelation(session, form, before, passage))}
      onClose={onClose}
    >
      {passage !== undefined && (
        <blockquote className={styles.said} dir="auto">
          “{passage.exact}”
        </blockquote>
      )}
      <ActorPicker
        label={t`Who`}
        actors={actors.all}
        value={chosenOf(form.from)}
        onChange={(from) => change({ from })}
      />
      <Select
        label={subject === '' ? t`How the first stands to the other` : t`How ${subject} stands to the other`}
        value={form.kind}
        options={relationKinds.map((value) => ({ value, label: relationWord(value, true) }))}
        onChange={(kind) => change({ kind })}
      />
      <ActorPicker
        label={t`To whom`}
        actors={actors.all}
        value={chosenOf(form.to)}
        onChange={(to) => change({ to })}
      />
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

const nobody = '' as ActorId;

/** Nobody is chosen yet while the form is empty. */
function chosenOf(id: ActorId): ActorId | null {
  return id === '' ? null : id;
}

function startOf(actor: JoinedActor | null, before: ActorRelation | null, actors: Actors): RelationForm {
  if (before === null)
    return { kind: 'allied', from: actor?.id ?? nobody, to: nobody, since: '', until: '', note: '' };
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
