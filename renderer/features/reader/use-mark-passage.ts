import { useLingui } from '@lingui/react/macro';
import { newHighlight, twinOf } from '#core/annotations/edit-highlights.ts';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { Article } from '#core/article.ts';
import { newId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import { notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { look } from '#state/workspace.ts';
import { afterDrawn } from './after-drawn.ts';
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
  readonly onReturn: (offset: number | null) => void;
};

/** What comes after a passage was marked. */
type Then = 'tags' | 'note' | 'read';

/** Marks the selected passage; then one tags it further, writes its note, or reads on. */
export function useMarkPassage(parts: MarkPassageParts) {
  const { article, text, highlights, selecting, onReturn } = parts;
  const { t } = useLingui();
  const session = useSession();
  const words = useMarkWords();
  const settle = useSettle(selecting.complain);

  const markSpan = async (span: TextSpan, choice: TagChoice | null, then: Then) => {
    const twin = twinOf(highlights, span, session.analystId);
    const id = twin?.id ?? newId<'highlight'>();
    const goOn = () => {
      look.setState({ highlightId: id });
      selecting.forget();
      if (then !== 'read') selecting.show({ kind: then, id });
      else onReturn(span.end);
    };
    const tag = nameOf(choice);
    const said = choice === null ? t`Highlighted` : t`Highlighted as ${tag}`;
    const edit = (ready?: () => Promise<void>) =>
      markPassage(session, { article, text, span }, { choice, id, ready });
    // A new tag may be refused, and then the picker has to be there still.
    if (choice?.kind === 'path') {
      if (settle(await edit(), said)) goOn();
      return;
    }
    goOn();
    const after = newHighlight({
      id,
      article,
      text,
      span,
      tagIds: choice === null ? [] : [choice.id],
      analystId: session.analystId,
      now: new Date().toISOString(),
    });
    const outcome =
      twin === null ? await showUntilKept({ before: null, after }, () => edit(drawn)) : await edit();
    if (!settle(outcome, said) && look.getState().highlightId === id) look.setState({ highlightId: null });
  };

  return async (choice: TagChoice | null, then: Then) => {
    const { selected } = selecting;
    if (selected === null) return;
    if (selected.tooLong === null) await markSpan(selected.span, choice, then);
    else notify({ kind: 'warn', text: words.tooLong(selected.tooLong) });
  };
}
