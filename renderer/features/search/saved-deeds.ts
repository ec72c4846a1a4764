import type { Change } from '#core/history/change.ts';
import { type ArticleId, newId, type SavedSearchId } from '#core/ids.ts';
import type { SavedSearch, Verdict } from '#core/search/saved-search.ts';
import {
  askOf,
  changeSearch,
  type Doing,
  decide,
  deleteSearch,
  nameFor,
  renameSearch,
  type SavedAsk,
  saveSearch,
  verdictsOf,
} from '#core/search/saved-searches.ts';
import type { Session } from '#state/session.ts';
import { findSavedSearch, listSearchDecisions } from '#storage/saved-searches.ts';
import { searchEngine } from './search-engine.ts';

/** Save a search under a name; what it finds now is known. Answers its id, or `null` when it was not kept. */
export async function keepSearch(
  session: Session,
  ask: SavedAsk,
  name: string,
): Promise<SavedSearchId | null> {
  const id = newId<'saved search'>();
  const label = { action: 'search.save', detail: { name: nameFor(name || ask.query) } };
  const outcome = await session.commit(label, async () =>
    saveSearch({ ...ask, id, name }, await findNow(ask), doingNow(session)),
  );
  return outcome.ok ? id : null;
}

/** Give a saved search another name. */
export function renameSaved(session: Session, search: SavedSearch, name: string): Promise<boolean> {
  const label = { action: 'search.rename', detail: { name: nameFor(search.name), to: nameFor(name) } };
  return edit(session, search, label, (now) => renameSearch(now, name, new Date().toISOString()));
}

/** Let a saved search ask for something else; what that finds now is known. */
export function changeSaved(session: Session, search: SavedSearch, ask: SavedAsk): Promise<boolean> {
  const label = { action: 'search.change', detail: { name: nameFor(search.name) } };
  return edit(session, search, label, async (now) => {
    const decisions = await listSearchDecisions(session.db, now.id);
    return changeSearch(now, ask, { matching: await findNow(ask), decisions }, doingNow(session));
  });
}

/** Take a saved search away with all its decisions. */
export function dropSaved(session: Session, search: SavedSearch): Promise<boolean> {
  const label = { action: 'search.delete', detail: { name: nameFor(search.name) } };
  return edit(session, search, label, async (now) =>
    deleteSearch(now, await listSearchDecisions(session.db, now.id)),
  );
}

const verdictActions = {
  accepted: { action: 'search.accept' },
  dismissed: { action: 'search.dismiss' },
  open: { action: 'search.reopen' },
  known: { action: 'search.seen' },
} as const satisfies Record<Verdict, { readonly action: string }>;

/** Decide on articles a saved search found; those of which that is decided already are passed over. */
export function decideOn(
  session: Session,
  search: SavedSearch,
  articleIds: readonly ArticleId[],
  verdict: Verdict,
): Promise<boolean> {
  const detail = { name: nameFor(search.name), count: articleIds.length };
  return edit(session, search, { ...verdictActions[verdict], detail }, async (now) => {
    const verdicts = verdictsOf(now.id, await listSearchDecisions(session.db, now.id));
    const others = articleIds.filter((id) => (verdicts.get(id) ?? 'open') !== verdict);
    return decide(now.id, verdict, others, doingNow(session));
  });
}

/** Who does something, and when. */
export function doingNow(session: Session): Doing {
  return { analystId: session.analystId, now: new Date().toISOString(), newId };
}

/** Edit a search as it is when its turn has come. Answers whether it was kept. */
async function edit(
  session: Session,
  { id }: SavedSearch,
  label: Parameters<Session['commit']>[0],
  plan: (search: SavedSearch) => Change[] | Promise<Change[]>,
): Promise<boolean> {
  const outcome = await session.commit(label, async () => {
    const current = await findSavedSearch(session.db, id);
    return current === null ? [] : plan(current);
  });
  return outcome.ok;
}

/** The articles a question finds in the index as it is; throws while there is none. */
async function findNow(ask: SavedAsk): Promise<readonly ArticleId[]> {
  const { client } = searchEngine.getState();
  if (client === null) throw new Error('the search stopped working');
  const [found = []] = await client.call('matches', { asks: [askOf(ask)] });
  return found;
}
