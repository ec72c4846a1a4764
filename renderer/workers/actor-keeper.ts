import type { SearchIndex } from '#core/search/index/create-search-index.ts';
import { listActorHits } from '#core/search/results/actor-hits.ts';
import type { ArticleFacts } from '#core/search/results/article-facts.ts';
import type { ActorHits } from '#core/search/results/narrow-slots.ts';
import type { KnownNames } from './known-names.ts';

type Parts = {
  readonly index: Pick<SearchIndex, 'find'>;
  readonly names: Pick<KnownNames, 'registry'>;
  readonly facts: Pick<ArticleFacts, 'setActors'>;
};

/** So long is looked before others get their turn: no question may wait for longer. */
const turnMs = 8;

/** Between two looks, so many times as long as the last one took: while articles come in it would be done in vain. */
const restTimes = 10;

/** Keeps which articles name which actor level with the index. */
export class ActorKeeper {
  readonly #parts: Parts;
  #looking = 0;
  #restsUntil = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Look for all actors anew, since the index has changed; a look that is under way gives way to this one. */
  async look(): Promise<void> {
    this.#looking += 1;
    const own = this.#looking;
    const rest = this.#restsUntil - performance.now();
    if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
    if (own !== this.#looking) return;
    const startedAt = performance.now();
    const { index, names, facts } = this.#parts;
    const registry = names.registry ?? { actors: [] };
    const found: ActorHits[] = [];
    let began = performance.now();
    for (const hits of listActorHits(index, registry)) {
      found.push(hits);
      if (performance.now() - began < turnMs) continue;
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (own !== this.#looking) return;
      began = performance.now();
    }
    facts.setActors(found);
    const endedAt = performance.now();
    this.#restsUntil = endedAt + restTimes * (endedAt - startedAt);
  }
}
