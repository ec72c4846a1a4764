import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlaceId } from '#core/ids.ts';
import { clusterSpots, membersOf, ofKinds, showOnly } from '#core/picture/cluster-spots.ts';
import { gatherSpots, mercatorX, mercatorY } from '#core/picture/gather-spots.ts';
import { type MapPoint, pointKinds } from '#core/picture/map-point.ts';
import type { PictureItem } from '#core/picture/picture-item.ts';

const worldSize = 256 * 2 ** 7;
const reach = 48;

/** Few coordinates, so that points share spots and spots share clusters. */
const somePoint = fc.record({
  kind: fc.constantFrom(...pointKinds),
  lat: fc.oneof(fc.integer({ min: 10, max: 20 }), fc.double({ min: 13, max: 14, noNaN: true })),
  lon: fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ min: 0, max: 1, noNaN: true })),
  precision: fc.constantFrom('exact' as const, 'near' as const, 'area' as const),
});
const somePoints = fc.array(somePoint, { maxLength: 60 }).map((points) => points.map(pointAt));
const everyKind = new Set(pointKinds);

type At = Pick<MapPoint, 'kind' | 'lat' | 'lon' | 'precision'>;

function pointAt({ kind, lat, lon, precision }: At, number: number): MapPoint {
  const place = { id: 'g:1' as PlaceId, name: 'Gao', lat, lon, precision };
  const item: PictureItem = {
    id: `${number}`,
    kind: kind === 'suggested' ? 'mention' : kind,
    recordId: `${number}`,
    title: '',
    place,
    when: null,
    published: null,
    articleId: null,
    span: null,
    actorIds: [],
    tagIds: [],
    source: '',
    grade: null,
  };
  return {
    kind,
    lat,
    lon,
    precision,
    placeId: place.id,
    placeName: place.name,
    item: kind === 'suggested' ? null : item,
  };
}

const itemsOf = (points: readonly MapPoint[]) => points.flatMap(({ item }) => item ?? []);

/** The rule itself, without grid or numbering: weightiest spot first, from west to east among equals. */
function clusterSlowly(points: readonly MapPoint[], shown: readonly MapPoint[]): MapPoint[][] {
  const spots = new Map<string, MapPoint[]>();
  for (const point of points) {
    const key = `${mercatorX(point.lon)} ${mercatorY(point.lat)}`;
    spots.set(key, [...(spots.get(key) ?? []), point]);
  }
  const place = ({ lat, lon }: MapPoint) => ({
    x: mercatorX(lon) * worldSize,
    y: mercatorY(lat) * worldSize,
  });
  const ordered = [...spots.values()].sort((a, b) => {
    const [one, other] = [a, b].map((spot) => place(spot[0] as MapPoint)) as [Spot, Spot];
    return b.length - a.length || one.x - other.x || one.y - other.y;
  });
  const clusters: { centre: Spot; points: MapPoint[] }[] = [];
  for (const spot of ordered) {
    const members = spot.filter((point) => shown.includes(point));
    if (members.length === 0) continue;
    const centre = place(members[0] as MapPoint);
    const near = clusters
      .map((cluster) => ({
        cluster,
        far: Math.hypot(cluster.centre.x - centre.x, cluster.centre.y - centre.y),
      }))
      .filter(({ far }) => far < reach - 1e-6)
      .sort((a, b) => a.far - b.far)[0];
    if (near === undefined) clusters.push({ centre, points: members });
    else near.cluster.points.push(...members);
  }
  return clusters.map((cluster) => cluster.points);
}

type Spot = { readonly x: number; readonly y: number };

function clusterQuickly(points: readonly MapPoint[], shown: readonly MapPoint[]): MapPoint[][] {
  const spots = gatherSpots(points);
  const mask = showOnly(spots, itemsOf(shown), everyKind);
  const clusters = clusterSpots(spots, mask, { worldSize, reach });
  return Array.from({ length: clusters.count }, (_, cluster) => membersOf(spots, mask, clusters, cluster));
}

const asSets = (clusters: readonly (readonly MapPoint[])[]) => clusters.map((points) => new Set(points));

describe('clusterSpots', () => {
  it('puts points together as the rule says', () => {
    fc.assert(
      fc.property(somePoints, fc.infiniteStream(fc.boolean()), (points, choices) => {
        const shown = points.filter(({ item }) => item === null || choices.next().value);

        expect(asSets(clusterQuickly(points, shown))).toEqual(asSets(clusterSlowly(points, shown)));
      }),
    );
  });

  it('counts kinds, spots and the most exact point as one by one', () => {
    fc.assert(
      fc.property(somePoints, (points) => {
        const spots = gatherSpots(points);
        const mask = showOnly(spots, itemsOf(points), everyKind);
        const clusters = clusterSpots(spots, mask, { worldSize, reach });

        for (let cluster = 0; cluster < clusters.count; cluster++) {
          const members = membersOf(spots, mask, clusters, cluster);
          const precisions = ['exact', 'near', 'area'];
          expect(clusters.sizes[cluster]).toBe(members.length);
          expect(clusters.spots[cluster]).toBe(
            new Set(members.map(({ lat, lon }) => `${mercatorX(lon)} ${mercatorY(lat)}`)).size,
          );
          expect(clusters.precisions[cluster]).toBe(
            Math.max(...members.map(({ precision }) => precisions.indexOf(precision))),
          );
          expect(spots.points[clusters.last[cluster] ?? -1]).toBe(members.at(-1));
          for (const [number, kind] of pointKinds.entries())
            expect(clusters.kinds[cluster * pointKinds.length + number]).toBe(
              members.filter((point) => point.kind === kind).length,
            );
        }
      }),
    );
  });

  it('answers the same in whatever order the points come', () => {
    fc.assert(
      fc.property(somePoints, (points) => {
        const turned = [...points].reverse();

        expect(asSets(clusterQuickly(turned, turned))).toEqual(asSets(clusterQuickly(points, points)));
      }),
    );
  });

  it('takes some kinds of what is shown as if no other had been asked for', () => {
    fc.assert(
      fc.property(somePoints, fc.subarray([...pointKinds]), (points, kinds) => {
        const spots = gatherSpots(points);
        const wanted = new Set(kinds);

        expect(ofKinds(spots, showOnly(spots, itemsOf(points), everyKind), wanted)).toEqual(
          showOnly(spots, itemsOf(points), wanted),
        );
      }),
    );
  });

  it('shows the items of the kinds that are wanted, and all suggestions or none', () => {
    fc.assert(
      fc.property(somePoints, fc.subarray([...pointKinds]), (points, kinds) => {
        const wanted = points.filter((_, number) => number % 2 === 0);
        const shown = showOnly(gatherSpots(points), itemsOf(wanted), new Set(kinds));

        expect([...shown]).toEqual(
          points.map((point) =>
            Number(kinds.includes(point.kind) && (point.item === null || wanted.includes(point))),
          ),
        );
      }),
    );
  });

  it('keeps a cluster at the spot with most points while only a few of them are shown', () => {
    const at = (lon: number) => pointAt({ kind: 'event', lat: 14, lon, precision: 'exact' }, 0);
    const many = [at(0), at(0), at(0)];
    const few = [at(0.1), at(0.1)];
    const spots = gatherSpots([...few, ...many]);
    const mask = showOnly(spots, itemsOf([many[0] as MapPoint, ...few]), everyKind);
    const clusters = clusterSpots(spots, mask, { worldSize, reach });

    expect(clusters.count).toBe(1);
    expect(spots.x[clusters.centres[0] ?? -1]).toBe(mercatorX(0));
    expect(clusters.sizes[0]).toBe(3);
  });
});
