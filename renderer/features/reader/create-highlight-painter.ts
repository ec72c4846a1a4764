import {
  type LayerName,
  layerNames,
  type PaintedHighlight,
  type Painting,
  paintLayers,
} from '#core/reader/paint-layers.ts';
import type { TextSpan } from '#core/text/span.ts';
import type { TextRanges } from './text-ranges.ts';
import './highlights.css';

/** Paints over an article's text without touching it. */
export type HighlightPainter = {
  /** Show this from now on. */
  update(painting: Painting): void;
  /** Show a new highlight at once, chosen and in the place of the selection; the next update has it in it. */
  paintAhead(highlight: PaintedHighlight): void;
  /** Take everything away. */
  destroy(): void;
};

type PainterParts = {
  readonly ranges: TextRanges;
  /** The element with the paragraphs (`data-start`). */
  readonly body: HTMLElement;
  /** What the body scrolls in. */
  readonly scroller: HTMLElement;
  readonly painting: Painting;
  /** Told the stretch of text near the view whenever it changes. */
  readonly onNear: (near: TextSpan) => void;
};

type Painted = { readonly spans: readonly TextSpan[]; readonly ranges: readonly StaticRange[] };

/**
 * Paint by the CSS Custom Highlight API. Only what lies within about a screen of the view is registered: every
 * registered range costs at each change, and long articles may have thousands. A layer that shows the same as before
 * is left alone.
 */
export function createHighlightPainter(parts: PainterParts): HighlightPainter {
  const { ranges, body, scroller, onNear } = parts;
  const own = new Map<LayerName, Painted>();
  let { painting } = parts;
  // Known at once, not only when the browser reports it: the first picture of the text has its highlights.
  let near = nearNow(body, scroller);

  const repaint = () => {
    for (const { name, spans } of paintLayers(painting, near)) {
      if (sameSpans(own.get(name)?.spans ?? [], spans)) continue;
      wipe(name, own);
      const made = spans.flatMap((span) => ranges.toStaticRange(span) ?? []);
      if (made.length === 0) continue;
      const highlight = registered(name);
      for (const range of made) highlight.add(range);
      own.set(name, { spans, ranges: made });
    }
  };
  const watch = watchNear(body, scroller, (now, isFarther) => {
    const isWithin = now.start >= near.start && now.end <= near.end;
    if (isWithin && !isFarther(near)) return;
    near = now;
    onNear(near);
    repaint();
  });
  repaint();
  onNear(near);

  return {
    update(next) {
      painting = next;
      repaint();
    },
    paintAhead(highlight) {
      const highlights = [...painting.highlights, highlight];
      painting = { ...painting, highlights, chosenId: highlight.id, selection: null };
      repaint();
    },
    destroy() {
      watch.disconnect();
      for (const name of layerNames) wipe(name, own);
    },
  };
}

/** The page's highlight of this name; several readers on one page share it. */
function registered(name: LayerName): Highlight {
  const existing = CSS.highlights.get(name);
  if (existing !== undefined) return existing;
  const made = new Highlight();
  made.priority = layerNames.indexOf(name);
  CSS.highlights.set(name, made);
  return made;
}

function wipe(name: LayerName, own: Map<LayerName, Painted>): void {
  const mine = own.get(name);
  if (mine === undefined) return;
  own.delete(name);
  const highlight = CSS.highlights.get(name);
  for (const range of mine.ranges) highlight?.delete(range);
  if (highlight?.size === 0) CSS.highlights.delete(name);
}

function sameSpans(a: readonly TextSpan[], b: readonly TextSpan[]): boolean {
  return a.length === b.length && a.every((one, at) => one.start === b[at]?.start && one.end === b[at]?.end);
}

/** The stretch of text within a screen of the view, measured now. */
function nearNow(body: HTMLElement, scroller: HTMLElement): TextSpan {
  const { top, bottom, height } = scroller.getBoundingClientRect();
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const paragraph of body.querySelectorAll<HTMLElement>('[data-start]')) {
    const box = paragraph.getBoundingClientRect();
    if (box.height === 0 || box.bottom < top - height) continue;
    if (box.top > bottom + height) break;
    const span = spanOf(paragraph);
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  return start < end ? { start, end } : { start: 0, end: 0 };
}

/** The text of a paragraph, by its offsets. */
function spanOf(paragraph: HTMLElement): TextSpan {
  const start = Number(paragraph.dataset.start);
  return { start, end: start + (paragraph.firstChild?.nodeValue?.length ?? 0) };
}

/**
 * Tell the stretch of text within a screen of the view as it changes. `isFarther` tells of an older stretch whether
 * it has become much longer than this one.
 */
function watchNear(
  body: HTMLElement,
  scroller: HTMLElement,
  onChange: (near: TextSpan, isFarther: (older: TextSpan) => boolean) => void,
): IntersectionObserver {
  const near = new Set<HTMLElement>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!(target instanceof HTMLElement)) continue;
        if (isIntersecting) near.add(target);
        else near.delete(target);
      }
      const spans = Array.from(near, spanOf);
      const start = Math.min(...spans.map((span) => span.start));
      const end = Math.max(...spans.map((span) => span.end));
      if (start < end) onChange({ start, end }, (older) => older.end - older.start > 3 * (end - start));
    },
    { root: scroller, rootMargin: '100% 0px' },
  );
  for (const paragraph of body.querySelectorAll<HTMLElement>('[data-start]')) observer.observe(paragraph);
  return observer;
}
