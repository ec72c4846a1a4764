import { bench, describe } from 'vitest';
import type { PlaceId, TagId } from '#core/ids.ts';
import { createArticleFacts } from '#core/search/results/article-facts.ts';
import { slotSetOf } from '#core/search/results/slot-set.ts';
import { makeTag } from '#tests/unit/storage/make-records.ts';

const articleCount = 50_000;
const tags = Array.from({ length: 200 }, (_, at) => ({
  ...makeTag(`tag ${at}`),
  parentId: at < 20 ? null : (`tag ${at % 20}` as TagId),
}));
const places = Array.from({ length: 4_000 }, (_, at) => {
  return { id: `g:${at}` as PlaceId, name: `Place ${at}`, aliases: [] };
});
const facts = createArticleFacts();
for (let slot = 0; slot < articleCount; slot++)
  facts.put(slot, {
    group: null,
    publisher: `Publisher ${slot % 150}`,
    carrier: slot % 3 === 0 ? `Carrier ${slot % 9}` : null,
    language: slot % 4 === 0 ? 'fr' : 'en',
    date: slot % 10 === 0 ? null : `20${10 + (slot % 15)}-0${1 + (slot % 9)}-1${slot % 10}`,
    status: slot % 5 === 0 ? 'read' : 'unread',
    isFlagged: slot % 50 === 0,
    hasHighlight: slot % 7 === 0,
    hasNote: false,
    tagIds: slot % 7 === 0 ? [tags[slot % 200], tags[(slot * 31) % 200]].flatMap((tag) => tag?.id ?? []) : [],
    places: Array.from({ length: 10 }, (_, at) => places[(slot * 7 + at * at * 13) % places.length]).flatMap(
      (place) => (place === undefined ? [] : [{ place, isSuggested: slot % 2 === 0 }]),
    ),
  });
facts.setTags(tags);
facts.setActors(
  Array.from({ length: 300 }, (_, at) => {
    const slots = Uint32Array.from({ length: articleCount / (at + 2) }, (_slot, index) => index * (at + 2));
    return { entry: String(at), name: `Actor ${at}`, slots: slotSetOf(slots) };
  }),
);
const all = Uint32Array.from({ length: articleCount }, (_, slot) => slot);
const narrowing = [
  { facet: 'language', values: ['en'] },
  { facet: 'year', values: ['2012', '2013'] },
] as const;

const scoreOf = (slot: number) => (slot * 7919) % 10_007;

describe('50,000 articles found', () => {
  bench('count 8 facets', () => {
    facts.countFacets(facts.narrow(all, []), { narrowing: [], texts: null });
  });
  bench('narrow by two facets and count', () => {
    facts.countFacets(facts.narrow(all, narrowing), { narrowing, texts: null });
  });
  for (const order of ['relevance', 'newest', 'unread'] as const)
    bench(`sort by ${order}`, () => {
      facts.order(all, { order, scoreOf, texts: null }).slice(0, 30);
    });
  bench('sort by relevance, to the last', () => {
    facts.order(all, { order: 'relevance', scoreOf, texts: null }).slice(articleCount - 30, articleCount);
  });
});
