import { useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { maxTagDescriptionLength, maxTagNameLength } from '#core/codebook/edit-codebook.ts';
import { type TagColor, tagColors } from '#core/codebook/tag.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { TagDot } from '#ui/TagDot.tsx';
import { TextField } from '#ui/TextField.tsx';
import type { TagForm } from './codebook-deeds.ts';
import styles from './Dialogs.module.css';
import { useCodebookWords } from './use-codebook-words.ts';

type TagDialogProps = {
  readonly title: string;
  readonly confirmLabel: string;
  readonly initial: TagForm;
  /** Answers why it can't be, to be shown; `null` when done. */
  readonly onSave: (form: TagForm) => Promise<string | null>;
  readonly onClose: () => void;
};

/** Name, colour and description of a tag. */
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
      <form className={styles.form} onSubmit={submit} noValidate>
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
          maxLength={maxTagDescriptionLength}
          description={t`What to include, what to leave out, and an example: so that you tag the same way next month.`}
        />
      </form>
    </Dialog>
  );
}

type ColorChoiceProps = { readonly value: TagColor; readonly onChange: (color: TagColor) => void };

function ColorChoice({ value, onChange }: ColorChoiceProps) {
  const { t } = useLingui();
  const words = useCodebookWords();
  const choose = (key: string) => {
    const color = tagColors.find((each) => each === key);
    if (color !== undefined) onChange(color);
  };
  return (
    <RadioGroup className={styles.colors ?? ''} value={value} onChange={choose} orientation="horizontal">
      <Label className={styles.label ?? ''}>{t`Colour`}</Label>
      <div className={styles.swatches}>
        {tagColors.map((color) => (
          <Radio key={color} value={color} className={styles.swatch ?? ''}>
            <TagDot color={color} />
            {words.color(color)}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
