import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor, ActorAlias } from '#core/actors/actor.ts';
import type { PlaceNames } from '#core/geo/place-names.ts';
import type { ActorId } from '#core/ids.ts';
import { expandQuery } from '#core/search/names/alias-expansion.ts';
import { createAliasRegistry, spellingsOf } from '#core/search/names/alias-registry.ts';
import { parseQuery } from '#core/search/query/parse-query.ts';
import type { Query, QueryNode } from '#core/search/query/query.ts';
import { scanWords } from '#core/search/scan-words.ts';
import { stem } from '#core/search/stemmers.ts';
import { naiveSearch } from '#tests/unit/core/search/naive-search.ts';
import { importSeeds } from '#tests/unit/core/search/seed-documents.ts';

function actor(id: string, ...aliases: (string | (Partial<ActorAlias> & { text: string }))[]): Actor {
  const usual = {
    language: 'any',
    source: 'own',
    from: null,
    until: null,
    isOpen: false,
    near: [],
    ambiguousWith: [],
    alsoMeans: [],
    note: '',
  } as const;
  return {
    id: id as ActorId,
    name: id.toUpperCase(),
    kind: 'armed-group',
    note: '',
    aliases: aliases.map((alias) => ({ ...usual, ...(typeof alias === 'string' ? { text: alias } : alias) })),
  };
}

const actors = [
  actor('jnim', 'JNIM', 'GSIM', 'Group for the Support of Islam'),
  actor('fama', { text: 'FAMa', alsoMeans: ['Fama (ML)'] }, 'Malian army', "l'armée malienne"),
  actor('mali-forces', 'Malian', 'Malien'),
  actor('core', 'Daech', { text: 'Islamic State', isOpen: true, ambiguousWith: ['sahel'] }),
  actor('sahel', 'ISGS', 'IS Sahel', 'Islamic State in the Sahel', {
    text: 'Islamic State',
    isOpen: true,
    ambiguousWith: ['core'],
    near: ['Sahel', 'Burkina Faso'],
  }),
  actor('csp', 'CSP', 'CSP-DPA', 'Permanent Framework'),
  actor('macina', 'Macina'),
];
const tinZaouatine = { id: 'g:1', name: 'Ti-n-Zaouatene', spellings: ['Ti-n-Zaouatene', 'Tin Zaouatine'] };
const macina = { id: 'g:2', name: 'Macina', spellings: ['Macina', 'Massina'] };
const places: PlaceNames = {
  size: 2,
  find: (key) => (key.startsWith('tinzaouat') ? tinZaouatine : key === 'macina' ? macina : null),
};
const registry = createAliasRegistry(actors, places);

const on = { expands: true, withoutAliases: [] };

function expand(text: string, expanding: { expands: boolean; withoutAliases: string[] } = on) {
  return expandQuery(parseQuery(text), registry, expanding);
}

/** Entries of the alias nodes of a tree, in order. */
function entriesIn(node: QueryNode | null): string[] {
  if (node === null) return [];
  if (node.kind === 'alias') return [node.entry];
  if (node.kind === 'not') return entriesIn(node.of);
  if (node.kind === 'prefer') return [node.of, ...node.also].flatMap(entriesIn);
  return node.kind === 'all' || node.kind === 'any' ? node.of.flatMap(entriesIn) : [];
}

describe('expandQuery', () => {
  it.each<[string, string[]]>([
    ['JNIM', ['jnim']],
    ['jnim attack', ['jnim']],
    ['GSIM OR ISGS', ['jnim', 'sahel']],
    ['-JNIM mali', ['jnim']],
    ['title:JNIM', ['jnim']],
    ['JNIM^3', ['jnim']],
    // The longest name wins, in words beside one another, however they are parted
    ['Malian army', ['fama']],
    ['Malian tag:x army', ['mali-forces']],
    ['Malian OR army', ['mali-forces']],
    ['title:Malian army', ['mali-forces']],
    ["l'armée malienne", ['fama']],
    ['armée malienne', ['fama']],
    ['attack Malian army today', ['fama']],
    ['Tin Zaouatine', ['place:g:1']],
    ['Ti-n-Zaouatene', ['place:g:1']],
    ['tinzaouatine', ['place:g:1']],
    ['CSP-DPA', ['csp']],
    // The actor has no other spelling, the place has
    ['Macina', ['place:g:2']],
    // Stop words are lost from a query
    ['Group for the Support of Islam', ['jnim']],
    ['IS Sahel', ['sahel']],
    // Meant as it stands
    ['"JNIM"', []],
    ['"Malian army"', []],
    ['JNIM*', []],
    ['JNIM~1', []],
    ['tag:JNIM', []],
    ['source:JNIM', []],
    ['armies', []],
    ['sahel', []],
    ['', []],
  ])('finds in %s the names %j', (text, expected) => {
    expect(entriesIn(expand(text).query.root)).toEqual(expected);
  });

  it('searches for what was typed or another spelling, and shows which', () => {
    const { query, chips } = expand('JNIM');

    expect(query.root).toEqual({
      kind: 'alias',
      entry: 'jnim',
      name: 'JNIM',
      typed: parseQuery('JNIM').root,
      also: [
        { kind: 'word', word: 'gsim', how: 'exact', isName: false, field: null, boost: 1 },
        {
          kind: 'phrase',
          words: ['group', 'for', 'the', 'support', 'of', 'islam'],
          slack: null,
          field: null,
          boost: 1,
        },
      ],
    });
    expect(chips).toEqual([
      {
        entry: 'jnim',
        name: 'JNIM',
        typed: 'JNIM',
        also: ['GSIM', 'Group for the Support of Islam'],
        isOff: false,
      },
    ]);
  });

  it('looks for the other spellings where and as much as for what was typed', () => {
    const { root } = expand('title:JNIM^3').query;
    const also = root?.kind === 'alias' ? root.also : [];

    expect(also).toHaveLength(2);
    for (const node of also) expect(node).toMatchObject({ field: 'title', boost: 3 });
  });

  it('keeps words that make a name together as they were typed', () => {
    const { root } = expand('armée malienne').query;

    expect(root?.kind === 'alias' && root.typed).toEqual(parseQuery('armée malienne').root);
  });

  it('leaves out an entry that was switched off, and still shows it', () => {
    const { query, chips } = expand('JNIM ISGS', { expands: true, withoutAliases: ['jnim'] });

    expect(entriesIn(query.root)).toEqual(['sahel']);
    expect(chips.map(({ entry, isOff }) => [entry, isOff])).toEqual([
      ['jnim', true],
      ['sahel', false],
    ]);
  });

  it('searches for nothing else when names are not expanded', () => {
    const parsed = parseQuery('JNIM armée malienne');

    expect(expandQuery(parsed, registry, { expands: false, withoutAliases: [] })).toEqual({
      query: parsed,
      chips: [],
    });
  });

  it.each([true, false])('means an actor with all its spellings, expanded or not (%s)', (expands) => {
    const { query, chips } = expand('actor:jnim', { expands, withoutAliases: [] });

    expect(entriesIn(query.root)).toEqual(['jnim']);
    expect(chips).toHaveLength(1);
    expect(entriesIn(expand('actor:nobody', { expands, withoutAliases: [] }).query.root)).toEqual([]);
  });

  it('knows an actor by its id, whose words are not looked for', () => {
    const { root } = expand('actor:core').query;

    expect(root).toMatchObject({ kind: 'alias', entry: 'core', typed: { kind: 'any', of: [] } });
    expect(expand('actor:core').chips[0]?.also).toEqual(['Daech']);
  });

  it('never takes a name that may mean several things for one of them, and says what it may mean', () => {
    const { query, chips } = expand('Islamic State attack');

    expect(query).toEqual(parseQuery('Islamic State attack'));
    expect(chips).toEqual([
      {
        entry: '?islamic state',
        name: 'Islamic State',
        typed: 'Islamic State',
        also: [],
        isOff: false,
        mayMean: [
          { entry: 'core', name: 'CORE' },
          { entry: 'sahel', name: 'SAHEL' },
        ],
      },
    ]);
    expect(expand('actor:"islamic state"').query).toEqual(parseQuery('actor:"islamic state"'));
  });

  it('searches for such a name only near a word that tells, and not at all without one', () => {
    const [, , near] = spellingsOf(actorEntry('sahel'));

    expect(near?.label).toBe('Islamic State … Sahel/Burkina Faso');
    expect(near?.nodes).toMatchObject([
      { kind: 'phrase', words: ['islamic', 'state', 'sahel'], slack: 8 },
      { kind: 'phrase', words: ['islamic', 'state', 'burkina', 'faso'], slack: 8 },
    ]);
    expect(spellingsOf(actorEntry('core')).map(({ label }) => label)).toEqual(['Daech']);
  });

  it('says what else has the name it was taken for', () => {
    expect(expand('FAMa').chips[0]?.mayMean).toEqual([{ entry: null, name: 'Fama (ML)' }]);
    expect(expand('JNIM').chips[0]?.mayMean).toBeUndefined();
  });

  it('shows one chip for a name typed in two ways', () => {
    expect(expand('JNIM GSIM').chips.map(({ entry, typed }) => [entry, typed])).toEqual([
      ['jnim', 'JNIM, GSIM'],
    ]);
  });

  it('does not search again for what a typed word finds anyway', () => {
    expect(expand('CSP').chips[0]?.also).toEqual(['Permanent Framework']);
    expect(spellingsOf(actorEntry('csp')).map(({ label }) => label)).toEqual(['CSP', 'Permanent Framework']);
  });

  it('shows a name that was typed with a hyphen while it is being typed', () => {
    const typed = parseQuery('tin-zaouatine', { isTyping: true });

    expect(entriesIn(expandQuery(typed, registry, on).query.root)).toEqual(['place:g:1']);
  });
});

const seeds = await importSeeds();

describe('a query with its names expanded', () => {
  const find = (query: Query) => naiveSearch(query, seeds, { scan: scanWords, stem });
  const word = fc.constantFrom(
    ...[
      'JNIM',
      'GSIM',
      'Malian',
      'army',
      'Islamic',
      'State',
      'ISGS',
      'Tin',
      'Zaouatine',
      'CSP',
      'mali',
      'attack',
    ],
    ...['tri-border', '"Malian army"', 'OR', 'actor:CSP', 'title:Malian'],
  );
  const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));

  it('finds at least what it finds as it stands', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const found = new Set(find(expand(typed).query));

        expect(find(parseQuery(typed)).filter((id) => !found.has(id))).toEqual([]);
      }),
    );
  });

  it('is the same whenever it is expanded, and changes no more when it is expanded again', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const once = expand(typed);

        expect(expand(typed)).toEqual(once);
        expect(expandQuery(once.query, registry, on).query).toEqual(once.query);
      }),
    );
  });
});

function actorEntry(id: string) {
  const entry = registry.actor(id);
  if (entry === null) throw new Error(`There is no ${id}`);
  return entry;
}
