import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { aliasLanguages } from '#core/actors/actor.ts';
import { maxActorNameLength, maxNameNoteLength, type NameForm } from '#core/actors/edit-actors.ts';
import type { JoinedActor } from '#core/actors/join-actors.ts';
import { useSession } from '#state/session.ts';
import { DeedDialog } from '#ui/DeedDialog.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './Actors.module.css';
import { giveName } from './actor-deeds.ts';
import { languageWord, problemWords } from './actor-words.ts';

type NameDialogProps = { readonly actor: JoinedActor; readonly onClose: () => void };

const empty: NameForm = { text: '', language: 'any', from: '', until: '', note: '' };

/** Another name by which texts call an actor. */
export function NameDialog({ actor, onClose }: NameDialogProps) {
  const { t } = useLingui();
  const session = useSession();
  const [form, setForm] = useState(empty);
  const field = (part: 'text' | 'from' | 'until' | 'note', maxLength: number) => ({
    value: form[part],
    onChange: (words: string) => setForm({ ...form, [part]: words }),
    maxLength,
  });
  return (
    <DeedDialog
      title={t`Add a name to ${actor.name}`}
      confirmLabel={t`Add`}
      isReady={form.text.trim() !== ''}
      onConfirm={async () => problemWords(await giveName(session, actor, form))}
      onClose={onClose}
    >
      <TextField
        {...field('text', maxActorNameLength)}
        label={t`Name`}
        description={t`As it stands in texts. The search looks for it together with the other names.`}
        autoFocus
      />
      <Select
        label={t`Language`}
        value={form.language}
        options={aliasLanguages.map((value) => ({ value, label: languageWord(value) }))}
        onChange={(language) => setForm({ ...form, language })}
      />
      <div className={styles.pair}>
        <TextField {...field('from', 10)} label={t`In use from`} placeholder="2022-03" />
        <TextField {...field('until', 10)} label={t`In use until`} placeholder="2024" />
      </div>
      <TextField {...field('note', maxNameNoteLength)} label={t`Note`} />
    </DeedDialog>
  );
}
