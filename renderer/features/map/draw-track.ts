import {
  circleMarker,
  type Map as LeafletMap,
  type Path,
  type PolylineOptions,
  polyline,
  type Renderer,
} from 'leaflet';
import type { WaypointPrecision } from '#core/tracks/track.ts';
import styles from './Shapes.module.css';
import type { ShapePaths } from './shape-layer.ts';
import type { DrawnTrack, DrawnWaypoint } from './shapes.ts';
import { ArrowHeads, Dots, toLine, UncertaintyBand } from './track-paths.ts';
import { wordsNode } from './words-node.ts';

type TrackLook = {
  readonly renderer: Renderer;
  /** What stands beside its waypoints while it is chosen; `null`: it is not. */
  readonly captions: readonly string[] | null;
  readonly onClick: () => void;
};

/** Draw a track: its band, its way with a head in each leg, and its waypoints; a handful of paths however long it is. */
export function drawTrack(map: LeafletMap, track: DrawnTrack, look: TrackLook): ShapePaths {
  const { renderer, captions, onClick } = look;
  const { waypoints, uncertaintyKm } = track;
  const line = toLine(waypoints);
  const base = { renderer, pane: 'shapes' };
  const classed = (name: string | undefined) => ({
    ...base,
    interactive: false,
    className: [name, captions !== null && styles.chosen].filter(Boolean).join(' '),
  });
  // Wider than the line, so that it can be met.
  const grip = polyline(line, { ...base, className: styles.grip ?? '' });
  grip.bindTooltip(() => wordsNode(track.title), { sticky: true, className: styles.tip ?? '' });
  grip.on('click', onClick);
  const paths: Path[] = [];
  if (uncertaintyKm !== null && uncertaintyKm > 0 && waypoints.length > 0) {
    const lat = waypoints.reduce((sum, point) => sum + point.lat, 0) / waypoints.length;
    const round = { lineCap: 'round', lineJoin: 'round' } as const;
    // A single point has a round band, which a line of no length draws with its caps.
    const way = line.length === 1 ? [...line, ...line] : line;
    paths.push(new UncertaintyBand(way, { ...classed(styles.band), ...round, km: uncertaintyKm, lat }));
  }
  paths.push(polyline(line, classed(styles.track)));
  if (line.length > 1) paths.push(new ArrowHeads(line, classed(styles.arrow)));
  paths.push(grip, ...drawWaypoints(waypoints, classed));
  for (const path of paths) path.addTo(map);
  const marks = (captions ?? []).flatMap((caption, at) => {
    const point = waypoints[at];
    return point === undefined ? [] : drawCaption(map, point, { ...base, caption });
  });
  return { paths: [...paths, ...marks] };
}

/**
 * The waypoints by how exactly they are known: a dot, a dot in a ring, or a wide broken ring without any; filled where
 * the day is known.
 */
function drawWaypoints(
  waypoints: readonly DrawnWaypoint[],
  classed: (name: string | undefined) => PolylineOptions,
): Path[] {
  const some = (precision: WaypointPrecision, isDated?: boolean) =>
    toLine(
      waypoints.filter(
        (one) => one.precision === precision && (isDated === undefined || one.isDated === isDated),
      ),
    );
  const dots = (line: ReturnType<typeof toLine>, name: string | undefined, radius: number) =>
    line.length === 0 ? [] : [new Dots(line, { ...classed(name), radius })];
  return [
    ...dots(some('area', true), `${styles.reach} ${styles.dated}`, 13),
    ...dots(some('area', false), `${styles.reach} ${styles.undated}`, 13),
    ...dots(some('near'), styles.ring, 7.5),
    ...dots(some('near', true), styles.dated, 3),
    ...dots(some('near', false), styles.undated, 3),
    ...dots(some('exact', true), styles.dated, 4.5),
    ...dots(some('exact', false), styles.undated, 4.5),
  ];
}

type CaptionLook = { readonly renderer: Renderer; readonly pane: string; readonly caption: string };

/** Words beside a waypoint, held by a mark that nobody sees. */
function drawCaption(map: LeafletMap, { lat, lon }: DrawnWaypoint, { caption, ...base }: CaptionLook): Path {
  const mark = circleMarker([lat, lon], {
    ...base,
    interactive: false,
    radius: 4.5,
    stroke: false,
    fill: false,
  });
  mark.bindTooltip(wordsNode(caption), {
    permanent: true,
    direction: 'right',
    className: styles.caption ?? '',
    interactive: false,
  });
  return mark.addTo(map);
}
