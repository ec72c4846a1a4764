import { useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import {
  maxTagDescriptionLength,
  maxTagGuideLength,
  maxTagNameLength,
} from '#core/codebook/edit-codebook.ts';
import type { TagGuide } from '#core/codebook/tag.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { TextField } from '#ui/TextField.tsx';
import { ColorChoice } from './ColorChoice.tsx';
import type { TagForm } from './codebook-deeds.ts';
import styles from './Dialogs.module.css';

type TagDialogProps = {
  readonly title: string;
  readonly confirmLabel: string;
  readonly initial: TagForm;
  /** Answers why it can't be, to be shown; `null` when done. */
  readonly onSave: (form: TagForm) => Promise<string | null>;
  readonly onClose: () => void;
};

/** Name, colour, description and guide of a tag. */
export function TagDialog({ title, confirmLabel, initial, onSave, onClose }: TagDialogProps) {
  const { t } = useLingui();
  const [form, setForm] = useState(initial);
  const [problem, setProblem] = useState<string | null>(null);
  const change = (changed: Partial<TagForm>) => {
    setForm({ ...form, ...changed });
    setProblem(null);
  };
  const save = async () => {
    const refused = await onSave(form);
    setProblem(refused);
    if (refused === null) onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t`Cancel`}</Button>
          <Button variant="primary" onPress={() => void save()}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
        }}
        noValidate
      >
        <TextField
          label={t`Name`}
          value={form.name}
          onChange={(name) => change({ name })}
          maxLength={maxTagNameLength}
          autoFocus
          {...(problem === null ? {} : { error: problem })}
        />
        <ColorChoice value={form.color} onChange={(color) => change({ color })} />
        <TextField
          label={t`Description`}
          multiline
          value={form.description}
          onChange={(description) => change({ description })}
          maxLength={Math.max(maxTagDescriptionLength, initial.description.length)}
        />
        <GuideFields guide={form.guide ?? noGuide} onChange={(guide) => change({ guide })} />
      </form>
    </Dialog>
  );
}

const noGuide: TagGuide = { include: '', exclude: '', example: '' };

type GuideFieldsProps = { readonly guide: TagGuide; readonly onChange: (guide: TagGuide) => void };

function GuideFields({ guide, onChange }: GuideFieldsProps) {
  const { t } = useLingui();
  const field = (part: keyof TagGuide) => ({
    multiline: true,
    value: guide[part],
    onChange: (words: string) => onChange({ ...guide, [part]: words }),
    maxLength: Math.max(maxTagGuideLength, guide[part].length),
  });
  return (
    <>
      <TextField {...field('include')} label={t`Include`} description={t`When to give the tag.`} />
      <TextField
        {...field('exclude')}
        label={t`Leave out`}
        description={t`What looks alike but belongs to another tag.`}
      />
      <TextField {...field('example')} label={t`Example`} description={t`A passage that carries it.`} />
    </>
  );
}
