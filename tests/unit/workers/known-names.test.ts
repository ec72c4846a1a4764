import { expect, it } from 'vitest';
import type { ActorEntry } from '#core/actors/actor.ts';
import { parseActors } from '#core/actors/parse-actors.ts';
import type { ActorId } from '#core/ids.ts';
import { KnownNames } from '#workers/known-names.ts';

const program = parseActors({
  sources: { own: 'Its own' },
  actors: [
    { id: 'jnim', name: 'JNIM', kind: 'armed-group', aliases: { any: [{ text: 'GSIM', source: 'own' }] } },
  ],
});

it('knows what the analyst says of actors once it is told to look again', async () => {
  const entries: ActorEntry[] = [];
  const names = new KnownNames({ program, places: null, listEntries: async () => entries });
  expect(names.registry).toBeNull();
  await names.refresh();
  const lookUp = () => names.registry?.lookup(['gsim']).actors.map(({ entry }) => entry.name);
  expect(lookUp()).toEqual(['JNIM']);

  const said = { kind: 'alliance' as const, note: '', aliases: [], without: ['GSIM'], mergedInto: null };
  entries.push({ id: 'jnim' as ActorId, name: 'x', ...said, createdAt: '', updatedAt: '' });
  expect(lookUp()).toEqual(['JNIM']);
  await names.refresh();
  expect(lookUp()).toEqual([]);
});

it('knows nothing without the program’s registry', async () => {
  const names = new KnownNames({ program: null, places: null, listEntries: async () => [] });
  await names.refresh();
  expect(names.registry).toBeNull();
});
