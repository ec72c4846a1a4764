import { useLingui } from '@lingui/react/macro';
import type { AnswerDraft } from '#core/library/edit-batches.ts';
import { answerNames, maxAnswerLength } from '#core/library/edit-batches.ts';
import { TextField } from '#ui/TextField.tsx';
import styles from './Import.module.css';
import { useBatchWords } from './use-batch-words.ts';

type AnswerFieldsProps = {
  readonly draft: AnswerDraft;
  readonly onDraft: (draft: AnswerDraft) => void;
};

/** The questions of a batch: who collected it, when, from whom it came and on what. Each may stay empty. */
export function AnswerFields({ draft, onDraft }: AnswerFieldsProps) {
  const { t } = useLingui();
  const words = useBatchWords();
  const examples: Partial<Record<keyof AnswerDraft, string>> = {
    collectedBy: t`a name, an office`,
    collectedAt: t`2026-11-03, or “October”`,
    receivedFrom: t`who handed it over`,
    medium: t`USB stick, mail, disk`,
  };
  return (
    <div className={styles.answers}>
      {answerNames.map((name) => (
        <div key={name} className={name === 'note' ? styles.wholeRow : ''}>
          <TextField
            label={words.answers[name]}
            value={draft[name]}
            onChange={(value) => onDraft({ ...draft, [name]: value })}
            multiline={name === 'note'}
            maxLength={maxAnswerLength}
            {...(examples[name] === undefined ? {} : { placeholder: examples[name] })}
          />
        </div>
      ))}
    </div>
  );
}
