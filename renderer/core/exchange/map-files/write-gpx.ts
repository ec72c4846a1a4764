import type { Position } from 'geojson';
import { type Markup, markup, nothing } from '#core/exchange/markup.ts';
import { carriedKey, type MapFeature, pointsOf } from './map-feature.ts';

/**
 * Write GPX 1.1: points as waypoints, lines and the edges of areas as tracks. GPX has no place for what nobody has
 * located: those records stand in the file's head, where our own reader finds them.
 */
export function writeGpx(name: string, features: readonly MapFeature[]): string {
  const waypoints = features.filter(({ shape }) => shape?.type === 'Point' || shape?.type === 'MultiPoint');
  const tracks = features.filter(({ shape }) => shape !== null && !/Point$/.test(shape.type));
  const unlocated = features.filter(({ shape }) => shape === null);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${
    markup`<gpx version="1.1" creator="Liptako" xmlns="http://www.topografix.com/GPX/1/1" xmlns:l="${namespace}">
<metadata><name>${name}</name>${
      unlocated.length === 0
        ? nothing
        : markup`<extensions>${unlocated.map((one) => markup`<l:record>${one.carried ?? ''}</l:record>\n`)}</extensions>`
    }</metadata>
${waypoints.flatMap(writeWaypoints)}${tracks.map(writeTrack)}</gpx>
`.markup
  }`;
}

/** A name only, never looked up: it tells our elements from those of GPX. */
const namespace = `urn:${carriedKey}:1`;

/** One waypoint a point; the first carries the record. */
function writeWaypoints(feature: MapFeature): Markup[] {
  return (feature.shape === null ? [] : pointsOf(feature.shape)).map(([lon = 0, lat = 0], at) => {
    const extension = at === 0 ? carriedIn(feature) : markup`<l:part>${feature.id}</l:part>`;
    return markup`<wpt lat="${lat}" lon="${lon}">${timeOf(feature)}${wordsOf(feature)}<extensions>${extension}</extensions></wpt>
`;
  });
}

function writeTrack(feature: MapFeature): Markup {
  const segments = feature.shape === null ? [] : linesOf(feature.shape);
  return markup`<trk>${wordsOf(feature)}<extensions>${carriedIn(feature)}</extensions>${segments.map(
    (line) =>
      markup`<trkseg>${line.map(([lon = 0, lat = 0]) => markup`<trkpt lat="${lat}" lon="${lon}"/>`)}</trkseg>`,
  )}</trk>
`;
}

function linesOf(shape: NonNullable<MapFeature['shape']>): Position[][] {
  if (shape.type === 'LineString') return [shape.coordinates];
  if (shape.type === 'MultiLineString' || shape.type === 'Polygon') return shape.coordinates;
  return shape.type === 'MultiPolygon' ? shape.coordinates.flat() : [];
}

function wordsOf({ name, note, columns }: MapFeature): Markup {
  const description = [note, columns.passages ?? ''].filter((part) => part !== '').join('\n');
  return markup`<name>${name}</name>${
    description === '' ? nothing : markup`<desc>${description}</desc>`
  }${columns.kind === undefined ? nothing : markup`<type>${columns.kind}</type>`}`;
}

function carriedIn({ carried }: MapFeature): Markup {
  return carried === null ? nothing : markup`<l:record>${carried}</l:record>`;
}

/** GPX knows moments only: a day is its beginning, in UTC. */
function timeOf({ from }: MapFeature): Markup {
  return /^\d{4}-\d\d-\d\d$/.test(from) ? markup`<time>${`${from}T00:00:00Z`}</time>` : nothing;
}
