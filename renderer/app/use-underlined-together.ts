import { useMemo } from 'react';
import type { ArticleId } from '#core/ids.ts';
import { useMentions } from '#features/map/use-mentions.ts';
import { useUnderlined } from '#features/mentions/use-items.ts';
import type { ReaderMention } from '#features/reader/use-selecting.ts';
import { usePreferences } from '#state/preferences.ts';

/** All that is underlined in an article: the places and what else was found, and how to tell the places. */
export function useUnderlinedTogether(articleId: ArticleId | null): {
  readonly mentions: readonly ReaderMention[];
  readonly isPlace: (id: string) => boolean;
} {
  const places = useMentions(articleId);
  const others = useUnderlined(articleId);
  const showsPlaces = usePreferences((state) => state.underlined.includes('place'));
  return useMemo(() => {
    const ids = new Set(places.map(({ id }) => id));
    return {
      mentions: [...(showsPlaces ? places : []), ...others],
      isPlace: (id) => ids.has(id),
    };
  }, [places, others, showsPlaces]);
}
