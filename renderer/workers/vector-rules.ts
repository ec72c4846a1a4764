import {
  CircleSymbolizer,
  GeomType,
  LineSymbolizer,
  type PaintRule,
  type PaintSymbolizer,
  PolygonSymbolizer,
} from 'protomaps-leaflet';

/** The colours of the map's theme that vector tiles are drawn in, as a canvas takes them. */
export type VectorColours = Readonly<
  Record<'land' | 'mali' | 'water' | 'river' | 'region' | 'outline' | 'words-soft' | 'halo', string>
>;

type Look = {
  /** What the layer is called in the archives that are made most. */
  readonly names: RegExp;
  /** `null`: not filled, not drawn. */
  readonly fill: (colours: VectorColours) => string | null;
  readonly line: (colours: VectorColours) => string | null;
  readonly width: number;
  readonly opacity: number;
};

/** What a layer of vector tiles looks like, by its name; the last is for all others. */
const looks: readonly Look[] = [
  { names: /^(earth|land|countries)$/i, fill: (c) => c.land, line: () => null, width: 0, opacity: 1 },
  {
    names: /water|ocean|lake|river|hydro|wadi/i,
    fill: (c) => c.water,
    line: (c) => c.river,
    width: 1,
    opacity: 1,
  },
  { names: /bound|border|admin|adm\d/i, fill: () => null, line: (c) => c.region, width: 1, opacity: 1 },
  {
    names: /road|street|transport|highway|rail|track/i,
    fill: () => null,
    line: (c) => c['words-soft'],
    width: 1.2,
    opacity: 1,
  },
  {
    names: /land|park|forest|wood|natural|veget|sand/i,
    fill: (c) => c.mali,
    line: () => null,
    width: 0,
    opacity: 0.5,
  },
  { names: /build/i, fill: (c) => c['words-soft'], line: () => null, width: 0, opacity: 0.4 },
  { names: /./, fill: (c) => c.outline, line: (c) => c.outline, width: 1.2, opacity: 0.25 },
];

/** Makes the rules to draw by, for the layers that are there: the order of `known` first, areas below lines and points. */
export function createVectorRules(known: readonly string[]) {
  return (found: readonly string[], colours: VectorColours): PaintRule[] => {
    const layers = [
      ...known.filter((name) => found.includes(name)),
      ...found.filter((name) => !known.includes(name)),
    ];
    const all = layers.map((layer) => rulesOf(layer, colours));
    return (['areas', 'lines', 'points'] as const).flatMap((kind) => all.flatMap((rules) => rules[kind]));
  };
}

function rulesOf(dataLayer: string, colours: VectorColours) {
  const look = looks.find(({ names }) => names.test(dataLayer));
  const rule = (type: GeomType, symbolizer: PaintSymbolizer): PaintRule => ({
    dataLayer,
    symbolizer,
    filter: (_, feature) => feature.geomType === type,
  });
  const [fill, line] = [look?.fill(colours) ?? null, look?.line(colours) ?? null];
  const width = look?.width ?? 1;
  const circle = new CircleSymbolizer({
    radius: 2.5,
    fill: colours['words-soft'],
    stroke: colours.halo,
    width: 1,
  });
  const stroke = line === null ? [] : [new LineSymbolizer({ color: line, width })];
  return {
    areas: [
      ...(fill === null
        ? []
        : [rule(GeomType.Polygon, new PolygonSymbolizer({ fill, opacity: look?.opacity ?? 1 }))]),
      ...stroke.map((symbolizer) => rule(GeomType.Polygon, symbolizer)),
    ],
    lines: stroke.map((symbolizer) => rule(GeomType.Line, symbolizer)),
    points: [rule(GeomType.Point, circle)],
  };
}
