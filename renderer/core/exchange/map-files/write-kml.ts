import type { Position } from 'geojson';
import { type Markup, markup, nothing } from '#core/exchange/markup.ts';
import { carriedKey, type MapFeature, type MapShape } from './map-feature.ts';

/** Write KML 2.2. What readers take for markup in a description is written so that they show it as text. */
export function writeKml(name: string, features: readonly MapFeature[]): string {
  const placemarks = features.map(writePlacemark);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${
    markup`<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>${name}</name>
${placemarks}</Document></kml>
`.markup
  }`;
}

function writePlacemark({ id, name, note, shape, columns, carried, ...time }: MapFeature): Markup {
  const data = Object.entries({ ...columns, ...(carried === null ? {} : { [carriedKey]: carried }) });
  return markup`<Placemark id="${`f-${id}`}"><name>${name}</name>${
    note === '' ? nothing : markup`<description>${shownAsText(note)}</description>`
  }${writeTime(time)}<ExtendedData>${data.map(
    ([key, value]) => markup`<Data name="${key}"><value>${value}</value></Data>`,
  )}</ExtendedData>${shape === null ? nothing : writeShape(shape)}</Placemark>
`;
}

/** Readers of KML take a description for HTML. */
function shownAsText(note: string): string {
  return note.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

function writeTime({ from, until }: Pick<MapFeature, 'from' | 'until'>): Markup {
  if (from === '' && until === '') return nothing;
  if (from === until) return markup`<TimeStamp><when>${from}</when></TimeStamp>`;
  return markup`<TimeSpan>${from === '' ? nothing : markup`<begin>${from}</begin>`}${
    until === '' ? nothing : markup`<end>${until}</end>`
  }</TimeSpan>`;
}

function writeShape(shape: MapShape): Markup {
  switch (shape.type) {
    case 'Point':
      return markup`<Point><coordinates>${written([shape.coordinates])}</coordinates></Point>`;
    case 'LineString':
      return markup`<LineString><tessellate>1</tessellate><coordinates>${written(shape.coordinates)}</coordinates></LineString>`;
    case 'Polygon':
      return markup`<Polygon>${shape.coordinates.map((ring, at) => writeRing(ring, at))}</Polygon>`;
    case 'MultiPoint':
      return many(shape.coordinates.map((coordinates) => ({ type: 'Point', coordinates })));
    case 'MultiLineString':
      return many(shape.coordinates.map((coordinates) => ({ type: 'LineString', coordinates })));
    case 'MultiPolygon':
      return many(shape.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates })));
  }
}

function many(shapes: readonly MapShape[]): Markup {
  return markup`<MultiGeometry>${shapes.map(writeShape)}</MultiGeometry>`;
}

function writeRing(ring: readonly Position[], at: number): Markup {
  const line = markup`<LinearRing><coordinates>${written(ring)}</coordinates></LinearRing>`;
  return at === 0
    ? markup`<outerBoundaryIs>${line}</outerBoundaryIs>`
    : markup`<innerBoundaryIs>${line}</innerBoundaryIs>`;
}

function written(points: readonly Position[]): string {
  return points.map(([lon, lat]) => `${lon},${lat}`).join(' ');
}
