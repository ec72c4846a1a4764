import type { Ink, Shape } from '#core/timeline/shape.ts';

/** The colour of every ink, as `rgb(…)`. */
export type Inks = Readonly<Record<Ink, string>>;

const properties: Inks = {
  event: '--kind-event',
  highlight: '--kind-highlight',
  mention: '--kind-mention',
  article: '--kind-article',
  track: '--kind-track',
  area: '--kind-area',
  words: '--ink',
  soft: '--ink-soft',
  line: '--line',
  surface: '--surface',
  band: '--back',
  accent: '--accent',
  veil: '--surface',
};

/** The colours that an element is drawn in now; `theme` given: those of that theme. */
export function readInks(element: HTMLElement, theme?: 'light' | 'dark'): Inks {
  const probe = document.createElement('span');
  if (theme !== undefined) probe.style.colorScheme = theme;
  element.append(probe);
  const read = (property: string) => {
    probe.style.color = `var(${property})`;
    return getComputedStyle(probe).color;
  };
  const inks = Object.fromEntries(Object.entries(properties).map(([ink, property]) => [ink, read(property)]));
  probe.remove();
  return inks as Inks;
}

/** Draw shapes on a canvas, whose pixels are CSS pixels. */
export function paintShapes(context: CanvasRenderingContext2D, shapes: readonly Shape[], inks: Inks): void {
  const family = getComputedStyle(document.body).fontFamily;
  context.save();
  context.textBaseline = 'middle';
  for (const shape of shapes) paintShape(context, shape, { inks, family });
  context.restore();
}

type Style = { readonly inks: Inks; readonly family: string };

function paintShape(context: CanvasRenderingContext2D, shape: Shape, { inks, family }: Style): void {
  switch (shape.kind) {
    case 'clip':
      // Each stands for itself, not within the one before.
      context.restore();
      context.save();
      context.textBaseline = 'middle';
      context.beginPath();
      context.rect(shape.x, shape.y, shape.width, shape.height);
      context.clip();
      return;
    case 'rect':
      context.globalAlpha = shape.opacity ?? 1;
      context.fillStyle = fillOf(context, shape, inks);
      context.beginPath();
      context.roundRect(
        shape.x,
        shape.y,
        Math.max(0, shape.width),
        Math.max(0, shape.height),
        shape.radius ?? 0,
      );
      context.fill();
      context.globalAlpha = 1;
      return;
    case 'line':
      context.strokeStyle = inks[shape.ink];
      context.lineWidth = shape.width;
      context.setLineDash(shape.isDashed ? [3, 3] : []);
      context.beginPath();
      context.moveTo(crisp(shape.x1, shape.width), crisp(shape.y1, shape.width));
      context.lineTo(crisp(shape.x2, shape.width), crisp(shape.y2, shape.width));
      context.stroke();
      context.setLineDash([]);
      return;
    case 'polygon':
      paintPolygon(context, shape, inks);
      return;
    case 'words':
      context.font = `${shape.isStrong ? 600 : 400} ${shape.size}px ${family}`;
      context.fillStyle = inks[shape.ink];
      context.textAlign = shape.anchor === 'middle' ? 'center' : (shape.anchor ?? 'start');
      context.fillText(shape.text, shape.x, shape.y);
  }
}

type Rect = Extract<Shape, { kind: 'rect' }>;
type Polygon = Extract<Shape, { kind: 'polygon' }>;

function fillOf(context: CanvasRenderingContext2D, shape: Rect, inks: Inks): string | CanvasGradient {
  const { x, width, ink, fadeLeft = 0, fadeRight = 0 } = shape;
  if ((fadeLeft === 0 && fadeRight === 0) || width <= 0) return inks[ink];
  const clear = inks[ink].replace(/^rgb\((.*)\)$/, 'rgba($1, 0)');
  const gradient = context.createLinearGradient(x, 0, x + width, 0);
  gradient.addColorStop(0, fadeLeft > 0 ? clear : inks[ink]);
  gradient.addColorStop(Math.min(0.5, fadeLeft / width), inks[ink]);
  gradient.addColorStop(Math.max(0.5, 1 - fadeRight / width), inks[ink]);
  gradient.addColorStop(1, fadeRight > 0 ? clear : inks[ink]);
  return gradient;
}

function paintPolygon(context: CanvasRenderingContext2D, { points, ink, inside }: Polygon, inks: Inks): void {
  context.beginPath();
  for (const [x, y] of points) context.lineTo(x, y);
  context.closePath();
  context.fillStyle = inks[inside ?? ink];
  context.fill();
  if (inside === undefined) return;
  context.strokeStyle = inks[ink];
  context.lineWidth = 2;
  context.stroke();
}

/** Where a thin line covers whole pixels. */
function crisp(at: number, width: number): number {
  return width === 1 ? Math.round(at) + 0.5 : at;
}
