import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { JoinedActor } from '#core/actors/join-actors.ts';
import type { ActorId, ArticleId } from '#core/ids.ts';
import { isDoubtful } from '#core/mentions/found-item.ts';
import { itemsToShow, type ShownItem } from '#core/mentions/items-to-show.ts';
import type { TextSpan } from '#core/text/span.ts';
import { useActors } from '#state/known-actors.ts';
import { type UnderlinedKind, usePreferences } from '#state/preferences.ts';
import { useSession } from '#state/session.ts';
import { listFindingRules, listFindings } from '#storage/findings.ts';
import { readFoundItems } from '#storage/found-items.ts';
import { findingEngine } from './finding-engine.ts';

/** An actor, person, date or figure as the reader underlines it. */
export type UnderlinedItem = {
  readonly id: string;
  readonly span: TextSpan;
  readonly status: 'suggested' | 'accepted';
  readonly kind: UnderlinedKind;
};

const noItems: readonly ShownItem[] = [];

/** What was decided and what is suggested in an article beside places, in the order of the text. */
export function useArticleItems(articleId: ArticleId | null): readonly ShownItem[] {
  const { db } = useSession();
  const client = useStore(findingEngine, (state) => state.client);
  useEffect(() => {
    if (client === null || articleId === null) return;
    client
      .call('find', { name: db.name, id: articleId })
      .catch((error: unknown) => findingEngine.setState({ failure: String(error) }));
  }, [client, db, articleId]);
  const found = useLiveQuery(async () => {
    if (articleId === null) return null;
    const items = (await readFoundItems(db, articleId))?.items ?? [];
    const here = await listFindings(db, articleId);
    const everywhere = await listFindingRules(db);
    return { articleId, shown: itemsToShow(items, { here, everywhere }) };
  }, [db, articleId]);
  return found?.articleId === articleId ? found.shown : noItems;
}

/** The registry by id, to tell what an actor is called now. */
export function useActorsById(): ReadonlyMap<ActorId, JoinedActor> {
  const actors = useActors();
  return useMemo(() => {
    const byId = new Map(actors.map((actor) => [actor.id, actor]));
    for (const actor of actors) for (const { id } of actor.merged) byId.set(id, actor);
    return byId;
  }, [actors]);
}

/** What kind of thing is underlined: people are told from other actors. */
export function underlinedKind(item: ShownItem, byId: ReadonlyMap<ActorId, JoinedActor>): UnderlinedKind {
  if (item.kind !== 'actor') return item.kind;
  if (item.actorId === null) return 'person';
  return byId.get(item.actorId)?.kind === 'person' ? 'person' : 'actor';
}

/**
 * What to underline of an article, of the kinds the analyst wants to see: what is accepted, and suggestions that are not
 * doubtful; those are in the panel.
 */
export function useUnderlined(articleId: ArticleId | null): readonly UnderlinedItem[] {
  const shown = useArticleItems(articleId);
  const byId = useActorsById();
  const kinds = usePreferences((state) => state.underlined);
  return useMemo(
    () =>
      shown.flatMap((one) => {
        const { id, span, status, item } = one;
        const kind = underlinedKind(one, byId);
        if (status === 'rejected' || !kinds.includes(kind)) return [];
        if (status === 'suggested' && item !== null && kind === 'actor' && isDoubtful(item)) return [];
        return [{ id, span, status, kind }];
      }),
    [shown, byId, kinds],
  );
}
