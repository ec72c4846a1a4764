import { afterEach, describe, expect, it } from 'vitest';
import {
  closeMapImport,
  confirmMapImport,
  mapImport,
  type ReadyFile,
} from '#features/map-exchange/map-import.ts';
import type { Session } from '#state/session.ts';

afterEach(() => mapImport.setState({ step: 'idle' }, true));

describe('an import that can’t be written', () => {
  it('says why, and its dialog can be closed', async () => {
    const session = {
      commit: () => Promise.reject(new Error('a record changes twice')),
    } as unknown as Session;
    const ready: ReadyFile = {
      step: 'file',
      fileName: 'theirs.geojson',
      session,
      form: 'geojson',
      features: [],
      problems: [],
      take: 'file',
      pointsAs: 'events',
      takenPlaces: new Set(),
      plan: { changes: [], added: {}, changed: {}, same: 0, differing: [], otherPlaces: [], problems: [] },
    };
    mapImport.setState(ready, true);

    await confirmMapImport();

    expect(mapImport.getState()).toMatchObject({
      step: 'failed',
      problem: { message: 'a record changes twice' },
    });
    closeMapImport();
    expect(mapImport.getState()).toEqual({ step: 'idle' });
  });
});
