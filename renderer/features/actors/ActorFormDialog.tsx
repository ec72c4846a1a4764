import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { actorKinds } from '#core/actors/actor.ts';
import { type ActorForm, maxActorNameLength, maxActorNoteLength } from '#core/actors/edit-actors.ts';
import { kindWord } from '#ui/actor-kind-word.ts';
import { DeedDialog } from '#ui/DeedDialog.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import type { ActorOutcome } from './actor-deeds.ts';
import { problemWords } from './actor-words.ts';

type ActorFormDialogProps = {
  readonly title: string;
  readonly confirmLabel: string;
  readonly initial: ActorForm;
  readonly onSave: (form: ActorForm) => Promise<ActorOutcome>;
  readonly onClose: () => void;
};

/** What an actor is called here, what it is, and a note on it. */
export function ActorFormDialog({ initial, onSave, ...dialog }: ActorFormDialogProps) {
  const { t } = useLingui();
  const [name, setName] = useState(initial.name);
  const [kind, setKind] = useState(initial.kind);
  const [note, setNote] = useState(initial.note);
  return (
    <DeedDialog
      {...dialog}
      isReady={name.trim() !== ''}
      onConfirm={async () => problemWords(await onSave({ name, kind, note }))}
    >
      <TextField label={t`Name`} value={name} onChange={setName} maxLength={maxActorNameLength} autoFocus />
      <Select
        label={t`Kind`}
        value={kind}
        options={actorKinds.map((value) => ({ value, label: kindWord(value) }))}
        onChange={setKind}
      />
      <TextField label={t`Note`} multiline value={note} onChange={setNote} maxLength={maxActorNoteLength} />
    </DeedDialog>
  );
}
