import { useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { type HighlightMark, highlightMarks } from '#core/annotations/highlight.ts';
import type { HighlightId } from '#core/ids.ts';
import { openHighlight, showInspector } from '#state/workspace.ts';
import { PopupMenu } from '#ui/PopupMenu.tsx';
import { useMarkWords } from './use-mark-words.ts';
import type { Marking } from './use-marking.ts';
import type { Panel } from './use-selected.ts';

/** Whose menu is open, and the element it hangs at. */
export type StripeMenuAt = { readonly id: HighlightId; readonly element: HTMLElement };

type StripeMenuProps = {
  readonly marking: Marking;
  /** `null`: closed. */
  readonly at: StripeMenuAt | null;
  readonly onClose: () => void;
};

/** What can be done with a highlight from its stripe. */
export function StripeMenu({ marking, at, onClose }: StripeMenuProps) {
  const { t } = useLingui();
  const words = useMarkWords();
  const trigger = useRef<HTMLElement | null>(null);
  trigger.current = at?.element ?? null;
  const highlight = marking.highlights.find(({ id }) => id === at?.id);
  if (highlight === undefined) return null;
  const { id, anchor, tagIds, marks = [] } = highlight;
  const quote = anchor.exact.slice(0, 80).toWellFormed();
  const markLabel = (mark: HighlightMark) => {
    const name = words.mark(mark);
    return marks.includes(mark) ? t`Take off: ${name}` : name;
  };
  const open = () => {
    openHighlight(anchor.articleId, id, anchor);
    showInspector('highlights');
  };
  const show = (kind: Extract<Panel, { id: HighlightId }>['kind']) => {
    marking.choose(id);
    marking.show({ kind, id });
  };
  return (
    <PopupMenu
      label={t`Highlight: ${quote}`}
      trigger={trigger}
      onClose={onClose}
      actions={[
        { id: 'open', label: t`Open`, onAction: open },
        { id: 'tags', label: t`Tags…`, onAction: () => show('tags') },
        { id: 'recode', label: t`Recode…`, onAction: () => show('recode'), isDisabled: tagIds.length === 0 },
        { id: 'note', label: t`Write a note`, onAction: () => show('note') },
        ...highlightMarks.map((mark) => ({
          id: mark,
          label: markLabel(mark),
          onAction: () => void marking.switchMark(highlight, mark),
        })),
        { id: 'join', label: t`Join with the next one`, onAction: () => void marking.joinNear(highlight) },
        { id: 'delete', label: t`Delete`, isDanger: true, onAction: () => void marking.drop(highlight) },
      ]}
    />
  );
}
