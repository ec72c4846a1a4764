import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findActors } from '#core/actors/find-actors.ts';
import { joinActors } from '#core/actors/join-actors.ts';
import { parseActors } from '#core/actors/parse-actors.ts';

const actors = joinActors(parseActors(JSON.parse(readFileSync('resources/actors.json', 'utf8'))), []);
const found = (query: string, kind: Parameters<typeof findActors>[2] = null) =>
  findActors(actors, query, kind).map(({ actor, by }) => [actor.id, by]);

it('finds an actor by any of its names, without regard to accents and case, and says by which', () => {
  expect(found('rvim')).toEqual([['jnim', 'RVIM']]);
  expect(found('ETAT ISLAMIQUE DU GRAND SAHARA')).toEqual([['is-sahel', 'État islamique du Grand Sahara']]);
});

it('has those called so before those known as such, and only of the kind that is asked for', () => {
  const names = found('mali');
  const called = names.filter(([, by]) => by === null);

  expect(names.slice(0, called.length)).toEqual(called);
  expect(called.map(([id]) => id)).toContain('fama');
  expect(found('mali', 'state-forces').map(([id]) => id)).toEqual(['fama']);
});

it('has all of them for nothing', () => {
  expect(found(' ')).toHaveLength(actors.length);
});
