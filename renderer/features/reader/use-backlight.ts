import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { outsideOf } from '#core/analysis/coverage.ts';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { Article } from '#core/article.ts';
import type { TextSpan } from '#core/text/span.ts';
import { usePreferences } from '#state/preferences.ts';
import { useSession } from '#state/session.ts';
import { listReadingsOf } from '#storage/readings.ts';

/** What the backlight leaves in the dark: nothing, what is not coded, or what nobody has read. */
export function useBacklight(article: Article, highlights: readonly Highlight[]): readonly TextSpan[] {
  const { db } = useSession();
  const backlight = usePreferences((state) => state.backlight);
  const { id, textSha256, textLength } = article;
  const readings = useLiveQuery(
    async () => (backlight === 'read' ? listReadingsOf(db, id) : []),
    [db, id, backlight],
  );
  return useMemo(() => {
    if (backlight === 'off') return nothing;
    if (backlight === 'coded')
      return outsideOf(
        highlights.map(({ anchor }) => anchor).filter((anchor) => anchor.textSha256 === textSha256),
        textLength,
      );
    const own = readings?.filter((reading) => reading.textSha256 === textSha256) ?? [];
    return outsideOf(
      own.flatMap(({ spans }) => spans),
      textLength,
    );
  }, [backlight, highlights, readings, textSha256, textLength]);
}

const nothing: readonly TextSpan[] = [];
