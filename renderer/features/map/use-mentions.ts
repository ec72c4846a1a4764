import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Mention } from '#core/geo/mention.ts';
import { mentionsToShow, type ShownMention } from '#core/geo/mentions-to-show.ts';
import type { ArticleId, PlaceId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import { useSession } from '#state/session.ts';
import { listAllMentions, listMentions } from '#storage/mentions.ts';
import { readAnySuggestions } from '#storage/suggestions.ts';
import { mentionEngine } from './mention-engine.ts';

/** A mention as the reader underlines it. */
export type UnderlinedMention = {
  readonly id: string;
  readonly span: TextSpan;
  readonly status: 'suggested' | 'accepted';
  readonly placeId: PlaceId;
};

const noMentions: readonly ShownMention[] = [];

/** What was decided and what is suggested in an article, in the order of the text. */
export function useArticleMentions(articleId: ArticleId | null): readonly ShownMention[] {
  const { db } = useSession();
  const client = useStore(mentionEngine, (state) => state.client);
  useEffect(() => {
    if (client === null || articleId === null) return;
    client
      .call('find', { name: db.name, id: articleId })
      .catch((error: unknown) => mentionEngine.setState({ failure: String(error) }));
  }, [client, db, articleId]);
  const found = useLiveQuery(async () => {
    if (articleId === null) return null;
    const suggested = (await readAnySuggestions(db, articleId)) ?? [];
    return { articleId, shown: mentionsToShow(suggested, await listMentions(db, articleId)) };
  }, [db, articleId]);
  return found?.articleId === articleId ? found.shown : noMentions;
}

/**
 * The mentions to underline in an article: accepted ones, and suggestions that are not weak; those are in the panel,
 * where a stray first name does not disturb the reading.
 */
export function useMentions(articleId: ArticleId | null): readonly UnderlinedMention[] {
  const shown = useArticleMentions(articleId);
  return useMemo(
    () =>
      shown.flatMap(({ id, span, status, suggestion, place }) => {
        if (status === 'rejected') return [];
        if (status === 'suggested' && suggestion?.reasons.includes('weak-name')) return [];
        return [{ id, span, status, placeId: place.id }];
      }),
    [shown],
  );
}

/** All decided mentions of the workspace; `null` until they are read. */
export function useDecidedMentions(): readonly Mention[] | null {
  const { db } = useSession();
  return useLiveQuery(() => listAllMentions(db), [db]) ?? null;
}
