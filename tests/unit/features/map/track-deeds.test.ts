import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Corner, circleRing, cutHole, makeCircle } from '#core/tracks/edit-areas.ts';
import type { Area, Circle } from '#core/tracks/track.ts';
import { beginArea, editArea, keepReshaped } from '#features/map/track-deeds.ts';
import type { Session } from '#state/session.ts';
import { Database } from '#storage/database.ts';
import { findArea } from '#storage/tracks.ts';
import { startSession } from '#tests/unit/state/memory-journal.ts';

const gao: Circle = { lat: 16.27, lon: -0.04, radiusKm: 100 };
const wider: Circle = { ...gao, radiusKm: 120 };
const hole: readonly Corner[] = [
  [-0.1, 16.2],
  [0.1, 16.2],
  [0, 16.4],
];
let opened = 0;
let db: Database;
let session: Session;
let circled: Area;

beforeEach(async () => {
  opened += 1;
  db = new Database(`track-deeds-${opened}`);
  ({ session } = await startSession(db));
  const id = await beginArea(session, 'Around Gao', (area) => makeCircle(area, gao));
  const kept = id === null ? null : await findArea(db, id);
  if (kept === null) throw new Error('no area was kept');
  circled = kept;
});

describe('keepReshaped', () => {
  it('keeps the holes that were cut after the handles of a circle were taken', async () => {
    await editArea(session, circled, { action: 'area.hole' }, (area) => cutHole(area, hole));
    const { id, name, rings } = circled;
    await keepReshaped(session, { kind: 'reshape-area', id, rings, isMoved: false, circle: wider }, name);
    const kept = await findArea(db, id);
    expect(kept?.circle).toEqual(wider);
    expect(kept?.rings).toEqual([circleRing(wider), hole]);
  });

  it('moves the holes of a circle along with the whole of it', async () => {
    const { id, name, rings } = circled;
    const east: Circle = { ...gao, lon: 1 };
    const moved = [...rings, hole.map(([lon, lat]): Corner => [lon + 1.04, lat])];
    await keepReshaped(
      session,
      { kind: 'reshape-area', id, rings: moved, isMoved: true, circle: east },
      name,
    );
    const kept = await findArea(db, id);
    expect(kept?.circle).toEqual(east);
    expect(kept?.rings).toEqual([circleRing(east), moved[1]]);
  });
});
