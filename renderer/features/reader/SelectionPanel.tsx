import { useLingui } from '@lingui/react/macro';
import type { LucideIcon } from 'lucide-react';
import { Highlighter, NotebookPen } from 'lucide-react';
import { type ClipboardEvent, useCallback } from 'react';
import type { ArticleId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import { Button } from '#ui/Button.tsx';
import { NoteBox } from './NoteBox.tsx';
import styles from './Reader.module.css';
import { TagPicker } from './TagPicker.tsx';
import { useMarkWords } from './use-mark-words.ts';
import type { Marking } from './use-marking.ts';

/** Something more to do with a selected passage. */
export type SelectionAction = {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly run: (articleId: ArticleId, span: TextSpan) => void;
};

type SelectionPanelProps = {
  readonly marking: Marking;
  readonly actions: readonly SelectionAction[];
  /** Closed: give the focus back to the text, the selection as it was. */
  readonly onReturn: (offset: number | null) => void;
};

/** What can be done at the end of a passage: mark it, tag it, write its note. */
export function SelectionPanel({ marking, actions, onReturn }: SelectionPanelProps) {
  const { panel, selected, highlights, show } = marking;
  const { t } = useLingui();
  const words = useMarkWords();
  /** Back to the text: behind `passage`, or with the selection as it was. */
  const close = (passage: TextSpan | null) => {
    show(null);
    onReturn(passage?.end ?? null);
  };
  const noteOf = panel?.kind === 'note' ? highlights.find(({ id }) => id === panel.id) : undefined;
  const tagsOf = panel?.kind === 'tags' ? highlights.find(({ id }) => id === panel.id) : undefined;
  const span = selected?.span;
  const copy = useCopy(span === undefined ? '' : marking.text.slice(span.start, span.end));

  if (noteOf !== undefined)
    return <NoteBox key={noteOf.id} highlight={noteOf} takesFocus onDone={() => close(noteOf.anchor)} />;
  if (tagsOf !== undefined)
    return (
      <>
        <p className={styles.panelTitle}>{t`Tags of this highlight`}</p>
        <TagPicker
          tags={marking.tags}
          recent={marking.recent}
          label={t`Tag the highlight`}
          placeholder={t`Find a tag, or make one`}
          applied={tagsOf.tagIds}
          takesFocus
          onChoose={(choice, keepOpen) => void marking.toggle(tagsOf, choice, keepOpen)}
          onEmpty={() => close(tagsOf.anchor)}
          onClose={() => close(tagsOf.anchor)}
        />
        <Foot
          problem={marking.problem}
          hint={t`Enter puts a tag on or takes it off · Shift+Enter goes on · Esc ends`}
        />
      </>
    );
  if (selected === null || panel?.kind !== 'selection') return null;
  if (selected.tooLong !== null) return <p className={styles.problem}>{words.tooLong(selected.tooLong)}</p>;
  return (
    <div className={styles.marker} onCopy={copy}>
      <div className={styles.actions}>
        <Button size="small" onPress={() => void marking.mark(null, 'read')}>
          <Highlighter size={15} aria-hidden="true" />
          {t({ message: 'Highlight', context: 'to highlight a passage' })}
        </Button>
        <Button size="small" onPress={() => void marking.mark(null, 'note')}>
          <NotebookPen size={15} aria-hidden="true" />
          {t`Note`}
        </Button>
        {actions.map(({ id, label, icon: Icon, run }) => (
          <Button
            key={id}
            size="small"
            onPress={() => {
              show(null);
              run(marking.article.id, selected.span);
            }}
          >
            {Icon !== undefined && <Icon size={15} aria-hidden="true" />}
            {label}
          </Button>
        ))}
      </div>
      <TagPicker
        tags={marking.tags}
        recent={marking.recent}
        label={t`Tag the selection`}
        placeholder={t`Find a tag, or make one: parent/child`}
        applied={[]}
        takesFocus={panel.takesFocus}
        onChoose={(choice, keepOpen) => void marking.mark(choice, keepOpen ? 'tags' : 'read')}
        onEmpty={() => void marking.mark(null, 'read')}
        onClose={() => close(null)}
      />
      <Foot
        problem={marking.problem}
        hint={t`1–9 or Enter: tag · Shift+Enter: tag and add another · Enter in the empty box: no tag`}
      />
    </div>
  );
}

function Foot({ problem, hint }: { readonly problem: string | null; readonly hint: string }) {
  return problem === null ? (
    <p className={styles.hint}>{hint}</p>
  ) : (
    <p className={styles.problem} role="alert">
      {problem}
    </p>
  );
}

/** Ctrl+C copies the passage even though the box has the focus, unless something is selected in the box. */
function useCopy(text: string): (event: ClipboardEvent) => void {
  return useCallback(
    (event) => {
      const { target } = event;
      const isOwn = target instanceof HTMLInputElement && target.selectionStart !== target.selectionEnd;
      if (isOwn || text === '') return;
      event.clipboardData.setData('text/plain', text);
      event.preventDefault();
    },
    [text],
  );
}
