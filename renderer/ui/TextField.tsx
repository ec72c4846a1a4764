import type { KeyboardEventHandler, Ref } from 'react';
import { TextField as AriaTextField, FieldError, Input, Label, Text, TextArea } from 'react-aria-components';
import styles from './Field.module.css';

type TextFieldProps = {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onFocus?: () => void;
  readonly onBlur?: () => void;
  readonly onKeyDown?: KeyboardEventHandler;
  readonly multiline?: boolean;
  readonly description?: string;
  /** Why the value can't be taken; shown under the box. */
  readonly error?: string;
  readonly placeholder?: string;
  readonly type?: 'text' | 'search' | 'datetime-local' | 'date';
  readonly autoFocus?: boolean;
  readonly isReadOnly?: boolean;
  readonly maxLength?: number;
  readonly inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>;
};

/** A labelled box for text, of one line or growing with what is written. */
export function TextField({
  label,
  hideLabel,
  multiline,
  description,
  error,
  inputRef,
  ...props
}: TextFieldProps) {
  const { onKeyDown, placeholder, type, ...field } = props;
  const box = { className: styles.input, placeholder, onKeyDown, ref: inputRef };
  return (
    <AriaTextField
      {...field}
      className={styles.field ?? ''}
      aria-label={hideLabel ? label : undefined}
      isInvalid={error !== undefined}
    >
      {!hideLabel && <Label className={styles.label}>{label}</Label>}
      {multiline ? <TextArea {...box} /> : <Input {...box} type={type} />}
      {description && (
        <Text slot="description" className={styles.description}>
          {description}
        </Text>
      )}
      {error && <FieldError className={styles.error ?? ''}>{error}</FieldError>}
    </AriaTextField>
  );
}
