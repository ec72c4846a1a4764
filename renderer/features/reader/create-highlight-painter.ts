import { layerNames, type Painting, type PaintLayer, paintLayers } from '#core/reader/paint-layers.ts';
import type { TextSpan } from '#core/text/span.ts';
import type { TextRanges } from './text-ranges.ts';
import './highlights.css';

/** Paints over an article's text without touching it. */
export type HighlightPainter = {
  /** Show this from now on. */
  update(painting: Painting): void;
  /** Take everything away. */
  destroy(): void;
};

type PainterParts = {
  /** The element with the paragraphs (`data-start`). */
  readonly body: HTMLElement;
  /** What the body scrolls in. */
  readonly scroller: HTMLElement;
  readonly ranges: TextRanges;
  /** Told the stretch of text near the view whenever it changes. */
  readonly onNear: (near: TextSpan) => void;
};

const order: readonly string[] = layerNames;

const emptySpan: TextSpan = { start: 0, end: 0 };

/**
 * Paint by the CSS Custom Highlight API. Only what lies within about a screen of the view is registered: every
 * registered range costs at each change, and long articles may have thousands.
 */
export function createHighlightPainter({ body, scroller, ranges, onNear }: PainterParts): HighlightPainter {
  const own = new Map<string, StaticRange[]>();
  let layers: readonly PaintLayer[] = [];
  let painted = emptySpan;

  const repaint = () => {
    for (const name of layerNames) wipe(name, own);
    for (const { name, spans } of layers) {
      const made = spans
        .filter((span) => span.start < painted.end && painted.start < span.end)
        .flatMap((span) => ranges.toStaticRange(span) ?? []);
      if (made.length === 0) continue;
      const highlight = registered(name);
      for (const range of made) highlight.add(range);
      own.set(name, made);
    }
  };

  const watch = watchNear(body, scroller, (near, count) => {
    const kept = near.start >= painted.start && near.end <= painted.end && count.near * 3 > count.painted;
    if (kept) return count.painted;
    painted = near;
    onNear(near);
    repaint();
    return count.near;
  });

  return {
    update(painting) {
      layers = paintLayers(painting);
      repaint();
    },
    destroy() {
      watch.disconnect();
      for (const name of layerNames) wipe(name, own);
    },
  };
}

/** The page's highlight of this name; several readers on one page share it. */
function registered(name: string): Highlight {
  const existing = CSS.highlights.get(name);
  if (existing !== undefined) return existing;
  const made = new Highlight();
  made.priority = order.indexOf(name);
  CSS.highlights.set(name, made);
  return made;
}

function wipe(name: string, own: Map<string, StaticRange[]>): void {
  const mine = own.get(name);
  if (mine === undefined) return;
  own.delete(name);
  const highlight = CSS.highlights.get(name);
  for (const range of mine) highlight?.delete(range);
  if (highlight?.size === 0) CSS.highlights.delete(name);
}

type Counts = { readonly near: number; readonly painted: number };

/** Tell the stretch of text within a screen of the view as it changes; the listener answers how many it painted. */
function watchNear(
  body: HTMLElement,
  scroller: HTMLElement,
  onChange: (near: TextSpan, counts: Counts) => number,
): IntersectionObserver {
  const near = new Set<HTMLElement>();
  let painted = 0;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!(target instanceof HTMLElement)) continue;
        if (isIntersecting) near.add(target);
        else near.delete(target);
      }
      const spans = Array.from(near, (element) => {
        const start = Number(element.dataset.start);
        return { start, end: start + (element.textContent?.length ?? 0) };
      });
      const start = Math.min(...spans.map((span) => span.start));
      const end = Math.max(...spans.map((span) => span.end));
      if (start < end) painted = onChange({ start, end }, { near: near.size, painted });
    },
    { root: scroller, rootMargin: '100% 0px' },
  );
  for (const paragraph of body.querySelectorAll<HTMLElement>('[data-start]')) observer.observe(paragraph);
  return observer;
}
