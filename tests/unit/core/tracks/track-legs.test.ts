import { expect, it } from 'vitest';
import { trackDays, trackLegs } from '#core/tracks/track-legs.ts';
import { days, track, waypoint } from './tracks.ts';

// As the gazetteer has them.
const kidal = { lat: 18.4411, lon: 1.4078 };
const aguelhok = { lat: 19.4623, lon: 0.8551 };

it('measures the way the press measures it', () => {
  // “Aguelhok, 130 kilometres as the crow flies north of Kidal”: an article of the seeds.
  const [leg] = trackLegs(
    track('convoy', {
      waypoints: [waypoint('Kidal', kidal.lat, kidal.lon), waypoint('Aguelhok', aguelhok.lat, aguelhok.lon)],
    }),
  );
  expect(leg?.km).toBeGreaterThan(125);
  expect(leg?.km).toBeLessThan(135);
  expect(leg?.bearing).toBeGreaterThan(315);
  expect(leg?.days).toBeNull();
});

it.each([
  { from: days('2024-09-12'), to: days('2024-09-19'), least: 7, most: 7 },
  { from: days('2024-09-12'), to: days('2024-09-20', '2024-09-22'), least: 8, most: 10 },
  { from: days('2024-09-01', '2024-09-30'), to: days('2024-09-19'), least: 0, most: 18 },
])('counts the days from $from.from to $to.from', ({ from, to, least, most }) => {
  const [leg] = trackLegs(
    track('convoy', { waypoints: [waypoint('a', 16, 0, from), waypoint('b', 17, 0, to)] }),
  );
  expect(leg).toMatchObject({ days: { least, most }, isBackInTime: false });
});

it('says when the dates run backwards, and nothing where a day is open', () => {
  const legs = trackLegs(
    track('convoy', {
      waypoints: [
        waypoint('a', 16, 0, days('2024-09-19')),
        waypoint('b', 17, 0, days('2024-09-12')),
        waypoint('c', 18, 0, days('2024-09-20', null)),
      ],
    }),
  );
  expect(legs.map(({ days, isBackInTime }) => [days, isBackInTime])).toEqual([
    [null, true],
    [null, false],
  ]);
  expect(trackLegs(track('empty'))).toEqual([]);
});

it('reaches from the first day known to the last', () => {
  const dated = [days('2024-09-19'), days(null), days('2024-09-12', null), days(null, '2024-09-25')];
  const waypoints = dated.map((dating, at) => waypoint('', at, at, dating));
  expect(trackDays({ waypoints })).toEqual({ from: '2024-09-12', until: '2024-09-25' });
  expect(trackDays({ waypoints: [] })).toEqual({ from: null, until: null });
});
