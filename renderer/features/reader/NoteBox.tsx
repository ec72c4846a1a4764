import { useLingui } from '@lingui/react/macro';
import type { KeyboardEvent } from 'react';
import { type Highlight, maxNoteLength } from '#core/annotations/highlight.ts';
import { TextField } from '#ui/TextField.tsx';
import { useNoteDraft } from './use-note-draft.ts';

type NoteBoxProps = {
  readonly highlight: Highlight;
  readonly takesFocus?: boolean;
  readonly hideLabel?: boolean;
  /** Escape or Ctrl+Enter: done with the note. */
  readonly onDone: () => void;
};

/** The note of a highlight, kept as it is typed. */
export function NoteBox({ highlight, takesFocus = false, hideLabel = false, onDone }: NoteBoxProps) {
  const { t } = useLingui();
  const draft = useNoteDraft(highlight);
  const left = maxNoteLength - draft.value.length;
  const onKeyDown = (event: KeyboardEvent) => {
    const isDone = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
    if (!isDone || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    draft.keep();
    onDone();
  };
  return (
    <TextField
      label={t`Note`}
      hideLabel={hideLabel}
      multiline
      value={draft.value}
      onChange={draft.onChange}
      onBlur={draft.onBlur}
      onKeyDown={onKeyDown}
      autoFocus={takesFocus}
      maxLength={maxNoteLength}
      placeholder={t`What does this passage say, and how do you know?`}
      {...(left < 1_000 ? { description: t`${left} characters left` } : {})}
    />
  );
}
