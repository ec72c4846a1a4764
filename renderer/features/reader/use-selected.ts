import { useState } from 'react';
import { checkSelection } from '#core/annotations/check-selection.ts';
import type { HighlightId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';

/** The small window that is open at a passage. */
export type Panel =
  | { readonly kind: 'selection'; readonly takesFocus: boolean; readonly onlyRecent?: true }
  /** What sort of boilerplate the selection is. */
  | { readonly kind: 'noise' }
  | { readonly kind: 'tags'; readonly id: HighlightId; readonly onlyRecent?: true }
  | { readonly kind: 'recode'; readonly id: HighlightId }
  /** What lies at one place, to choose from. */
  | { readonly kind: 'stack'; readonly ids: readonly HighlightId[]; readonly span: TextSpan }
  | { readonly kind: 'note'; readonly id: HighlightId };

/** What is selected of the text, made fit to be marked; `tooLong` is its length when it is too long for that. */
export type Selected = { readonly span: TextSpan; readonly tooLong: number | null };

/** What is selected, and which small window is open. */
export function useSelected(text: string) {
  const [selected, setSelected] = useState<Selected | null>(null);
  const [panel, setPanel] = useState<Panel | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  return {
    selected,
    panel,
    /** Why the last thing asked for in the window could not be done; `null` when there is nothing to say. */
    problem,
    complain: setProblem,
    show: (next: Panel | null) => {
      setProblem(null);
      setPanel(next);
    },
    forget: () => {
      setSelected(null);
      setPanel(null);
    },
    /** Take over what the analyst selected; whether there is anything to be marked. */
    select: (span: TextSpan | null): boolean => {
      const next = span === null ? null : toSelected(text, span);
      setSelected(next);
      if (next === null)
        setPanel((open) => (open?.kind === 'selection' || open?.kind === 'noise' ? null : open));
      return next !== null;
    },
  };
}

function toSelected(text: string, span: TextSpan): Selected | null {
  const checked = checkSelection(text, span);
  if (checked.ok) return { span: checked.span, tooLong: null };
  return checked.problem === 'empty' ? null : { span, tooLong: checked.length };
}
