import { describe, expect, it } from 'vitest';
import { expandQuery } from '#core/search/names/alias-expansion.ts';
import { spellingsOf } from '#core/search/names/alias-registry.ts';
import { settleName } from '#core/search/names/settle-name.ts';
import { parseQuery } from '#core/search/query/parse-query.ts';
import { bundledRegistry } from '#tests/unit/core/search/seed-search.ts';

describe('settleName', () => {
  it.each([
    ['Islamic State', 'actor:is-sahel'],
    ['islamic  state attack', 'actor:is-sahel attack'],
    ['mali (Islamic State OR JNIM)', 'mali (actor:is-sahel OR JNIM)'],
    ['-Islamic State', '-actor:is-sahel'],
    ['Islamic State Islamic State', 'actor:is-sahel actor:is-sahel'],
    ['actor:"Islamic State" mali', 'actor:is-sahel mali'],
    ['the “Islamic State” attack Islamic State', 'the “Islamic State” attack actor:is-sahel'],
    ['"Islamic State"', '"Islamic State"'],
    ['title:Islamic State', 'title:Islamic State'],
    ['Islamic', 'Islamic'],
    ['', ''],
  ])('makes of %s the query %s', (query, expected) => {
    expect(settleName(query, 'Islamic State', 'is-sahel')).toBe(expected);
  });

  it('gives a query that means the actor, for every actor there is', () => {
    for (const entry of bundledRegistry.actors) {
      const { id } = entry;
      const query = settleName('Islamic State', 'Islamic State', id);

      const { root } = parseQuery(query);
      const { chips } = expandQuery(parseQuery(query), bundledRegistry, {
        expands: true,
        withoutAliases: [],
      });

      expect(root?.kind).toBe('actor');
      // “Takuba” alone finds all spellings of it.
      const isAlone = spellingsOf(entry).length === 1;
      expect(chips).toMatchObject(isAlone && chips.length === 0 ? [] : [{ entry: id, isOff: false }]);
    }
  });
});
