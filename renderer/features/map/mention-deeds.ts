import type { SuggestionPassage } from '#core/geo/group-suggestions.ts';
import type { Mention } from '#core/geo/mention.ts';
import type { Place } from '#core/geo/place.ts';
import {
  changePlace,
  correctPlace,
  createPlace,
  type Decision,
  decideAll,
  forgetMention,
  isOwnPlace,
  makePlace,
  type NewPlace,
  type PlaceUses,
  removePlace,
} from '#core/geo/place-edits.ts';
import type { Change } from '#core/history/change.ts';
import type { EditLabel } from '#core/history/edit.ts';
import { type ArticleId, newId, type PlaceId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import type { Session } from '#state/session.ts';
import { findArticle } from '#storage/articles.ts';
import { listEvents } from '#storage/events.ts';
import { listAllMentions, listMentions } from '#storage/mentions.ts';
import { findPlace } from '#storage/places.ts';
import { carryDraft, draftOf, type PlaceDraft, readDraft } from './place-draft.ts';

/** A stretch of an article. */
export type PlacePassage = { readonly articleId: ArticleId; readonly span: TextSpan };

/** A decision with the article it is about. */
type ArticleDecision = Decision & { readonly articleId: ArticleId };

/** Say that a suggested passage is about `place`: its first candidate or another one. Answers whether it was kept. */
export function acceptSuggestion(
  session: Session,
  passage: SuggestionPassage,
  place: Place,
): Promise<boolean> {
  const label = { action: 'mention.accept', detail: { place: place.name, quote: passage.suggestion.exact } };
  return decideIn(session, label, [toDecision(passage, place, 'accepted')]);
}

/** Say that a suggested passage names no place. */
export function rejectSuggestion(
  session: Session,
  passage: SuggestionPassage,
  place: Place,
): Promise<boolean> {
  const label = { action: 'mention.reject', detail: { place: place.name, quote: passage.suggestion.exact } };
  return decideIn(session, label, [toDecision(passage, place, 'rejected')]);
}

/** Accept or reject many suggested passages as `place` in one step. */
export function decideSuggestions(
  session: Session,
  passages: readonly SuggestionPassage[],
  place: Place,
  status: Mention['status'],
): Promise<boolean> {
  const action = status === 'accepted' ? 'mention.accept-all' : 'mention.reject-all';
  const label = { action, detail: { place: place.name, count: passages.length } };
  return decideIn(
    session,
    label,
    passages.map((passage) => toDecision(passage, place, status)),
  );
}

/** Give a passage its place by hand, or another place than it has. */
export function placePassage(session: Session, passage: PlacePassage, place: Place): Promise<boolean> {
  return decideIn(session, { action: 'mention.place', detail: { place: place.name } }, [
    { ...passage, place, status: 'accepted', origin: 'analyst', reasons: [] },
  ]);
}

/** Change the word on a decided mention. */
export function changeStatus(
  session: Session,
  mention: Mention,
  status: Mention['status'],
): Promise<boolean> {
  const { anchor, place, origin, reasons } = mention;
  const action = status === 'accepted' ? 'mention.accept' : 'mention.reject';
  const label = { action, detail: { place: place.name, quote: anchor.exact } };
  return decideIn(session, label, [
    {
      articleId: anchor.articleId,
      span: { start: anchor.start, end: anchor.end },
      place,
      status,
      origin,
      reasons,
    },
  ]);
}

/** Take decisions back. */
export async function forgetMentions(session: Session, mentions: readonly Mention[]): Promise<boolean> {
  const [first] = mentions;
  if (first === undefined) return false;
  const label = { action: 'mention.forget', detail: { place: first.place.name, count: mentions.length } };
  const committed = await session.commit(label, async () => {
    const current = await session.db.mentions.bulkGet(mentions.map(({ id }) => id));
    return current.flatMap((mention) => (mention === undefined ? [] : forgetMention(mention)));
  });
  return committed.ok;
}

/** Make a place and, when given, say that a passage is about it. Answers the place; `null` when it was not kept. */
export async function addPlace(
  session: Session,
  form: NewPlace,
  passage: PlacePassage | null,
): Promise<Place | null> {
  const place = makePlace(form, newId<'place'>() as PlaceId);
  if (place === null) return null;
  const committed = await session.commit(
    { action: 'place.create', detail: { place: place.name } },
    async () => {
      const own = createPlace(place);
      if (passage === null) return own;
      const decision = { ...passage, place, status: 'accepted', origin: 'analyst', reasons: [] } as const;
      return [...own, ...(await planDecisions(session, [decision]))];
    },
  );
  return committed.ok ? place : null;
}

/**
 * Say of a place, the program's or the analyst's, what was typed about it; what nobody typed stays as it is said by now.
 * Its accepted passages and its events follow. Answers the place as it is now; `null` when it was not kept.
 */
export async function editPlace(session: Session, place: Place, typed: TypedPlace): Promise<Place | null> {
  let after = correctNewest(await findPlace(session.db, place.id), place, typed);
  if (after === null) return null;
  const label = { action: 'place.edit', detail: { place: after.name } };
  const committed = await session.commit(label, async () => {
    const stored = await findPlace(session.db, place.id);
    after = correctNewest(stored, place, typed);
    return after === null ? [] : changePlace(stored, after, await readUses(session));
  });
  return committed.ok ? after : null;
}

/** What was typed, and what stood there before. */
type TypedPlace = { readonly start: PlaceDraft; readonly draft: PlaceDraft };

/** The place that was opened may be an older one: what it said then counts for nothing. */
function correctNewest(stored: Place | null, opened: Place, { start, draft }: TypedPlace): Place | null {
  const newest = stored ?? opened.original ?? opened;
  const said = readDraft(carryDraft(draft, start, draftOf(newest, '')));
  return said === null ? null : correctPlace(newest, said);
}

/** Take away what the analyst says of a place: the program's entry counts again, where it has one. */
export async function dropPlace(session: Session, place: Place): Promise<boolean> {
  const action = isOwnPlace(place) ? 'place.delete' : 'place.reset';
  const committed = await session.commit({ action, detail: { place: place.name } }, async () => {
    const stored = await findPlace(session.db, place.id);
    return stored === null ? [] : removePlace(stored, await readUses(session));
  });
  return committed.ok;
}

async function readUses({ db }: Session): Promise<PlaceUses> {
  const [mentions, events] = await Promise.all([listAllMentions(db), listEvents(db)]);
  return { mentions, events };
}

function toDecision(
  { articleId, suggestion }: SuggestionPassage,
  place: Place,
  status: Mention['status'],
): ArticleDecision {
  const { start, end, reasons } = suggestion;
  return { articleId, span: { start, end }, place, status, origin: 'suggested', reasons };
}

async function decideIn(
  session: Session,
  label: EditLabel,
  decisions: readonly ArticleDecision[],
): Promise<boolean> {
  const committed = await session.commit(label, () => planDecisions(session, decisions));
  return committed.ok;
}

/** Plan from the newest records; a passage whose article is gone is passed over. */
async function planDecisions(session: Session, decisions: readonly ArticleDecision[]): Promise<Change[]> {
  const changes: Change[] = [];
  for (const articleId of new Set(decisions.map((decision) => decision.articleId))) {
    const own = decisions.filter((decision) => decision.articleId === articleId);
    const article = await findArticle(session.db, articleId);
    if (article === null) continue;
    const text = await session.readText(article);
    const decided = await listMentions(session.db, articleId);
    const maker = { newId, now: new Date().toISOString() };
    changes.push(...decideAll({ article, text, decided }, own, maker));
  }
  return changes;
}
