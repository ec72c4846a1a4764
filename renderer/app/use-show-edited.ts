import { useLiveQuery } from 'dexie-react-hooks';
import type { Change, TableName } from '#core/history/change.ts';
import type {
  ActorId,
  AreaId,
  ArticleId,
  BlockId,
  BriefId,
  EventId,
  FindingId,
  HighlightId,
  MemoId,
  MentionId,
  PlaceId,
  RelationId,
  SavedSearchId,
  SearchDecisionId,
  TagId,
  TrackId,
} from '#core/ids.ts';
import { openEvent } from '#features/events/event-desk.ts';
import { openWriting } from '#features/memos/memo-desk.ts';
import { openSavedSearch } from '#features/search/saved-desk.ts';
import { useSession } from '#state/session.ts';
import { look, openArticle, openHighlight, openShape } from '#state/workspace.ts';
import type { Database } from '#storage/database.ts';
import { findSavedSearch } from '#storage/saved-searches.ts';
import type { EditChanges } from './use-edit-changes.ts';

type Show = () => void;

/** Opens the record of an id if it is there now. */
type Opener = (db: Database, id: string) => Promise<Show | null>;

/** From what an edit is most about to what it changed on the way. */
const openers: Partial<Record<TableName, Opener>> = {
  highlights: async (db, id) => {
    const found = await db.highlights.get(id as HighlightId);
    return found === undefined ? null : () => openHighlight(found.anchor.articleId, found.id, found.anchor);
  },
  mentions: async (db, id) => {
    const found = await db.mentions.get(id as MentionId);
    return found === undefined ? null : () => openArticle(found.anchor.articleId, found.anchor);
  },
  findings: async (db, id) => {
    const found = await db.findings.get(id as FindingId);
    return found === undefined ? null : () => openArticle(found.anchor.articleId, found.anchor);
  },
  blocks: async (db, id) => {
    const found = await db.blocks.get(id as BlockId);
    return found === undefined ? null : () => look.setState({ screen: 'brief', briefId: found.briefId });
  },
  briefs: async (db, id) => {
    const found = await db.briefs.get(id as BriefId);
    return found === undefined ? null : () => look.setState({ screen: 'brief', briefId: found.id });
  },
  tags: async (db, id) => {
    const found = await db.tags.get(id as TagId);
    return found === undefined ? null : () => look.setState({ screen: 'codebook', tagId: found.id });
  },
  memos: async (db, id) => {
    const found = await db.memos.get(id as MemoId);
    return found === undefined ? null : () => openWriting(found.id);
  },
  events: async (db, id) => {
    const found = await db.events.get(id as EventId);
    return found === undefined ? null : () => openEvent(found.id);
  },
  tracks: async (db, id) => {
    const found = await db.tracks.get(id as TrackId);
    return found === undefined ? null : () => openShape({ kind: 'track', id: found.id });
  },
  areas: async (db, id) => {
    const found = await db.areas.get(id as AreaId);
    return found === undefined ? null : () => openShape({ kind: 'area', id: found.id });
  },
  places: async (db, id) => {
    const found = await db.places.get(id as PlaceId);
    return found === undefined ? null : () => look.setState({ screen: 'map', placeId: found.id });
  },
  actors: async (db, id) => {
    const found = await db.actors.get(id as ActorId);
    return found === undefined ? null : () => look.setState({ screen: 'actors', actorId: found.id });
  },
  relations: async (db, id) => {
    const found = await db.relations.get(id as RelationId);
    return found === undefined ? null : () => look.setState({ screen: 'actors', actorId: found.from });
  },
  savedSearches: async (db, id) => {
    const found = await findSavedSearch(db, id as SavedSearchId);
    return found === null ? null : () => openSavedSearch(found.id);
  },
  searchDecisions: async (db, id) => {
    const decision = await db.searchDecisions.get(id as SearchDecisionId);
    const found = decision === undefined ? null : await findSavedSearch(db, decision.searchId);
    return found === null ? null : () => openSavedSearch(found.id);
  },
  articles: async (db, id) => {
    const found = await db.articles.get(id as ArticleId);
    return found === undefined ? null : () => openArticle(found.id);
  },
};

/** Opens what was edited, where it still exists; `null` when nothing of it does. */
export function useShowEdited(changes: EditChanges | undefined): Show | null {
  const { db } = useSession();
  const found = useLiveQuery(
    async () => (changes === undefined ? null : { of: changes, show: await findShown(db, changes.shown) }),
    [db, changes],
  );
  return found != null && found.of === changes ? found.show : null;
}

async function findShown(db: Database, changes: readonly Change[]): Promise<Show | null> {
  for (const [table, open] of Object.entries(openers))
    for (const change of changes.filter((each) => each.table === table)) {
      const show = await open(db, change.id);
      if (show !== null) return show;
    }
  return null;
}
