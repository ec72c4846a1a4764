import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { Grade, Highlight, HighlightMark } from '#core/annotations/highlight.ts';
import { type EdgeStep, moveEdge } from '#core/annotations/move-edge.ts';
import type { Article } from '#core/article.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { newId } from '#core/ids.ts';
import { announce, notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { look, openHighlight } from '#state/workspace.ts';
import { copyText } from '#ui/copy-text.ts';
import { type FieldWords, useFieldWords } from '#ui/use-field-words.ts';
import { dropHighlights, gradeHighlights, markHighlights, untagHighlight } from './highlight-deeds.ts';
import { moveHighlightEdge } from './reshape-deeds.ts';
import { useMarkWords } from './use-mark-words.ts';

/** What the list of highlights lets one do with each. */
export type ListedDeeds = ReturnType<typeof useListedDeeds>;

/** What can be done with a highlight from the list beside the text. */
export function useListedDeeds(article: Article | null) {
  const { t } = useLingui();
  const session = useSession();
  const words = useFieldWords();
  const say = useMarkWords();
  const source = article === null ? '' : sourceLine(article, words, t`no date stated`);
  // The same object while it does the same: the cards of a long list are drawn anew only when they have to be.
  return useMemo(
    () => ({
      choose: (highlight: Highlight) => look.setState({ highlightId: highlight.id }),
      jump: ({ id, anchor }: Highlight) => openHighlight(anchor.articleId, id, anchor),
      drop: async (highlight: Highlight) => {
        if (await dropHighlights(session, [highlight])) announce(t`Highlight deleted. Undo brings it back.`);
      },
      untag: async (highlight: Highlight, tag: Tag) => {
        if (await untagHighlight(session, highlight, tag)) announce(t`Tag ${tag.name} taken off`);
      },
      grade: async (highlight: Highlight, grade: Grade) => {
        const code = `${grade.reliability}${grade.credibility}`;
        if (await gradeHighlights(session, [highlight], grade)) announce(t`Graded ${code}`);
      },
      switchMark: async (highlight: Highlight, mark: HighlightMark) => {
        const isOn = highlight.marks?.includes(mark) !== true;
        if (await markHighlights(session, [highlight], { mark, isOn })) announce(say.marked(mark, isOn));
      },
      /** Whether the text could be fetched and the end moved. */
      resize: async (highlight: Highlight, step: EdgeStep) => {
        if (article === null) return;
        const text = await session.readText(article);
        if (moveEdge(text, highlight.anchor, step) === null) announce(t`It can’t go further.`);
        else
          await moveHighlightEdge(session, highlight, { article, text }, { step, group: newId<'group'>() });
      },
      copy: (highlight: Highlight) => {
        const done = copyText(`“${highlight.anchor.exact}”\n— ${source}`);
        notify(
          done
            ? { kind: 'good', text: t`Quote copied with its source` }
            : { kind: 'warn', text: t`The quote could not be copied` },
        );
      },
    }),
    [article, session, source, say, t],
  );
}

function sourceLine(article: Article, words: FieldWords, noDate: string): string {
  const date = article.publishedAt === null ? noDate : words.date(article.publishedAt.value);
  return [words.source(article), `“${article.title.value}”`, date].join(', ');
}
