import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { Highlight } from '#core/annotations/highlight.ts';
import { checkAnchor } from '#core/annotations/locate-anchor.ts';
import { stackAt } from '#core/annotations/stack-at.ts';
import type { Article } from '#core/article.ts';
import { tagPathText } from '#core/codebook/tag-tree.ts';
import type { HighlightId } from '#core/ids.ts';
import { firstOffered } from '#core/reader/picker-rows.ts';
import { announce, notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { look, useLook } from '#state/workspace.ts';
import type { HighlightPainter } from './create-highlight-painter.ts';
import { dropHighlights, type TagChoice } from './highlight-deeds.ts';
import { useRecentTags } from './recent-tags.ts';
import { useCoding } from './use-coding.ts';
import { useEdge } from './use-edge.ts';
import { useMarkPassage } from './use-mark-passage.ts';
import { useNoise } from './use-noise.ts';
import { useTags } from './use-reading.ts';
import { useReshaping } from './use-reshaping.ts';
import { useSelected } from './use-selected.ts';
import { useWordsTag } from './use-words-tag.ts';

/** Everything the reader lets one do with passages. */
export type Marking = ReturnType<typeof useMarking>;

type MarkingParts = {
  readonly article: Article;
  readonly text: string;
  /** All that are to be shown of the article. */
  readonly kept: readonly Highlight[];
  /** Give the focus back to the text, with the caret at `offset` when given. */
  readonly onReturn: (offset: number | null) => void;
  readonly paintAhead: HighlightPainter['paintAhead'];
};

/** Selecting, marking, tagging, reshaping and deleting passages of the open article. */
export function useMarking({ article, text, kept, onReturn, paintAhead }: MarkingParts) {
  const { t } = useLingui();
  const session = useSession();
  const { tags, byId } = useTags();
  const recent = useRecentTags();
  const highlights = useSoundHighlights(kept, article, text);
  const chosenId = useLook((state) => state.highlightId);
  const chosen = useMemo(() => highlights.find(({ id }) => id === chosenId) ?? null, [highlights, chosenId]);
  const selecting = useSelected(text);
  const mark = useMarkPassage({ article, text, highlights, byId, selecting, onReturn, paintAhead });
  const coding = useCoding({ byId, selecting, onReturn });
  const reshaping = useReshaping({ article, text, highlights, chosen });
  const edge = useEdge({ article, text, chosen });
  const noise = useNoise({ article, text });
  const { selected, show } = selecting;
  const byWords = useWordsTag({
    tags,
    selected: selected === null ? null : text.slice(selected.span.start, selected.span.end),
    chosen,
    mark,
    toggle: coding.toggle,
  });

  const choose = (id: HighlightId | null) => look.setState({ highlightId: id });

  /** Choose by a key, which shows nothing to those who listen: say which one it is. */
  const chooseAloud = ({ id, anchor, tagIds }: Highlight) => {
    choose(id);
    const given = tagIds.flatMap((tagId) => byId.get(tagId)?.name ?? []).join(', ');
    const quote = anchor.exact.slice(0, 120).toWellFormed();
    announce(given === '' ? t`Highlight without a tag: ${quote}` : t`${given}: ${quote}`);
  };

  /** The tag given last, once more: to the selection, or else to the chosen highlight. */
  const again = async () => {
    const id = firstOffered(recent, byId);
    if (id === undefined) {
      notify({ kind: 'warn', text: t`No tag has been given yet.` });
      return;
    }
    const choice: TagChoice = { kind: 'tag', id, name: tagPathText(id, byId) };
    if (selected !== null) await mark(choice, 'read');
    else if (chosen !== null && !chosen.tagIds.includes(id)) await coding.toggle(chosen, choice, false);
  };

  const drop = async (highlight: Highlight) => {
    if (!(await dropHighlights(session, [highlight]))) return;
    announce(t`Highlight deleted. Undo brings it back.`);
    choose(null);
    show(null);
    onReturn(highlight.anchor.start);
  };

  /** List what lies at a place of the text, to choose from; a single highlight is chosen at once. */
  const lookAt = (position: number) => {
    const stack = stackAt(highlights, position);
    const [shortest] = stack;
    if (shortest === undefined) announce(t`Nothing is highlighted here.`);
    else if (stack.length === 1) chooseAloud(shortest);
    else
      show({ kind: 'stack', ids: stack.map(({ id }) => id), span: { start: position, end: position + 1 } });
  };

  return {
    article,
    text,
    tags,
    byId,
    recent,
    highlights,
    chosen,
    choose,
    chooseAloud,
    mark,
    again,
    byWords,
    drop,
    lookAt,
    ...coding,
    ...noise,
    ...selecting,
    ...edge,
    ...reshaping,
  };
}

/**
 * The highlights whose words stand where they say. One made on another version of the text is not shown at a place
 * that may be wrong; the list beside the text says so.
 */
function useSoundHighlights(
  kept: readonly Highlight[],
  article: Article,
  text: string,
): readonly Highlight[] {
  return useMemo(() => {
    const isSound = ({ anchor }: Highlight) =>
      anchor.textSha256 === article.textSha256 || checkAnchor(anchor, text);
    return kept.every(isSound) ? kept : kept.filter(isSound);
  }, [kept, article.textSha256, text]);
}
