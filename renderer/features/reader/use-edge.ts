import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { EdgeStep } from '#core/annotations/move-edge.ts';
import type { Article } from '#core/article.ts';
import { type GroupId, type HighlightId, newId } from '#core/ids.ts';
import { announce } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { moveHighlightEdge } from './reshape-deeds.ts';

/** The end of a highlight that the arrows move; its steps are undone together. */
export type Edge = {
  readonly id: HighlightId;
  readonly edge: 'start' | 'end';
  readonly group: GroupId;
};

type EdgeParts = { readonly article: Article; readonly text: string; readonly chosen: Highlight | null };

/** Holding and moving an end of the chosen highlight. */
export function useEdge({ article, text, chosen }: EdgeParts) {
  const { t } = useLingui();
  const session = useSession();
  const [held, setHeld] = useState<Edge | null>(null);
  // Another highlight was chosen meanwhile: nothing is held of that one.
  const edge = held !== null && held.id === chosen?.id ? held : null;
  return {
    edge,
    /** Hold an end of the chosen highlight; `null` lets go. */
    grab: (which: 'start' | 'end' | null) => {
      setHeld(
        which === null || chosen === null
          ? null
          : { id: chosen.id, edge: which, group: edge?.group ?? newId<'group'>() },
      );
      if (which === 'start')
        announce(
          t`The arrows move the beginning, with Ctrl by words, Home and End by sentences. Enter ends it.`,
        );
      if (which === 'end')
        announce(t`The arrows move the end, with Ctrl by words, Home and End by sentences. Enter ends it.`);
    },
    moveEdge: (step: Omit<EdgeStep, 'edge'>) => {
      if (chosen === null || edge === null) return;
      const move = { step: { ...step, edge: edge.edge }, group: edge.group };
      void moveHighlightEdge(session, chosen, { article, text }, move);
    },
  };
}
