import { type Markup, markup, nothing } from '#core/exchange/markup.ts';
import type { Ink, Shape } from './shape.ts';

/** A drawing to be written as SVG. */
export type Drawing = {
  readonly shapes: readonly Shape[];
  readonly width: number;
  readonly height: number;
  /** What it shows, for those who can't see it. */
  readonly description: string;
};

/** Write a drawing as an SVG file that needs nothing beside it; `inks` are the colours. */
export function shapesToSvg(
  { shapes, width, height, description }: Drawing,
  inks: Readonly<Record<Ink, string>>,
): string {
  const groups = groupByClip(shapes);
  const fades = shapes.filter((shape) => shape.kind === 'rect').filter(isFaded);
  const numbers = new Map(fades.map((shape, index) => [shape, index]));
  const clips = groups.flatMap(({ clip }, index) =>
    clip === null
      ? []
      : [
          markup`<clipPath id="clip${index}"><rect x="${clip.x}" y="${clip.y}" width="${clip.width}" height="${clip.height}"/></clipPath>`,
        ],
  );
  const pen: Pen = { inks, fadeOf: (shape) => numbers.get(shape) ?? null };
  const drawn = groups.map(({ clip, shapes: inside }, index) => {
    const content = inside.map((shape) => writeShape(shape, pen));
    return clip === null
      ? markup`<g>${content}</g>`
      : markup`<g clip-path="url(#clip${index})">${content}</g>`;
  });
  const defs = [...clips, ...fades.map((shape, index) => writeFade(shape, index, inks))];
  return markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width)} ${round(height)}" width="${round(width)}" height="${round(height)}" role="img" aria-label="${description}" font-family="system-ui, 'Segoe UI', 'Liberation Sans', Arial, sans-serif"><defs>${defs}</defs>${drawn}</svg>`
    .markup;
}

type Rect = Extract<Shape, { kind: 'rect' }>;
type Clip = Extract<Shape, { kind: 'clip' }>;

type Pen = {
  readonly inks: Readonly<Record<Ink, string>>;
  /** The number of a rectangle's fading; `null`: it has none. */
  readonly fadeOf: (shape: Rect) => number | null;
};

function groupByClip(shapes: readonly Shape[]): { clip: Clip | null; shapes: Shape[] }[] {
  const groups: { clip: Clip | null; shapes: Shape[] }[] = [{ clip: null, shapes: [] }];
  for (const shape of shapes) {
    if (shape.kind === 'clip') groups.push({ clip: shape, shapes: [] });
    else groups.at(-1)?.shapes.push(shape);
  }
  return groups;
}

function isFaded({ fadeLeft = 0, fadeRight = 0 }: Rect): boolean {
  return fadeLeft > 0 || fadeRight > 0;
}

function writeFade(
  { width, ink, fadeLeft = 0, fadeRight = 0 }: Rect,
  index: number,
  inks: Pen['inks'],
): Markup {
  const stops: [number, number][] = [
    [0, fadeLeft > 0 ? 0 : 1],
    [Math.min(0.5, fadeLeft / width), 1],
    [Math.max(0.5, 1 - fadeRight / width), 1],
    [1, fadeRight > 0 ? 0 : 1],
  ];
  const written = stops.map(
    ([offset, opacity]) =>
      markup`<stop offset="${round(offset)}" stop-color="${inks[ink]}" stop-opacity="${opacity}"/>`,
  );
  return markup`<linearGradient id="fade${index}">${written}</linearGradient>`;
}

function writeShape(shape: Shape, { inks, fadeOf }: Pen): Markup {
  switch (shape.kind) {
    case 'clip':
      return nothing;
    case 'rect': {
      const fade = fadeOf(shape);
      const fill = fade === null ? inks[shape.ink] : `url(#fade${fade})`;
      return markup`<rect x="${round(shape.x)}" y="${round(shape.y)}" width="${round(Math.max(0, shape.width))}" height="${round(Math.max(0, shape.height))}" rx="${shape.radius ?? 0}" fill="${fill}" fill-opacity="${shape.opacity ?? 1}"/>`;
    }
    case 'line': {
      const dash = shape.isDashed === true ? markup` stroke-dasharray="3 3"` : nothing;
      return markup`<line x1="${round(shape.x1)}" y1="${round(shape.y1)}" x2="${round(shape.x2)}" y2="${round(shape.y2)}" stroke="${inks[shape.ink]}" stroke-width="${shape.width}"${dash}/>`;
    }
    case 'polygon': {
      const points = shape.points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ');
      const stroke =
        shape.inside === undefined ? nothing : markup` stroke="${inks[shape.ink]}" stroke-width="2"`;
      return markup`<polygon points="${points}" fill="${inks[shape.inside ?? shape.ink]}"${stroke}/>`;
    }
    case 'words': {
      const weight = shape.isStrong === true ? markup` font-weight="600"` : nothing;
      return markup`<text x="${round(shape.x)}" y="${round(shape.y)}" font-size="${round(shape.size)}" fill="${inks[shape.ink]}" text-anchor="${shape.anchor ?? 'start'}" dominant-baseline="central"${weight}>${shape.text}</text>`;
    }
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
