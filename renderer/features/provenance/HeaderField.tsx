import { useLingui } from '@lingui/react/macro';
import { LocateFixed, Pencil } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { Field } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import { openArticle } from '#state/workspace.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './ArticleData.module.css';
import { useReasonWords } from './use-reason-words.ts';

export type HeaderFieldProps = {
  readonly name: string;
  /** `null`: not stated. */
  readonly field: Field<unknown> | null;
  /** What is edited. */
  readonly text: string;
  /** What is read, when that differs. */
  readonly shown?: string | undefined;
  readonly hint?: string;
  /** Why a text can't be taken; `null` when it can. */
  readonly check?: (text: string) => string | null;
  /** A choice instead of a box. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** What stands under the value while it is not being corrected. */
  readonly below?: ReactNode;
  /** What is said when there is no value; "not stated" when left out. */
  readonly none?: string;
  readonly onCorrect: (text: string) => void;
};

/** One value of an article's header, its ground, the way to its passage, and a box to correct it. */
export function HeaderField(props: HeaderFieldProps & { readonly articleId: ArticleId }) {
  const { t } = useLingui();
  const reasons = useReasonWords();
  const [draft, setDraft] = useState<string | null>(null);
  const { name, field, text, articleId } = props;
  const evidence = field?.evidence ?? null;
  return (
    <div className={styles.field}>
      <div className={styles.name}>{name}</div>
      {draft === null ? (
        <div className={styles.value}>
          <bdi className={field === null ? styles.missing : ''}>
            {field === null ? (props.none ?? t`not stated`) : (props.shown ?? text)}
          </bdi>
          <span className={styles.tools}>
            {evidence !== null && (
              <IconButton
                label={t`Show where it stands`}
                icon={LocateFixed}
                size="small"
                onPress={() => openArticle(articleId, evidence)}
              />
            )}
            <IconButton
              label={t`Correct ${name}`}
              icon={Pencil}
              size="small"
              onPress={() => setDraft(text)}
            />
          </span>
        </div>
      ) : (
        <FieldEditor {...props} draft={draft} onDraft={setDraft} />
      )}
      {field !== null && draft === null && (
        <div className={`${styles.reason} ${field.basis === 'derived' ? styles.derived : ''}`}>
          {reasons(field)}
        </div>
      )}
      {draft === null && props.below}
    </div>
  );
}

type FieldEditorProps = HeaderFieldProps & {
  readonly draft: string;
  readonly onDraft: (draft: string | null) => void;
};

function FieldEditor({ name, hint, check, options, onCorrect, draft, onDraft }: FieldEditorProps) {
  const { t } = useLingui();
  const error = check?.(draft) ?? null;
  const keep = () => {
    if (error !== null) return;
    onCorrect(draft);
    onDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') keep();
    if (event.key === 'Escape') onDraft(null);
  };
  return (
    <div className={styles.edit}>
      {options === undefined ? (
        <TextField
          label={name}
          hideLabel
          value={draft}
          onChange={onDraft}
          onKeyDown={onKeyDown}
          autoFocus
          {...(hint === undefined ? {} : { description: hint })}
          {...(error === null ? {} : { error })}
        />
      ) : (
        <Select label={name} hideLabel value={draft} options={options} onChange={onDraft} />
      )}
      <div className={styles.buttons}>
        <Button size="small" variant="primary" onPress={keep} isDisabled={error !== null}>
          {t`Keep`}
        </Button>
        <Button size="small" onPress={() => onDraft(null)}>
          {t`Cancel`}
        </Button>
      </div>
    </div>
  );
}
