import type { Anchor } from '#core/annotations/highlight.ts';
import type { Article } from '#core/article.ts';
import type { MapOurs } from '#core/exchange/map-files/plan-map-import.ts';
import type { ArticleId, TagId } from '#core/ids.ts';
import type { Database } from './database.ts';

/** Everything that map files can hold, and what is told with it. */
export type MapRecords = Omit<MapOurs, 'articles'> & {
  readonly tagNames: ReadonlyMap<TagId, string>;
  readonly articles: readonly Pick<Article, 'id' | 'textSha256' | 'title' | 'publisher' | 'carrier'>[];
};

/** Read all that map files can hold, as it is at one moment. */
export function readMapRecords(db: Database): Promise<MapRecords> {
  const tables = [
    db.events,
    db.places,
    db.tracks,
    db.areas,
    db.highlights,
    db.tags,
    db.articles,
    db.mentions,
  ];
  return db.transaction('r', tables, async () => {
    const [events, places, tracks, areas, highlights, tags, articles, mentions] = await Promise.all([
      db.events.toArray(),
      db.places.toArray(),
      db.tracks.toArray(),
      db.areas.toArray(),
      db.highlights.toArray(),
      db.tags.toArray(),
      db.articles.toArray(),
      db.mentions.filter(({ status }) => status === 'accepted').toArray(),
    ]);
    return {
      events,
      places,
      tracks,
      areas,
      highlights,
      articles: articles.map(({ id, textSha256, title, publisher, carrier }) => ({
        id,
        textSha256,
        title,
        publisher,
        carrier,
      })),
      mentions,
      tagIds: new Set(tags.map(({ id }) => id)),
      tagNames: new Map(tags.map(({ id, name }) => [id, name])),
    };
  });
}

/** Decided mentions by the article they stand in. */
export function byArticle<One extends { readonly anchor: Anchor }>(
  records: readonly One[],
): ReadonlyMap<ArticleId, readonly One[]> {
  const groups = new Map<ArticleId, One[]>();
  for (const one of records) {
    const group = groups.get(one.anchor.articleId);
    if (group === undefined) groups.set(one.anchor.articleId, [one]);
    else group.push(one);
  }
  return groups;
}
