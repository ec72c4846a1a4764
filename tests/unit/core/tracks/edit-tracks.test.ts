import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recordSchemas } from '#core/exchange/record-schemas.ts';
import { reverse } from '#core/history/change.ts';
import {
  addWaypoint,
  dateWaypoint,
  deleteTrack,
  keepTrack,
  moveWaypoint,
  nameWaypoint,
  removeWaypoint,
  reshapeTrack,
  shiftWaypoint,
  turnRound,
} from '#core/tracks/edit-tracks.ts';
import { linkToTrack, unlinkFromTrack } from '#core/tracks/link-passage.ts';
import { maxTrackPassages, maxWaypoints, type Track } from '#core/tracks/track.ts';
import { days, passage, track, waypoint } from './tracks.ts';

const now = '2024-10-02T08:00:00.000Z';
const [gao, kidal] = [waypoint('Gao', 16.27, -0.04), waypoint('Kidal', 18.44, 1.41)];

it('keeps what is new, what changed, and nothing else', () => {
  const one = track('convoy');
  const longer = { ...one, waypoints: [gao] };

  expect(keepTrack(null, one, now)).toEqual([
    { table: 'tracks', id: 'convoy', before: null, after: { ...one, updatedAt: now } },
  ]);
  expect(keepTrack(one, longer, now)).toEqual([
    { table: 'tracks', id: 'convoy', before: one, after: { ...longer, updatedAt: now } },
  ]);
  expect(keepTrack(one, { ...one, updatedAt: now }, now)).toEqual([]);
  expect(reverse(deleteTrack(one))).toEqual([{ table: 'tracks', id: 'convoy', before: null, after: one }]);
});

it('refuses what could not be stored', () => {
  const many = Array.from({ length: maxWaypoints + 1 }, () => gao);
  expect(() => keepTrack(null, track('x'.repeat(301)), now)).toThrow(RangeError);
  expect(() => keepTrack(null, track('a', { note: 'x'.repeat(4_001) }), now)).toThrow(RangeError);
  expect(() => keepTrack(null, track('a', { waypoints: many }), now)).toThrow(RangeError);
});

it('lays waypoints in the order of the way', () => {
  const way = addWaypoint(addWaypoint(track('convoy'), gao), kidal);
  const between = waypoint('', 17.3, 0.7);

  expect(names(way)).toEqual(['Gao', 'Kidal']);
  expect(names(addWaypoint(way, between, 1))).toEqual(['Gao', '', 'Kidal']);
  expect(names(shiftWaypoint(way, 1, -1))).toEqual(['Kidal', 'Gao']);
  expect(names(turnRound(way))).toEqual(['Kidal', 'Gao']);
  expect(shiftWaypoint(way, 1, 1)).toBe(way);
  expect(names(removeWaypoint(way, 0))).toEqual(['Kidal']);
  const full = track('full', { waypoints: Array.from({ length: maxWaypoints }, () => gao) });
  expect(addWaypoint(full, kidal)).toBe(full);
});

it('takes the name of the place from a point that is moved off it, and keeps its days', () => {
  const arrival = days('2024-09-12');
  const way = dateWaypoint(track('convoy', { waypoints: [gao, kidal] }), 1, arrival);

  expect(moveWaypoint(way, 1, { lat: 18.5, lon: 1.4 }).waypoints).toEqual([
    gao,
    { name: '', lat: 18.5, lon: 1.4, dating: arrival },
  ]);
  expect(moveWaypoint(way, 1, kidal).waypoints[1]).toEqual({ ...kidal, dating: arrival });
  expect(nameWaypoint(way, 1, 'Camp 2').waypoints[1]?.name).toBe('Camp 2');
  expect(moveWaypoint(way, 7, kidal)).toBe(way);
});

it('keeps name and days of the points that stayed when a way is pulled about', () => {
  const arrival = days('2024-09-12');
  const way = dateWaypoint(track('convoy', { waypoints: [gao, kidal] }), 1, arrival);
  const pulled = reshapeTrack(way, [
    { lat: gao.lat, lon: gao.lon, was: 0 },
    { lat: 17.3, lon: 0.6, was: null },
    { lat: 18.5, lon: 1.5, was: 1 },
  ]);

  expect(pulled.waypoints).toEqual([
    gao,
    waypoint('', 17.3, 0.6),
    { name: '', lat: 18.5, lon: 1.5, dating: arrival },
  ]);
  // A point that was taken away takes its days with it.
  expect(reshapeTrack(way, [{ lat: kidal.lat, lon: kidal.lon, was: 1 }]).waypoints).toEqual([
    { ...kidal, dating: arrival },
  ]);
});

it('links a passage once, and no more or longer ones than a track may hold', () => {
  const said = passage('004', 593, 'the first arrived at the Kidal camp on Thursday 12 September');
  const linked = track('convoy', { passages: [said] });

  expect(linkToTrack(track('convoy'), said)).toEqual({ ok: true, record: linked });
  expect(linkToTrack(linked, { ...said, prefix: 'x' })).toMatchObject({ record: { passages: [said] } });
  expect(unlinkFromTrack(linked, said).passages).toEqual([]);
  const many = Array.from({ length: maxTrackPassages }, (_, at) => passage('001', at * 10, 'words'));
  expect(linkToTrack(track('a', { passages: many }), said)).toEqual({ ok: false, problem: 'too-many' });
  const long = passage('001', 0, 'x'.repeat(1_001));
  expect(linkToTrack(track('a'), long)).toEqual({ ok: false, problem: 'too-long' });
});

it('makes of any row of edits a record that can be stored and undone', () => {
  const edit = fc.oneof(
    fc.tuple(fc.double({ min: -90, max: 90, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true })),
    fc.nat(5),
  );
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 120 }), (edits) => {
      let way: Track = track('convoy');
      for (const each of edits) {
        const before = way;
        way =
          typeof each === 'number'
            ? removeWaypoint(turnRound(way), each)
            : addWaypoint(way, waypoint('', each[0], each[1]));
        const [change] = keepTrack(before, way, now);
        if (change === undefined) continue;
        expect(reverse([change])[0]?.after).toBe(before);
      }
      // An id that a schema takes.
      const stored = { ...way, id: '01920000-0000-7000-8000-000000000000', analystId: undefined };
      const { analystId: _, ...kept } = stored;
      expect(recordSchemas.tracks.safeParse(kept).success).toBe(true);
    }),
    { numRuns: 60 },
  );
});

function names({ waypoints }: Track): string[] {
  return waypoints.map(({ name }) => name);
}
