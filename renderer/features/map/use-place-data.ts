import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Article } from '#core/article.ts';
import type { Mention } from '#core/geo/mention.ts';
import type { Place } from '#core/geo/place.ts';
import { isOwnPlace } from '#core/geo/place-edits.ts';
import type { ArticleId, PlaceId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import { useSession } from '#state/session.ts';
import { findArticle, listArticles } from '#storage/articles.ts';
import { keepRecords } from '#storage/kept-records.ts';

/** An accepted place with its passages. */
export type PlaceUse = {
  readonly place: Place;
  /** By article and then in the order of the text. */
  readonly mentions: readonly Mention[];
};

/** Accepted places, the most passages first; countries after all others. */
export function placeUses(decided: readonly Mention[]): PlaceUse[] {
  const uses = new Map<PlaceId, { place: Place; mentions: Mention[] }>();
  for (const mention of decided) {
    if (mention.status !== 'accepted') continue;
    const use = uses.get(mention.place.id) ?? { place: mention.place, mentions: [] };
    use.mentions.push(mention);
    uses.set(mention.place.id, use);
  }
  return [...uses.values()]
    .map(({ place, mentions }) => ({ place, mentions: mentions.sort(compareMentions) }))
    .sort(compareUses);
}

function compareUses(a: PlaceUse, b: PlaceUse): number {
  const isCountry = ({ place }: PlaceUse) => Number(place.type === 'country');
  return (
    isCountry(a) - isCountry(b) ||
    b.mentions.length - a.mentions.length ||
    a.place.name.localeCompare(b.place.name)
  );
}

function compareMentions(a: Mention, b: Mention): number {
  const [left, right] = [a.anchor, b.anchor];
  if (left.articleId !== right.articleId) return left.articleId < right.articleId ? -1 : 1;
  return left.start - right.start;
}

const noArticles: ReadonlyMap<ArticleId, Article> = new Map();
const noPlaces: readonly Place[] = [];

/** All articles by id. */
export function useArticlesById(): ReadonlyMap<ArticleId, Article> {
  const { db } = useSession();
  const articles = useLiveQuery(() => listArticles(db), [db]);
  return useMemo(
    () => (articles ? new Map(articles.map((article) => [article.id, article])) : noArticles),
    [articles],
  );
}

/** The places the analyst made, and those of the program they say otherwise of. */
export function useOwnPlaces(): readonly Place[] {
  const { subscribe, get } = keepRecords(useSession().db, 'places');
  return useSyncExternalStore(subscribe, get) ?? noPlaces;
}

/** A place as it is by now: as the analyst has it, or the program; `null`: it was the analyst's and is gone. */
export function useNewestPlace(place: Place | null): Place | null {
  const own = useOwnPlaces();
  if (place === null) return null;
  const stored = own.find(({ id }) => id === place.id);
  if (stored !== undefined) return stored;
  return isOwnPlace(place) ? null : (place.original ?? place);
}

/** The words around a passage. */
export type PassageLine = { readonly before: string; readonly exact: string; readonly after: string };

const context = 70;

/** The passage at `span` with what is around it; `null` until the text is read. */
export function usePassageLine(articleId: ArticleId | null, span: TextSpan): PassageLine | null {
  const session = useSession();
  const [line, setLine] = useState<PassageLine | null>(null);
  const { start, end } = span;
  useEffect(() => {
    if (articleId === null) return;
    let isCurrent = true;
    const read = async () => {
      const article = await findArticle(session.db, articleId);
      if (article === null) return;
      const text = await session.readText(article);
      if (isCurrent) setLine(cutLine(text, { start, end }));
    };
    read().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [session, articleId, start, end]);
  return line;
}

/** Cut at words, white space joined. */
function cutLine(text: string, { start, end }: TextSpan): PassageLine {
  const from = Math.max(0, start - context);
  const before = text.slice(from, start).toWellFormed().replace(/\s+/g, ' ');
  const after = text
    .slice(end, end + context)
    .toWellFormed()
    .replace(/\s+/g, ' ');
  return {
    before: from === 0 ? before : `…${before.replace(/^\S*\s/, '')}`,
    exact: text.slice(start, end).replace(/\s+/g, ' '),
    after: end + context >= text.length ? after : `${after.replace(/\s\S*$/, '')}…`,
  };
}
