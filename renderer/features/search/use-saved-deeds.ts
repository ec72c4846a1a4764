import { plural, t as say } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { ArticleId, TagId } from '#core/ids.ts';
import { maxSavedLength, type SavedSearch, savedLength, type Verdict } from '#core/search/saved-search.ts';
import type { SavedAsk } from '#core/search/saved-searches.ts';
import { announce, notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { changeSaved, decideOn, dropSaved, keepSearch, renameSaved } from './saved-deeds.ts';
import { openSavedSearch, savedDesk } from './saved-desk.ts';
import { searchEngine } from './search-engine.ts';
import { tagFound } from './tag-found.ts';

/** What can be done with saved searches and what they found; each tells what came of it. */
export type SavedDeeds = {
  readonly save: (ask: SavedAsk, name: string) => void;
  readonly rename: (search: SavedSearch, name: string) => void;
  readonly change: (search: SavedSearch, ask: SavedAsk) => void;
  readonly drop: (search: SavedSearch) => void;
  /** `next` is chosen then; `null`: none is. */
  readonly decide: (
    search: SavedSearch,
    articleIds: readonly ArticleId[],
    verdict: Verdict,
    next: ArticleId | null,
  ) => void;
  readonly tag: (
    search: SavedSearch,
    articleIds: readonly ArticleId[],
    tagId: TagId,
    next: ArticleId | null,
  ) => void;
};

/** What can be done with saved searches. */
export function useSavedDeeds(): SavedDeeds {
  const { t } = useLingui();
  const session = useSession();
  const offerUndo = useOfferUndo();
  /** Do it, and say so when the index could not be asked. */
  const run = (deed: () => Promise<void>) => {
    deed().catch((error: unknown) => {
      const reason = String(error);
      notify({ kind: 'danger', text: t`The saved search could not be changed: ${reason}` });
    });
  };
  const refuse = (ask: SavedAsk) => {
    const { client, progress } = searchEngine.getState();
    if (client === null || progress !== null) {
      // What the index lacks yet would be shown as new later.
      notify({ kind: 'warn', text: t`The index is still being built: save the search when it is done.` });
      return true;
    }
    if (savedLength(ask) <= maxSavedLength) return false;
    notify({ kind: 'danger', text: t`This search is too long to be saved. Take some words out of it.` });
    return true;
  };
  return {
    save: (ask, name) => {
      if (refuse(ask)) return;
      run(async () => {
        const id = await keepSearch(session, ask, name);
        if (id === null) return;
        savedDesk.setState({ openId: id, view: 'new', chosen: new Set() });
        notify({
          kind: 'good',
          text: t`The search is saved. What it finds from now on is shown as new.`,
          action: { label: t`Show it`, run: () => openSavedSearch(id) },
        });
      });
    },
    rename: (search, name) =>
      run(async () => {
        if (await renameSaved(session, search, name)) announce(t`Renamed`);
      }),
    change: (search, ask) => {
      if (refuse(ask)) return;
      run(async () => {
        if (await changeSaved(session, search, ask)) announce(t`Changed`);
      });
    },
    drop: (search) =>
      run(async () => {
        const { name } = search;
        if (!(await dropSaved(session, search))) return;
        savedDesk.setState(({ openId }) => (openId === search.id ? { openId: null } : {}));
        await offerUndo(t`Deleted the saved search “${name}”.`);
      }),
    decide: (search, articleIds, verdict, next) =>
      run(async () => {
        if (articleIds.length === 0 || !(await decideOn(session, search, articleIds, verdict))) return;
        choose(next);
        await offerUndo(decidedWords(verdict, articleIds.length));
      }),
    tag: (search, articleIds, tagId, next) =>
      run(async () => {
        const done = await tagFound(session, search, articleIds, tagId);
        if (done === null) return;
        choose(next);
        await offerUndo(taggedWords(done.passages, done.articles));
      }),
  };
}

function choose(next: ArticleId | null): void {
  savedDesk.setState({ chosen: new Set(next === null ? [] : [next]) });
}

function decidedWords(verdict: Verdict, articles: number): string {
  switch (verdict) {
    case 'accepted':
      return plural(articles, { one: 'Accepted # article.', other: 'Accepted # articles.' });
    case 'dismissed':
      return plural(articles, { one: 'Dismissed # article.', other: 'Dismissed # articles.' });
    case 'known':
      return plural(articles, { one: 'Marked # article as seen.', other: 'Marked # articles as seen.' });
    default:
      return plural(articles, {
        one: 'Put # article back into the inbox.',
        other: 'Put # articles back into the inbox.',
      });
  }
}

function taggedWords(passages: number, articles: number): string {
  const marked = plural(passages, { one: 'Tagged # passage', other: 'Tagged # passages' });
  const accepted = plural(articles, { one: 'accepted # article', other: 'accepted # articles' });
  return say`${marked}, ${accepted}.`;
}
