import { useEffect, useState } from 'react';
import type { Article } from '#core/article.ts';
import type { ResultRow } from '#core/search/results/search-answer.ts';
import { type Snippet, snippets } from '#core/search/results/snippets.ts';
import { useSession } from '#state/session.ts';
import { toggleLines, useResultLook } from './result-look.ts';

type AllLines = {
  readonly lines: readonly Snippet[];
  /** There are hits that `lines` does not show. */
  readonly hasMore: boolean;
  /** Whether all lines are asked for. */
  readonly isOpen: boolean;
  readonly toggle: () => void;
};

/** The lines of a row: the first ones, or all of them once they are asked for and the text is read. */
export function useAllLines(row: ResultRow, article: Article | undefined): AllLines {
  const session = useSession();
  const isOpen = useResultLook().openLines.has(row.articleId);
  const [read, setRead] = useState<{ readonly of: ResultRow; readonly lines: readonly Snippet[] } | null>(
    null,
  );
  useEffect(() => {
    if (!isOpen || article === undefined) return;
    let isWanted = true;
    session.readText(article).then(
      (text) =>
        isWanted && setRead({ of: row, lines: snippets(text, row.positions, Number.POSITIVE_INFINITY) }),
      // A text that can't be read is told of where the result is summed up; its first lines stay.
      () => isWanted && toggleLines(row.articleId),
    );
    return () => {
      isWanted = false;
    };
  }, [isOpen, article, row, session]);
  const isRead = read !== null && isSame(read.of, row);
  const lines = isOpen && isRead ? read.lines : row.lines;
  const shown = lines.reduce((sum, { parts }) => sum + parts.filter(({ isHit }) => isHit).length, 0);
  return {
    lines,
    hasMore: shown < row.positions.length,
    isOpen,
    toggle: () => toggleLines(row.articleId),
  };
}

/** The same asked again has the same lines: they need not go and come back. */
function isSame(a: ResultRow, b: ResultRow): boolean {
  return (
    a.articleId === b.articleId &&
    a.positions.length === b.positions.length &&
    a.positions.every(
      ({ start, end }, at) => b.positions[at]?.start === start && b.positions[at]?.end === end,
    )
  );
}
