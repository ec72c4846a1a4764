import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import type { Event } from '#core/events/event.ts';
import type { Place } from '#core/geo/place.ts';
import type { ArticleId, PlaceId } from '#core/ids.ts';
import type { ArticleHead } from '#core/library/article-head.ts';
import { useSession } from '#state/session.ts';
import { useAllArticles } from '#state/use-all-articles.ts';
import { listEvents } from '#storage/events.ts';
import { listAllMentions } from '#storage/mentions.ts';
import { listPlaces } from '#storage/places.ts';

/** All saved events; `null` until they are read. */
export function useEvents(): readonly Event[] | null {
  const { db } = useSession();
  return useLiveQuery(() => listEvents(db), [db]) ?? null;
}

/** The heads of all articles by id. */
export function useHeads(): ReadonlyMap<ArticleId, ArticleHead> {
  const { db } = useSession();
  const articles = useAllArticles(db);
  return useMemo(() => new Map((articles ?? []).map((article) => [article.id, article])), [articles]);
}

const noPlaces: readonly Place[] = [];

/** The places an event may be given: those accepted anywhere in the workspace and those the analyst made, by name. */
export function useKnownPlaces(): { readonly places: readonly Place[]; readonly isRead: boolean } {
  const { db } = useSession();
  const places = useLiveQuery(async () => {
    const [mentions, own] = await Promise.all([listAllMentions(db), listPlaces(db)]);
    const accepted = mentions.filter(({ status }) => status === 'accepted').map(({ place }) => place);
    const each = new Map<PlaceId, Place>([...accepted, ...own].map((place) => [place.id, place]));
    return [...each.values()].sort((a, b) => a.name.localeCompare(b.name));
  }, [db]);
  return { places: places ?? noPlaces, isRead: places !== undefined };
}
