import { useLingui } from '@lingui/react/macro';
import type { Highlight, HighlightMark } from '#core/annotations/highlight.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { tagPathText } from '#core/codebook/tag-tree.ts';
import type { TagId } from '#core/ids.ts';
import { announce } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import {
  markHighlights,
  nameOf,
  recodeHighlights,
  type TagChoice,
  tagHighlights,
  untagHighlight,
} from './highlight-deeds.ts';
import { useMarkWords } from './use-mark-words.ts';
import type { useSelected } from './use-selected.ts';
import { useSettle } from './use-settle.ts';

type CodingParts = {
  readonly byId: ReadonlyMap<TagId, Tag>;
  readonly selecting: ReturnType<typeof useSelected>;
  readonly onReturn: (offset: number | null) => void;
};

/** Giving tags and marks to a highlight, and taking them off. */
export function useCoding({ byId, selecting, onReturn }: CodingParts) {
  const { t } = useLingui();
  const session = useSession();
  const words = useMarkWords();
  const settle = useSettle(selecting.complain);
  const finish = (highlight: Highlight) => {
    selecting.show(null);
    onReturn(highlight.anchor.end);
  };
  return {
    /** Give the highlight a tag, or take it off when it has it. */
    toggle: async (highlight: Highlight, choice: TagChoice, keepOpen: boolean) => {
      const tag = nameOf(choice);
      if (choice.kind === 'tag' && highlight.tagIds.includes(choice.id)) {
        const done = await untagHighlight(session, highlight, choice);
        if (done) announce(t`Tag ${tag} taken off`);
      } else if (!settle(await tagHighlights(session, [highlight], choice), t`Tagged as ${tag}`)) return;
      if (!keepOpen) finish(highlight);
    },
    /** Give the highlight another tag in the place of `from`. */
    recode: async (highlight: Highlight, from: TagId, choice: TagChoice) => {
      const old = { id: from, name: tagPathText(from, byId) };
      const tag = nameOf(choice);
      if (settle(await recodeHighlights(session, [highlight], old, choice), t`Recoded to ${tag}`))
        finish(highlight);
    },
    /** Set a mark on the highlight, or take it off when it has it. */
    switchMark: async (highlight: Highlight, mark: HighlightMark) => {
      const isOn = highlight.marks?.includes(mark) !== true;
      if (await markHighlights(session, [highlight], { mark, isOn })) announce(words.marked(mark, isOn));
    },
  };
}
