import { describe, expect, it } from 'vitest';
import type { Actor, ActorAlias } from '#core/actors/actor.ts';
import type { ActorId, ArticleId } from '#core/ids.ts';
import { createSearchIndex } from '#core/search/index/create-search-index.ts';
import { createAliasRegistry } from '#core/search/names/alias-registry.ts';
import { listActorHits } from '#core/search/results/actor-hits.ts';
import { hasSlot } from '#core/search/results/slot-set.ts';

const alias = (text: string, other: Partial<ActorAlias> = {}): ActorAlias => ({
  text,
  language: 'any',
  source: '',
  from: null,
  until: null,
  isOpen: false,
  near: [],
  ambiguousWith: [],
  alsoMeans: [],
  note: '',
  ...other,
});
const actor = (id: string, aliases: readonly ActorAlias[]): Actor => {
  return { id: id as ActorId, name: id.toUpperCase(), kind: 'armed-group', note: '', aliases };
};

const registry = createAliasRegistry(
  [
    actor('jnim', [alias('JNIM'), alias('GSIM'), alias("Groupe de soutien à l'islam et aux musulmans")]),
    actor('csp', [alias('CSP', { isOpen: true, near: ['Azawad'] })]),
    actor('nobody', [alias('Nobody at all')]),
  ],
  null,
);
const texts = [
  'JNIM fighters came.',
  "Le Groupe de soutien à l'islam et aux musulmans revendique.",
  'The group of support for nobody.',
  'The CSP of the Azawad met.',
  'A CSP header was sent.',
];

describe('listActorHits', () => {
  it('finds each actor in any spelling, one that may mean something else only beside what tells', () => {
    const index = createSearchIndex();
    index.add(
      texts.map((text, at) => {
        return {
          id: String(at) as ArticleId,
          title: '',
          text,
          noise: [],
          language: at === 1 ? 'fr' : 'en',
          fingerprint: at,
        };
      }),
    );

    const hits = [...listActorHits(index, registry)];

    const found = hits.map(({ entry, name, slots }) => [
      entry,
      name,
      texts.flatMap((_, at) => (hasSlot(slots, index.slotOf(String(at) as ArticleId)) ? [at] : [])),
    ]);
    expect(found).toEqual([
      ['jnim', 'JNIM', [0, 1]],
      ['csp', 'CSP', [3]],
    ]);
  });
});
