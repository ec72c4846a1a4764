import type { SearchIndex } from '#core/search/index/create-search-index.ts';
import { type AliasRegistry, spellingsOf } from '#core/search/names/alias-registry.ts';
import type { ActorHits } from './narrow-slots.ts';
import { slotSetOf } from './slot-set.ts';

/**
 * Look for every actor of the registry in all its spellings, one at a time, so that a search can come in between. An
 * actor that no article names is left out. A spelling occurs, that is all: nobody has said who is meant.
 */
export function* listActorHits(
  index: Pick<SearchIndex, 'find'>,
  registry: Pick<AliasRegistry, 'actors'>,
): Generator<ActorHits> {
  for (const entry of registry.actors) {
    const of = spellingsOf(entry).flatMap(({ nodes }) => nodes);
    const { slots } = index.find({ root: { kind: 'any', of }, inNoise: false, isCut: false });
    if (slots.length > 0) yield { entry: entry.id, name: entry.name, slots: slotSetOf(slots) };
  }
}
