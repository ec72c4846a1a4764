import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { draftOf, noAnswers, tidyAnswers } from '#core/library/edit-batches.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { TextField } from '#ui/TextField.tsx';
import { AnswerFields } from './AnswerFields.tsx';
import styles from './Import.module.css';
import { useImport } from './use-import.ts';

type PasteDialogProps = {
  /** What the box begins with. */
  readonly text: string;
  readonly onClose: () => void;
};

/** Asks for the text of an article, a title if the text prints none, and where it comes from. */
export function PasteDialog({ text: given, onClose }: PasteDialogProps) {
  const { t } = useLingui();
  const { pasteArticle } = useImport();
  const [text, setText] = useState(given);
  const [title, setTitle] = useState('');
  const [draft, setDraft] = useState(draftOf(noAnswers));
  const words = text.match(/\S+/g)?.length ?? 0;
  const submit = () => {
    onClose();
    void pasteArticle({ title, text }, tidyAnswers(draft));
  };
  return (
    <Dialog
      wide
      isOpen
      title={t`Paste an article`}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t`Cancel`}</Button>
          <Button variant="primary" isDisabled={words === 0} onPress={submit}>
            {t`Import the text`}
          </Button>
        </>
      }
    >
      <div className={styles.paste}>
        <TextField
          label={t`Title`}
          value={title}
          onChange={setTitle}
          maxLength={160}
          description={t`Leave it empty to take the headline of the text, or its first sentence.`}
        />
        <div className={styles.pasteBox}>
          <TextField label={t`Text`} multiline value={text} onChange={setText} autoFocus={given === ''} />
        </div>
        <p className={styles.soft} role="status">
          {plural(words, { one: '# word', other: '# words' })}
        </p>
        <details className={styles.more}>
          <summary>{t`Where it comes from`}</summary>
          <AnswerFields draft={draft} onDraft={setDraft} />
        </details>
      </div>
    </Dialog>
  );
}
