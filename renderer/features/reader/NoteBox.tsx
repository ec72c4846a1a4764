import { useLingui } from '@lingui/react/macro';
import type { KeyboardEvent } from 'react';
import { type Highlight, maxNoteLength } from '#core/annotations/highlight.ts';
import { useSession } from '#state/session.ts';
import { useKeptText, withoutCitations } from '#state/use-kept-text.ts';
import { TextField } from '#ui/TextField.tsx';
import { writeNote } from './highlight-deeds.ts';

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
  const session = useSession();
  const note = useKeptText({
    name: `note/${highlight.id}`,
    kept: highlight.note,
    numbers: withoutCitations,
    save: (text, group) => writeNote(session, highlight, text, group),
  });
  const left = maxNoteLength - note.value.length;
  const onKeyDown = (event: KeyboardEvent) => {
    const isDone = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
    if (!isDone || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    note.keep();
    onDone();
  };
  return (
    <TextField
      label={t`Note`}
      hideLabel={hideLabel}
      multiline
      value={note.value}
      onChange={note.onChange}
      onFocus={note.onFocus}
      onBlur={note.onBlur}
      onKeyDown={onKeyDown}
      autoFocus={takesFocus}
      maxLength={maxNoteLength}
      placeholder={t`What does this passage say, and how do you know?`}
      {...(left < 1_000 ? { description: t`${left} characters left` } : {})}
      {...(note.isUnsaved
        ? { error: t`Not saved. It stays in this box and is tried again at the next key.` }
        : {})}
    />
  );
}
