import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseActors } from '#core/actors/parse-actors.ts';
import { scanWords } from '#core/search/scan-words.ts';

const bundled: unknown = JSON.parse(readFileSync('resources/actors.json', 'utf8'));

/** A registry of one actor, changed. */
function registry(change: { actor?: object; alias?: object; more?: object[] }): unknown {
  const alias = { text: 'GSIM', source: 'own', ...change.alias };
  const actor = { id: 'jnim', name: 'JNIM', kind: 'armed-group', aliases: { fr: [alias] }, ...change.actor };
  return { sources: { own: 'What it calls itself' }, actors: [actor, ...(change.more ?? [])] };
}

describe('parseActors', () => {
  it('reads an actor with its aliases', () => {
    const [actor] = parseActors(registry({ alias: { until: '2022-03', note: 'Old.' } }));

    expect(actor).toEqual({
      id: 'jnim',
      name: 'JNIM',
      kind: 'armed-group',
      note: '',
      aliases: [
        {
          text: 'GSIM',
          language: 'fr',
          source: 'own',
          from: null,
          until: '2022-03',
          isOpen: false,
          near: [],
          ambiguousWith: [],
          alsoMeans: [],
          note: 'Old.',
        },
      ],
    });
  });

  it.each<[string, Parameters<typeof registry>[0], RegExp]>([
    ['an unknown kind', { actor: { kind: 'gang' } }, /jnim\.kind/],
    ['an unknown field', { actor: { nmae: 'x' } }, /unknown field nmae/],
    ['an unknown field of an alias', { alias: { sorce: 'own' } }, /unknown field sorce/],
    ['a source that is not there', { alias: { source: 'hearsay' } }, /GSIM.*source.*not among/],
    ['an empty name', { actor: { name: '' } }, /jnim\.name is no text/],
    ['a wrong date', { alias: { from: 'March' } }, /GSIM.*from is no date/],
    ['an actor that is not there', { alias: { ambiguousWith: ['x'] } }, /ambiguous with x/],
    ['nearness for a name that is clear', { alias: { near: ['Mali'] } }, /near/],
    ['a language it does not know', { actor: { aliases: { de: [] } } }, /de is no language/],
    ['no alias', { actor: { aliases: {} } }, /has no alias/],
  ])('refuses %s and says where', (_, change, message) => {
    expect(() => parseActors(registry(change))).toThrow(message);
  });

  it('refuses an id or a name that comes twice', () => {
    const again = { id: 'jnim', name: 'x', kind: 'person', aliases: { en: [{ text: 'x', source: 'own' }] } };
    const twice = [
      { text: 'GSIM', source: 'own' },
      { text: 'GSIM', source: 'own' },
    ];

    expect(() => parseActors(registry({ more: [again] }))).toThrow(/jnim comes twice/);
    expect(() => parseActors(registry({ actor: { aliases: { fr: twice } } }))).toThrow(/GSIM.*comes twice/);
  });
});

describe('the bundled registry', () => {
  const actors = parseActors(bundled);

  it('has the actors the program is made for', () => {
    const ids = actors.map(({ id }) => id);

    for (const id of [
      'jnim',
      'is-sahel',
      'csp',
      'fama',
      'wagner',
      'aes',
      'minusma',
      'barkhane',
      'g5-sahel',
      'ecowas',
    ])
      expect(ids).toContain(id);
  });

  it('leaves a name open that two actors share, and both say so', () => {
    const holders = new Map<string, { id: string; ambiguousWith: readonly string[] }[]>();
    for (const { id, aliases } of actors) {
      for (const { text, ambiguousWith } of aliases) {
        const key = scanWords(text)
          .map(({ word }) => word)
          .join('');
        const list = holders.get(key) ?? [];
        if (!list.some((one) => one.id === id)) holders.set(key, [...list, { id, ambiguousWith }]);
      }
    }
    const unsaid = [...holders].filter(([, list]) =>
      list.some(({ ambiguousWith }) => [...ambiguousWith, ''].sort().length !== list.length),
    );

    expect(unsaid).toEqual([]);
  });

  it('has a word in every alias', () => {
    const empty = actors.flatMap(({ aliases }) => aliases).filter(({ text }) => scanWords(text).length === 0);

    expect(empty).toEqual([]);
  });
});
