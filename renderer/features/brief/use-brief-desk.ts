import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useState } from 'react';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { Article } from '#core/article.ts';
import type { Block, Brief } from '#core/brief/brief.ts';
import { citationNumbers } from '#core/brief/cited-highlights.ts';
import { composeBrief } from '#core/brief/compose-brief.ts';
import type { ComposedBrief } from '#core/brief/composed-brief.ts';
import type { MapBase } from '#core/brief/map-base.ts';
import type { Tag } from '#core/codebook/tag.ts';
import type { Mention } from '#core/geo/mention.ts';
import type { ArticleId, BriefId, HighlightId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { listArticles } from '#storage/articles.ts';
import { listBlocks, listBriefs } from '#storage/briefs.ts';
import { listAllHighlights } from '#storage/highlights.ts';
import { listAllMentions } from '#storage/mentions.ts';
import { listTags } from '#storage/tags.ts';
import { readShapes } from '#storage/tracks.ts';
import { loadMapBase } from './load-map-base.ts';
import { useBriefWords } from './use-brief-words.ts';

/** What lies on the desk while briefs are written. */
export type BriefDesk = {
  readonly briefs: readonly Brief[];
  readonly brief: Brief | null;
  readonly blocks: readonly Block[];
  readonly highlights: readonly Highlight[];
  readonly articles: ReadonlyMap<ArticleId, Article>;
  readonly tags: readonly Tag[];
  readonly numbers: ReadonlyMap<HighlightId, number>;
  /** `null` while no brief is open. */
  readonly composed: ComposedBrief | null;
};

const none: readonly never[] = [];
const noShapes: Awaited<ReturnType<typeof readShapes>> = { tracks: [], areas: [] };

/** Follow the briefs and all that `wanted` (the newest brief when `null`) is made of; `null` until it has been read. */
export function useBriefDesk(wanted: BriefId | null): BriefDesk | null {
  const { db } = useSession();
  const words = useBriefWords();
  const briefs = useLiveQuery(() => listBriefs(db), [db]);
  const highlights = useLiveQuery(() => listAllHighlights(db), [db]);
  const articles = useLiveQuery(() => listArticles(db), [db]);
  const tags = useLiveQuery(() => listTags(db), [db]);
  const mentions = useLiveQuery(() => listAllMentions(db), [db]) ?? (none as readonly Mention[]);
  const shapes = useLiveQuery(() => readShapes(db), [db]) ?? noShapes;
  const brief = briefs?.find(({ id }) => id === wanted) ?? briefs?.[0] ?? null;
  const briefId = brief?.id ?? null;
  const read = useLiveQuery(
    async () => (briefId === null ? null : { briefId, blocks: await listBlocks(db, briefId) }),
    [db, briefId],
  );
  // Blocks of the brief that was open before are not shown under the new one's head.
  const blocks = read?.briefId === briefId ? (read?.blocks ?? none) : none;
  const base = useMapBase(blocks.some(({ content }) => content.kind === 'map'));
  const byId = useMemo(() => new Map(articles?.map((article) => [article.id, article])), [articles]);
  const numbers = useMemo(
    () =>
      citationNumbers({
        blocks,
        highlights: highlights ?? none,
        articles: articles ?? none,
        tags: tags ?? none,
      }),
    [blocks, highlights, articles, tags],
  );
  const composed = useMemo(() => {
    if (brief === null || !highlights || !articles || !tags) return null;
    return composeBrief({ brief, blocks, highlights, articles, tags, mentions, ...shapes, base, words });
  }, [brief, blocks, highlights, articles, tags, mentions, shapes, base, words]);
  if (!briefs || !highlights || !articles || !tags) return null;
  return { briefs, brief, blocks, highlights, articles: byId, tags, numbers, composed };
}

function useMapBase(isWanted: boolean): MapBase | null {
  const [base, setBase] = useState<MapBase | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    // Without it a figure still shows its places, on an empty ground.
    loadMapBase().then(setBase, () => undefined);
  }, [isWanted]);
  return base;
}
