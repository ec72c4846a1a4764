import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { Highlight } from '#core/annotations/highlight.ts';
import { checkAnchor } from '#core/annotations/locate-anchor.ts';
import type { Article } from '#core/article.ts';
import { tagPathText } from '#core/codebook/tag-tree.ts';
import type { HighlightId } from '#core/ids.ts';
import { announce, notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { look, useLook } from '#state/workspace.ts';
import {
  type DeedOutcome,
  dropHighlight,
  markPassage,
  type TagChoice,
  tagHighlight,
  untagHighlight,
} from './highlight-deeds.ts';
import { rememberTag, useRecentTags } from './recent-tags.ts';
import { useEdge } from './use-edge.ts';
import { useMarkWords } from './use-mark-words.ts';
import { useHighlights, useTags } from './use-reading.ts';
import { useSelected } from './use-selected.ts';

/** Everything the reader lets one do with passages. */
export type Marking = ReturnType<typeof useMarking>;

type MarkingParts = {
  readonly article: Article;
  readonly text: string;
  /** Give the focus back to the text, with the caret at `offset` when given. */
  readonly onReturn: (offset: number | null) => void;
};

/** Selecting, marking, tagging, resizing and deleting passages of the open article. */
export function useMarking({ article, text, onReturn }: MarkingParts) {
  const { t } = useLingui();
  const session = useSession();
  const words = useMarkWords();
  const { tags, byId } = useTags();
  const recent = useRecentTags();
  const highlights = useSoundHighlights(article, text);
  const chosenId = useLook((state) => state.highlightId);
  const chosen = highlights.find(({ id }) => id === chosenId) ?? null;
  const selecting = useSelected(text);
  const { selected, show } = selecting;
  const settle = useSettle(selecting.complain);

  const choose = (id: HighlightId | null) => look.setState({ highlightId: id });

  /** Choose by a key, which shows nothing to those who listen: say which one it is. */
  const chooseAloud = ({ id, anchor, tagIds }: Highlight) => {
    choose(id);
    const given = tagIds.flatMap((tagId) => byId.get(tagId)?.name ?? []).join(', ');
    const quote = anchor.exact.slice(0, 120).toWellFormed();
    announce(given === '' ? t`Highlight without a tag: ${quote}` : t`${given}: ${quote}`);
  };

  /** Mark the selected passage; then tag it further, write its note, or read on. */
  const mark = async (choice: TagChoice | null, then: 'tags' | 'note' | 'read') => {
    if (selected === null) return;
    if (selected.tooLong !== null) {
      notify({ kind: 'warn', text: words.tooLong(selected.tooLong) });
      return;
    }
    const { span } = selected;
    const outcome = await markPassage(session, { article, text, span }, choice);
    const tag = choice === null ? '' : nameOf(choice);
    if (!settle(outcome, choice === null ? t`Highlighted` : t`Highlighted as ${tag}`)) return;
    choose(outcome.highlightId);
    selecting.forget();
    if (then !== 'read') show({ kind: then, id: outcome.highlightId });
    else onReturn(span.end);
  };

  /** Give the highlight a tag, or take it off when it has it. */
  const toggle = async (highlight: Highlight, choice: TagChoice, keepOpen: boolean) => {
    const tag = nameOf(choice);
    if (choice.kind === 'tag' && highlight.tagIds.includes(choice.id)) {
      const done = await untagHighlight(session, highlight, choice);
      if (done) announce(t`Tag ${tag} taken off`);
    } else if (!settle(await tagHighlight(session, highlight, choice), t`Tagged as ${tag}`)) return;
    if (keepOpen) return;
    show(null);
    onReturn(highlight.anchor.end);
  };

  /** The tag given last, once more: to the selection, or else to the chosen highlight. */
  const again = async () => {
    const id = recent.find((one) => byId.has(one));
    if (id === undefined) {
      notify({ kind: 'warn', text: t`No tag has been given yet.` });
      return;
    }
    const choice: TagChoice = { kind: 'tag', id, name: tagPathText(id, byId) };
    if (selected !== null) await mark(choice, 'read');
    else if (chosen !== null && !chosen.tagIds.includes(id)) await toggle(chosen, choice, false);
  };

  const drop = async (highlight: Highlight) => {
    if (!(await dropHighlight(session, highlight))) return;
    announce(t`Highlight deleted. Ctrl+Z brings it back.`);
    choose(null);
    show(null);
    onReturn(highlight.anchor.start);
  };

  const edge = useEdge({ article, text, chosen });
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
    toggle,
    again,
    drop,
    ...selecting,
    ...edge,
  };
}

/**
 * The highlights whose words stand where they say. One made on another version of the text is not shown at a place
 * that may be wrong; the list beside the text says so.
 */
function useSoundHighlights(article: Article, text: string): readonly Highlight[] {
  const highlights = useHighlights(article.id);
  return useMemo(() => {
    const isSound = ({ anchor }: Highlight) =>
      anchor.textSha256 === article.textSha256 || checkAnchor(anchor, text);
    return highlights.every(isSound) ? highlights : highlights.filter(isSound);
  }, [highlights, article.textSha256, text]);
}

function nameOf(choice: TagChoice): string {
  return choice.kind === 'path' ? choice.path : choice.name;
}

/** Say what came of an edit, and answer whether it went well. */
function useSettle(complain: (problem: string) => void) {
  const words = useMarkWords();
  return (outcome: DeedOutcome, said: string): outcome is Extract<DeedOutcome, { ok: true }> => {
    if (!outcome.ok) {
      if (outcome.kind === 'refused') complain(words.refusal(outcome.refusal));
      return false;
    }
    if (outcome.tagId !== null) rememberTag(outcome.tagId);
    announce(said);
    return true;
  };
}
