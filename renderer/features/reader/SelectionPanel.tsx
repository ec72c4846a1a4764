import { useLingui } from '@lingui/react/macro';
import type { LucideIcon } from 'lucide-react';
import { FoldVertical, Highlighter, NotebookPen, Tag as TagIcon } from 'lucide-react';
import { type ClipboardEvent, useCallback } from 'react';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { ArticleId } from '#core/ids.ts';
import type { KeyCommandId } from '#core/keys/key-commands.ts';
import type { TextSpan } from '#core/text/span.ts';
import { useKeys } from '#state/keys.ts';
import { Button } from '#ui/Button.tsx';
import { firstKeyText } from '#ui/key-text.ts';
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
  const words = useMarkWords();
  /** Back to the text: behind `passage`, or with the selection as it was. */
  const close = (passage: TextSpan | null) => {
    show(null);
    onReturn(passage?.end ?? null);
  };
  const noteOf = panel?.kind === 'note' ? highlights.find(({ id }) => id === panel.id) : undefined;
  const tagsOf = panel?.kind === 'tags' ? highlights.find(({ id }) => id === panel.id) : undefined;
  if (noteOf !== undefined)
    return <NoteBox key={noteOf.id} highlight={noteOf} takesFocus onDone={() => close(noteOf.anchor)} />;
  if (tagsOf !== undefined)
    return <TagsPanel marking={marking} highlight={tagsOf} onClose={() => close(tagsOf.anchor)} />;
  if (selected === null || panel?.kind !== 'selection') return null;
  if (selected.tooLong !== null) return <p className={styles.problem}>{words.tooLong(selected.tooLong)}</p>;
  return <MarkPanel marking={marking} actions={actions} span={selected.span} onClose={() => close(null)} />;
}

type TagsPanelProps = {
  readonly marking: Marking;
  readonly highlight: Highlight;
  readonly onClose: () => void;
};

/** The tags of a highlight, to be put on and taken off. */
function TagsPanel({ marking, highlight, onClose }: TagsPanelProps) {
  const { t } = useLingui();
  const { panel } = marking;
  return (
    <>
      <p className={styles.panelTitle}>{t`Tags of this highlight`}</p>
      <TagPicker
        tags={marking.tags}
        recent={marking.recent}
        onlyRecent={panel?.kind === 'tags' && panel.onlyRecent === true}
        label={t`Tag the highlight`}
        placeholder={t`Find a tag, or make one`}
        applied={highlight.tagIds}
        takesFocus
        onChoose={(choice, keepOpen) => void marking.toggle(highlight, choice, keepOpen)}
        onEmpty={onClose}
        onClose={onClose}
      />
      <Foot
        problem={marking.problem}
        hints={[
          t`Enter puts a tag on or takes it off`,
          t`Shift+Enter goes on`,
          t`Alt+1–9 at any time`,
          t`Esc ends`,
        ]}
      />
    </>
  );
}

type MarkPanelProps = Omit<TagsPanelProps, 'highlight'> & {
  readonly actions: readonly SelectionAction[];
  readonly span: TextSpan;
};

/** What can be done with the selection. */
function MarkPanel({ marking, actions, span, onClose }: MarkPanelProps) {
  const { t } = useLingui();
  const keysOf = useKeys();
  const { panel } = marking;
  const hint = (id: KeyCommandId, label: string) => {
    const key = firstKeyText(keysOf(id));
    return key === '' ? [] : [`${key}: ${label}`];
  };
  return (
    <div className={styles.marker} onCopy={useCopy(marking.text.slice(span.start, span.end))}>
      <SelectionActions marking={marking} actions={actions} span={span} />
      <TagPicker
        key={panel?.kind === 'selection' && panel.onlyRecent ? 'recent' : 'all'}
        tags={marking.tags}
        recent={marking.recent}
        onlyRecent={panel?.kind === 'selection' && panel.onlyRecent === true}
        label={t`Tag the selection`}
        placeholder={t`Find a tag, or make one: parent/child`}
        applied={[]}
        takesFocus={panel?.kind === 'selection' && panel.takesFocus}
        onChoose={(choice, keepOpen) => void marking.mark(choice, keepOpen ? 'tags' : 'read')}
        onEmpty={() => void marking.mark(null, 'read')}
        onClose={onClose}
      />
      <Foot
        problem={marking.problem}
        hints={
          panel?.kind === 'selection' && panel.takesFocus
            ? [
                t`1–9 (while typing Alt+1–9) or Enter: tag`,
                t`Shift+Enter: tag and add another`,
                t`Enter in the empty box: no tag`,
              ]
            : [
                t`1–9: tag`,
                ...hint('mark.picker', t`find a tag`),
                ...hint('mark.again', t`the last tag again`),
                ...hint('mark.recent', t`recent tags`),
              ]
        }
      />
    </div>
  );
}

/** Buttons with the keys that do the same, as long as these don't write into the picker's box. */
function SelectionActions({ marking, actions, span }: Omit<MarkPanelProps, 'onClose'>) {
  const { t } = useLingui();
  const keysOf = useKeys();
  const { panel } = marking;
  const isTyping = panel?.kind === 'selection' && panel.takesFocus;
  const own = [
    {
      id: 'mark.highlight',
      label: t({ message: 'Highlight', context: 'to highlight a passage' }),
      icon: Highlighter,
      run: () => void marking.mark(null, 'read'),
    },
    { id: 'mark.note', label: t`Note`, icon: NotebookPen, run: () => void marking.mark(null, 'note') },
    { id: 'mark.words', label: t`Words as tag`, icon: TagIcon, run: () => void marking.byWords() },
    {
      id: 'mark.noise',
      label: t`Boilerplate`,
      icon: FoldVertical,
      run: () => marking.show({ kind: 'noise' }),
    },
  ] as const;
  return (
    <div className={styles.actions}>
      {own.map(({ id, label, icon: Icon, run }) => (
        <Button key={id} size="small" onPress={run}>
          <Icon size={15} aria-hidden="true" />
          {label}
          {!isTyping && <KeyHint keys={keysOf(id)} />}
        </Button>
      ))}
      {actions.map(({ id, label, icon: Icon, run }) => (
        <Button
          key={id}
          size="small"
          onPress={() => {
            marking.show(null);
            run(marking.article.id, span);
          }}
        >
          {Icon !== undefined && <Icon size={15} aria-hidden="true" />}
          {label}
        </Button>
      ))}
    </div>
  );
}

/** For the eye alone: the button's name stays what it does. */
function KeyHint({ keys }: { readonly keys: readonly string[] }) {
  const text = firstKeyText(keys);
  return text === '' ? null : (
    <span className={styles.keyHint} aria-hidden="true">
      {text}
    </span>
  );
}

function Foot({ problem, hints }: { readonly problem: string | null; readonly hints: readonly string[] }) {
  return problem === null ? (
    <p className={styles.hint}>{hints.join(' · ')}</p>
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
