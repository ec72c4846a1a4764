import { parseXml, type XmlElement } from '#core/exchange/refi/parse-xml.ts';
import { LayerRefusal } from './layer-problem.ts';
import {
  createShapeGatherer,
  isOnEarth,
  maxLayerPoints,
  type RawPosition,
  type ShapeFile,
} from './layer-shapes.ts';
import { plainWords } from './plain-words.ts';

type Gatherer = ReturnType<typeof createShapeGatherer>;
type Titled = { readonly name: string; readonly text: string };

/** What is laid over by reference, or shown on the screen alone: counted, never followed. */
const unread = ['NetworkLink', 'GroundOverlay', 'ScreenOverlay', 'PhotoOverlay', 'Model'];

/** Read KML 2.2 with Google's tracks. Links are not followed, and descriptions become text. */
export function readKml(bytes: Uint8Array): ShapeFile {
  const root = parseLayerXml(bytes, 'KML');
  const gatherer = createShapeGatherer();
  gatherPlacemarks(root, gatherer);
  if (gatherer.shapes.length === 0) throw new LayerRefusal('no-shapes', { skipped: gatherer.skipped() });
  const head = child(root, 'Document') ?? child(root, 'Folder') ?? root;
  return {
    title: textOf(head, 'name'),
    attribution: '',
    shapes: gatherer.shapes,
    skipped: gatherer.skipped(),
  };
}

/** Read GPX 1.0 and 1.1: waypoints, routes and tracks. */
export function readGpx(bytes: Uint8Array): ShapeFile {
  const root = parseLayerXml(bytes, 'GPX');
  const gatherer = createShapeGatherer();
  for (const part of root.children) {
    const titled = { name: textOf(part, 'name'), text: plainWords(textOf(part, 'desc')) };
    if (part.name === 'wpt') addGpx(gatherer, titled, 'point', [[part]]);
    else if (part.name === 'rte') addGpx(gatherer, titled, 'line', [children(part, 'rtept')]);
    else if (part.name === 'trk')
      addGpx(
        gatherer,
        titled,
        'line',
        children(part, 'trkseg').map((segment) => children(segment, 'trkpt')),
      );
  }
  if (gatherer.shapes.length === 0) throw new LayerRefusal('no-shapes', { skipped: gatherer.skipped() });
  const head = child(root, 'metadata') ?? root;
  return {
    title: textOf(head, 'name'),
    attribution: child(head, 'copyright')?.attributes.get('author')?.trim() ?? '',
    shapes: gatherer.shapes,
    skipped: gatherer.skipped(),
  };
}

/** Elements a file of so many points has: a parsed one takes far more room than its text. */
const mostBrackets = 2_500_000;

function parseLayerXml(bytes: Uint8Array, form: 'KML' | 'GPX'): XmlElement {
  let brackets = 0;
  for (const byte of bytes) if (byte === 0x3c) brackets += 1;
  if (brackets > mostBrackets) throw new LayerRefusal('too-many-points', { limit: maxLayerPoints });
  const parsed = parseXml(bytes);
  if (parsed.ok) return parsed.root;
  if (parsed.code === 'xml-doctype') throw new LayerRefusal('doctype', { form });
  if (parsed.code === 'xml-too-large') throw new LayerRefusal('too-many-points', { limit: maxLayerPoints });
  const { line = 0, problem = parsed.code } = parsed.detail;
  throw new LayerRefusal('damaged', { form, line, problem });
}

function gatherPlacemarks(element: XmlElement, gatherer: Gatherer): void {
  for (const part of element.children) {
    if (part.name === 'Placemark') gatherPlacemark(part, gatherer);
    else if (unread.includes(part.name)) gatherer.skip();
    else if (part.name === 'Document' || part.name === 'Folder') gatherPlacemarks(part, gatherer);
  }
}

function gatherPlacemark(placemark: XmlElement, gatherer: Gatherer): void {
  const titled = {
    name: plainWords(textOf(placemark, 'name')),
    text: plainWords(textOf(placemark, 'description')),
  };
  const geometries = placemark.children.filter(({ name }) => geometryReaders.has(name));
  if (geometries.length === 0) gatherer.skip();
  for (const geometry of geometries) geometryReaders.get(geometry.name)?.(geometry, titled, gatherer);
}

type Read = (element: XmlElement, titled: Titled, gatherer: Gatherer) => void;

const readParts: Read = (element, titled, gatherer) => {
  for (const part of element.children) geometryReaders.get(part.name)?.(part, titled, gatherer);
};

const readTrack: Read = (element, titled, gatherer) => {
  const ring = children(element, 'coord').map(({ text }) => toPosition(text.trim().split(/\s+/)));
  addSound(gatherer, titled, 'line', [ring]);
};

// A map, as an element may be called `constructor`.
const geometryReaders: ReadonlyMap<string, Read> = new Map<string, Read>(
  Object.entries({
    Point: (element, titled, gatherer) => addSound(gatherer, titled, 'point', [coordinatesOf(element)]),
    LineString: (element, titled, gatherer) => addSound(gatherer, titled, 'line', [coordinatesOf(element)]),
    LinearRing: (element, titled, gatherer) => addSound(gatherer, titled, 'line', [coordinatesOf(element)]),
    Polygon: (element, titled, gatherer) => {
      const bounds = element.children.filter(({ name }) => /^(outer|inner)BoundaryIs$/.test(name));
      const rings = bounds.flatMap((bound) => children(bound, 'LinearRing')).map(coordinatesOf);
      addSound(gatherer, titled, 'area', rings);
    },
    MultiGeometry: readParts,
    MultiTrack: readParts,
    Track: readTrack,
  }),
);

function coordinatesOf(element: XmlElement): (RawPosition | null)[] {
  const written = textOf(element, 'coordinates')
    // Some programs write a space behind the comma.
    .replace(/\s*,\s*/g, ',')
    .split(/\s+/)
    .filter((tuple) => tuple !== '');
  return written.map((tuple) => toPosition(tuple.split(',')));
}

function addGpx(
  gatherer: Gatherer,
  titled: Titled,
  kind: 'point' | 'line',
  rings: readonly (readonly XmlElement[])[],
): void {
  const positions = rings.map((ring) =>
    ring.map(({ attributes }) => toPosition([attributes.get('lon') ?? '', attributes.get('lat') ?? ''])),
  );
  addSound(gatherer, titled, kind, positions);
}

/** A shape one of whose positions cannot be read would be drawn wrong: it is left out whole, and counted. */
function addSound(
  gatherer: Gatherer,
  titled: Titled,
  kind: 'point' | 'line' | 'area',
  rings: readonly (readonly (RawPosition | null)[])[],
): void {
  const sound = rings.map((ring) => ring.filter((position) => position !== null));
  if (rings.length === 0 || sound.some((ring, at) => ring.length !== rings[at]?.length)) gatherer.skip();
  else gatherer.add({ ...titled, kind, rings: sound });
}

function toPosition([lonText = '', latText = '']: readonly string[]): RawPosition | null {
  const [lon, lat] = [Number(lonText), Number(latText)];
  if (lonText.trim() === '' || latText.trim() === '') return null;
  return Number.isFinite(lon) && Number.isFinite(lat) && isOnEarth(lon, lat) ? [lon, lat] : null;
}

function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((one) => one.name === name);
}

function children(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((one) => one.name === name);
}

function textOf(element: XmlElement, name: string): string {
  return child(element, name)?.exactText.trim() ?? '';
}
