import { expect, it } from 'vitest';
import { composeMap, type MapMaterial } from '#core/brief/compose-map.ts';
import type { FigureMark } from '#core/brief/map-figure.ts';
import type { AnalystId, AreaId, ArticleId, TrackId } from '#core/ids.ts';
import { undated } from '#core/time/dating.ts';
import { newArea } from '#core/tracks/edit-areas.ts';
import { newTrack } from '#core/tracks/edit-tracks.ts';
import type { Area, Track } from '#core/tracks/track.ts';
import { englishWords } from './english-words.ts';

const made = { analystId: 'a-1' as AnalystId, now: '2024-10-01T08:00:00.000Z' };
const day = { ...undated, from: '2024-09-12', until: '2024-09-12', precision: 1 } as const;
const passage = {
  articleId: '004' as ArticleId,
  textSha256: 'a'.repeat(64),
  start: 593,
  end: 653,
  exact: 'the first arrived at the Kidal camp on Thursday 12 September',
  prefix: '',
  suffix: '',
};
const convoy: Track = {
  ...newTrack({ ...made, id: 't-1' as TrackId }, 'First convoy'),
  waypoints: [
    { name: 'Gao', lat: 16.27, lon: -0.04, dating: undated },
    { name: 'Kidal', lat: 18.44, lon: 1.41, dating: day },
  ],
  passages: [passage],
};
const ground: Area = {
  ...newArea({ ...made, id: 'r-1' as AreaId }, 'Hinterland', [
    [
      [0, 15],
      [1, 15],
      [1, 16],
    ],
  ]),
  kind: 'control',
  dating: { ...undated, from: '2024-06-01' },
};
const material: MapMaterial = {
  mentions: [],
  tracks: [convoy],
  areas: [ground],
  citedArticles: new Set(),
  base: null,
  words: englishWords,
};

it('draws tracks and areas with their names, inside of the figure, and lists their days', () => {
  const { figure, places } = composeMap('', 1, material);

  expect(places).toEqual([
    {
      name: 'First convoy: Gao → Kidal (2024-09-12)',
      precision: 'Track',
      position: '',
      passages: '1 passage',
    },
    { name: 'Hinterland (2024-06-01/..)', precision: 'Area – control', position: '', passages: '0 passages' },
  ]);
  const dots = (figure?.marks ?? []).filter(
    (mark) => mark.kind === 'circle' && mark.radius === 2.4,
  ) as Extract<FigureMark, { kind: 'circle' }>[];
  // North is up and east is right: Kidal lies up and right of Gao. Only Kidal, which has its day, is filled.
  const [gao, kidal] = dots;
  expect(dots).toHaveLength(2);
  expect((kidal?.y ?? 0) < (gao?.y ?? 0) && (kidal?.x ?? 0) > (gao?.x ?? 0)).toBe(true);
  expect(gao?.fill).toBe('#ffffff');
  expect(kidal?.fill).toBe(kidal?.stroke);
  for (const { x, y } of dots) {
    expect(x > 0 && x < 760).toBe(true);
    expect(y > 0 && y < 470).toBe(true);
  }
  const words = figure?.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
  expect(words).toEqual(
    expect.arrayContaining(['First convoy', 'Gao', 'Kidal', 'Hinterland', 'Track', 'Area']),
  );
  expect(figure?.description).toBe('First convoy, Hinterland');
});

it('draws of a brief that cites only what rests on an article it cites', () => {
  const cited = composeMap('', 1, { ...material, citedArticles: new Set(['004' as ArticleId]) });
  const other = composeMap('', 1, { ...material, citedArticles: new Set(['001' as ArticleId]) });

  expect(cited.places.map(({ name }) => name)).toEqual(['First convoy: Gao → Kidal (2024-09-12)']);
  expect(cited.scope).toMatch(/Tracks and areas that rest on what it cites\.$/);
  expect(other.places).toEqual([]);
  expect(other.figure).toBeNull();
  expect(other.scope).toBe('No place has been accepted yet.');
});

it('leaves out what has no point yet', () => {
  const bare = { ...convoy, waypoints: [] };
  const line = { ...ground, rings: [ground.rings[0]?.slice(1) ?? []] };
  expect(composeMap('', 1, { ...material, tracks: [bare], areas: [line] }).figure).toBeNull();
});

it('draws the band of a track as wide as the scale bar says it is', () => {
  const banded = { ...convoy, uncertaintyKm: 40 };
  const { figure, places } = composeMap('', 1, { ...material, tracks: [banded], areas: [] });

  const marks = figure?.marks ?? [];
  const paths = marks.filter((mark) => mark.kind === 'path');
  const band = paths.find(({ isRound, strokeWidth }) => isRound === true && strokeWidth !== 12);
  const bar = paths.find(({ d }) => /^M[\d.]+ [\d.]+V[\d.]+H[\d.]+V[\d.]+$/.test(d));
  const [, left = 0, right = 0] = (/^M([\d.]+) .*H([\d.]+)V/.exec(bar?.d ?? '') ?? []).map(Number);
  const barText = marks.find((mark) => mark.kind === 'text' && / km$/.test(mark.text));
  const barKm = Number.parseInt(barText?.kind === 'text' ? barText.text : '', 10);
  const perKm = (right - left) / barKm;

  expect((band?.strokeWidth ?? 0) / (80 * perKm)).toBeCloseTo(1, 1);
  expect(places[0]?.precision).toBe('Track, ± 40 km');
  // The whole band lies inside of the frame.
  const ys = [...(band?.d ?? '').matchAll(/[\d.]+ ([\d.]+)/g)].map(([, y]) => Number(y));
  const reach = (band?.strokeWidth ?? 0) / 2;
  expect(Math.min(...ys) - reach).toBeGreaterThan(0);
  expect(Math.max(...ys) + reach).toBeLessThan(470);
});

it('draws a waypoint no more exactly than it is known', () => {
  const point = { name: 'Kidal', lat: 18.44, lon: 1.41, dating: day };
  const radii = (precision?: 'exact' | 'near' | 'area') => {
    const waypoints = [precision === undefined ? point : { ...point, precision }];
    const { figure } = composeMap('', 1, { ...material, tracks: [{ ...convoy, waypoints }], areas: [] });
    const circles = (figure?.marks ?? []).filter((mark) => mark.kind === 'circle');
    return circles.filter(({ stroke }) => stroke === '#0b5a4a').map(({ radius }) => radius);
  };

  expect(radii('exact')).toEqual([3.4]);
  expect(radii('near')).toEqual([6, 2.4]);
  expect(radii('area')).toEqual([11]);
  expect(radii()).toEqual(radii('near'));
});
