import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { dragEdge, type EdgePull } from '#core/annotations/drag-edge.ts';
import type { Highlight } from '#core/annotations/highlight.ts';
import { neighbourToJoin } from '#core/annotations/join-highlights.ts';
import { makeAnchor } from '#core/annotations/make-anchor.ts';
import type { Article } from '#core/article.ts';
import type { TextSpan } from '#core/text/span.ts';
import { announce, notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { look } from '#state/workspace.ts';
import { showUntilKept } from './pending-highlights.ts';
import { coverSpan, cutHighlight, joinPassages } from './reshape-deeds.ts';
import { useMarkWords } from './use-mark-words.ts';

type ReshapingParts = {
  readonly article: Article;
  readonly text: string;
  readonly highlights: readonly Highlight[];
  readonly chosen: Highlight | null;
};

/** What a highlight would cover if its end were let go now. */
export type Pulled = { readonly id: Highlight['id']; readonly span: TextSpan };

/** Splitting and joining highlights, and pulling their ends with the pointer. */
export function useReshaping({ article, text, highlights, chosen }: ReshapingParts) {
  const { t } = useLingui();
  const session = useSession();
  const words = useMarkWords();
  const [pulled, setPulled] = useState<Pulled | null>(null);

  const join = async (parts: readonly Highlight[]) => {
    const outcome = await joinPassages(session, parts, { article, text });
    if (outcome === null) return;
    if (!outcome.ok) {
      notify({ kind: 'warn', text: words.cantJoin(outcome.problem) });
      return;
    }
    look.setState({ highlightId: outcome.highlight.id });
    const joined = parts.length;
    announce(t`Joined ${joined} highlights.`);
    if (outcome.gradesDiffer) notify({ kind: 'warn', text: words.gradesDiffered });
  };

  return {
    /** What the pulled highlight would cover; `null` while none is pulled. */
    pulled,
    /** Show what pulling an end of the chosen highlight to a place would make of it; nothing is kept yet. */
    pull: (to: EdgePull) => {
      if (chosen === null) return;
      const span = dragEdge(text, chosen.anchor, to);
      if (span !== null) setPulled({ id: chosen.id, span });
    },
    /** Keep what was pulled, as one step; or leave everything as it was. */
    letGo: async (isKept: boolean) => {
      setPulled(null);
      if (!isKept || pulled === null || chosen === null || chosen.id !== pulled.id) return;
      const { span } = pulled;
      const { anchor } = chosen;
      if (span.start === anchor.start && span.end === anchor.end) return;
      const after = { ...chosen, anchor: makeAnchor(article, text, span) };
      const edit = () => coverSpan(session, chosen, { article, text }, span);
      if (await showUntilKept({ before: chosen, after }, edit)) announce(t`Edge moved.`);
    },
    /** Cut a highlight at these offsets. */
    split: async (highlight: Highlight, at: readonly number[]) => {
      const parts = await cutHighlight(session, highlight, { article, text }, at);
      if (parts > 1) announce(t`Split into ${parts} highlights.`);
      else if (parts === 1)
        notify({ kind: 'warn', text: t`Put the caret inside of the highlight, where it is to be split.` });
    },
    join,
    /** Join a highlight with the next one that overlaps it or has no word between, or else with the one before. */
    joinNear: async (highlight: Highlight) => {
      const near = neighbourToJoin(text, highlights, highlight);
      if (near === null) notify({ kind: 'warn', text: words.cantJoin('apart') });
      else await join([highlight, near]);
    },
  };
}
