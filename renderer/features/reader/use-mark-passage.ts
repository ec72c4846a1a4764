import { useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { newHighlight, twinOf } from '#core/annotations/edit-highlights.ts';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { Article } from '#core/article.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { type HighlightId, newId, type TagId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import { notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { look } from '#state/workspace.ts';
import { afterDrawn } from './after-drawn.ts';
import type { HighlightPainter } from './create-highlight-painter.ts';
import { markPassage, nameOf, type TagChoice } from './highlight-deeds.ts';
import { showUntilKept } from './pending-highlights.ts';
import { useMarkWords } from './use-mark-words.ts';
import type { useSelected } from './use-selected.ts';
import { useSettle } from './use-settle.ts';

/** The next picture has been drawn. */
const drawn = () => new Promise<void>((resolve) => afterDrawn(resolve));

type MarkPassageParts = {
  readonly article: Article;
  readonly text: string;
  readonly highlights: readonly Highlight[];
  readonly selecting: ReturnType<typeof useSelected>;
  readonly byId: ReadonlyMap<TagId, Tag>;
  readonly onReturn: (offset: number | null) => void;
  readonly paintAhead: HighlightPainter['paintAhead'];
};

/** How a passage is marked, and what comes after. */
type Marked = {
  readonly choice: TagChoice | null;
  readonly then: Then;
  readonly edit: (ready?: () => Promise<void>) => ReturnType<typeof markPassage>;
};

/** What comes after a passage was marked. */
type Then = 'tags' | 'note' | 'read';

/** Marks the selected passage; then one tags it further, writes its note, or reads on. */
export function useMarkPassage(parts: MarkPassageParts) {
  const { article, text, highlights, byId, selecting, onReturn, paintAhead } = parts;
  const { t } = useLingui();
  const session = useSession();
  const words = useMarkWords();
  const settle = useSettle(selecting.complain);

  const isShowing = useRef(false);

  /** Paint the passage in the very next picture; what stands around it follows in the one after. */
  const showAhead = async (place: TextSpan & { readonly id: HighlightId }, choice: TagChoice | null) => {
    const color = choice?.kind === 'tag' ? byId.get(choice.id)?.color : undefined;
    isShowing.current = true;
    paintAhead({ ...place, color: color ?? 'plain' });
    await drawn();
    isShowing.current = false;
  };

  const goOn = (id: HighlightId, span: TextSpan, then: Then) => {
    look.setState({ highlightId: id });
    selecting.forget();
    if (then !== 'read') selecting.show({ kind: then, id });
    else onReturn(span.end);
  };

  /** Mark a passage that is not marked yet with a tag that exists, or none: shown first, kept after. */
  const markNew = async (id: HighlightId, span: TextSpan, { choice, then, edit }: Marked) => {
    await showAhead({ id, ...span }, choice);
    goOn(id, span, then);
    const tagIds = choice?.kind === 'tag' ? [choice.id] : [];
    const now = new Date().toISOString();
    const after = newHighlight({ id, article, text, span, tagIds, analystId: session.analystId, now });
    return showUntilKept({ before: null, after }, () => edit(drawn));
  };

  const markSpan = async (span: TextSpan, choice: TagChoice | null, then: Then) => {
    const twin = twinOf(highlights, span, session.analystId);
    const id = twin?.id ?? newId<'highlight'>();
    const tag = nameOf(choice);
    const said = choice === null ? t`Highlighted` : t`Highlighted as ${tag}`;
    const edit: Marked['edit'] = (ready) =>
      markPassage(session, { article, text, span }, { choice, id, ready });
    // A new tag may be refused, and then the picker has to be there still.
    if (choice?.kind === 'path') {
      if (settle(await edit(), said)) goOn(id, span, then);
      return;
    }
    if (twin !== null) goOn(id, span, then);
    const outcome = await (twin === null ? markNew(id, span, { choice, then, edit }) : edit());
    if (!settle(outcome, said) && look.getState().highlightId === id) look.setState({ highlightId: null });
  };

  return async (choice: TagChoice | null, then: Then) => {
    const { selected } = selecting;
    // A key that is held down marks once.
    if (selected === null || isShowing.current) return;
    if (selected.tooLong === null) await markSpan(selected.span, choice, then);
    else notify({ kind: 'warn', text: words.tooLong(selected.tooLong) });
  };
}
