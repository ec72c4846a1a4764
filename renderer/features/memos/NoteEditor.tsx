import { useLingui } from '@lingui/react/macro';
import type { KeyboardEvent } from 'react';
import { type Highlight, maxNoteLength } from '#core/annotations/highlight.ts';
import type { Shelf } from '#core/memos/things.ts';
import { useSession } from '#state/session.ts';
import { useKeptText, withoutCitations } from '#state/use-kept-text.ts';
import { TextField } from '#ui/TextField.tsx';
import styles from './Memos.module.css';
import { writeNote } from './memo-deeds.ts';
import { ThingLink } from './ThingLink.tsx';

type NoteEditorProps = {
  readonly highlight: Highlight;
  readonly shelf: Shelf;
  readonly onDone: () => void;
};

/** The note of a highlight with the whole passage above it; kept as it is typed, here as in the reader. */
export function NoteEditor({ highlight, shelf, onDone }: NoteEditorProps) {
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
    note.keep();
    onDone();
  };
  const { value, onChange, onFocus, onBlur } = note;
  return (
    <div className={styles.editor}>
      <ThingLink target={{ kind: 'highlight', id: highlight.id }} shelf={shelf} />
      <blockquote className={styles.quote} dir="auto">
        {highlight.anchor.exact}
      </blockquote>
      <TextField
        label={t`Note on this passage`}
        multiline
        {...{ value, onChange, onFocus, onBlur, onKeyDown }}
        maxLength={maxNoteLength}
        {...(left < 1_000 ? { description: t`${left} characters left` } : {})}
        {...(note.isUnsaved
          ? { error: t`Not saved. It stays in this box and is tried again at the next key.` }
          : {})}
      />
    </div>
  );
}
