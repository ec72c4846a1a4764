import { composeTimeline } from '#core/timeline/compose-timeline.ts';
import type { Lane } from '#core/timeline/lanes.ts';
import { type LaidLane, layOutLanes, metricsAt } from '#core/timeline/lay-out-lanes.ts';
import type { ChosenDays, TimelineMark } from '#core/timeline/timeline-mark.ts';
import {
  type DrawingWords,
  frameAt,
  marksWidth,
  roomOf,
  type TimelinePicture,
} from '#core/timeline/timeline-picture.ts';
import {
  allDays,
  mainDays,
  panBy,
  type TimelineView,
  viewOf,
  xOf,
  zoomAround,
} from '#core/timeline/timeline-view.ts';
import { type Inks, paintShapes, readInks } from './paint-shapes.ts';
import { fitCanvas, makeCanvas, measureIn, watchCanvas } from './timeline-canvas.ts';
import { listenToTimeline } from './timeline-gestures.ts';

/** What a timeline shows. */
export type TimelineData = {
  readonly lanes: readonly Lane[];
  /** All marks of the lanes, by their first days. */
  readonly marks: readonly TimelineMark[];
  readonly hasNames: boolean;
  readonly hasLag: boolean;
  readonly chosen: ChosenDays | null;
  readonly lit: TimelineMark | null;
  /** How large text is; 1: as designed. */
  readonly scale: number;
  readonly words: Omit<DrawingWords, 'measure'>;
};

export type TimelineOptions = {
  /** Read out when the timeline has the focus. */
  readonly label: string;
  readonly onOpen: (mark: TimelineMark) => void;
  /** The mark under the pointer, and where that is in the element; `null`: none. */
  readonly onPoint: (mark: TimelineMark | null, at: { readonly x: number; readonly y: number }) => void;
  /** Days were chosen, or none any more. */
  readonly onChoose: (days: ChosenDays | null) => void;
};

/** A timeline in an element. */
export type TimelineWidget = {
  update(data: TimelineData): void;
  zoomBy(factor: number): void;
  showAll(): void;
  /** Bring a mark into the view; nothing moves when it is there. */
  reveal(mark: TimelineMark): void;
  /** The picture of all lanes at the days in the view, for a file; `null` before there is one. */
  wholePicture(width: number): TimelinePicture | null;
  inks(theme: 'light' | 'dark'): Inks;
  destroy(): void;
};

/** The view that was left last. */
let lastView: TimelineView | null = null;

/** Draw a timeline in `element`. Call `destroy` when the element goes away. */
export function createTimeline(element: HTMLElement, options: TimelineOptions): TimelineWidget {
  const { scroller, canvas, spacer, context } = makeCanvas(element, options.label);
  const scene = createScene(scroller, spacer, measureIn(context));
  let inks = readInks(element);
  let frame = 0;

  function draw(): void {
    frame = 0;
    const picture = scene.picture();
    if (picture === null || picture.width === 0) return;
    fitCanvas(canvas, context, picture);
    paintShapes(context, composeTimeline(picture), inks);
  }
  function drawSoon(): void {
    if (frame === 0) frame = requestAnimationFrame(draw);
  }
  function setView(view: TimelineView): void {
    scene.setView(view);
    drawSoon();
  }
  function showAll(): void {
    const view = scene.wholeView();
    if (view !== null) setView(view);
  }

  const stopListening = listenToTimeline(canvas, {
    picture: scene.picture,
    setView,
    choosing(days) {
      scene.choosing(days);
      drawSoon();
    },
    scrollBy: (pixels) => scroller.scrollBy(0, pixels),
    showAll,
    options,
  });
  const stopWatching = watchCanvas(scroller, drawSoon, () => {
    inks = readInks(element);
    drawSoon();
  });
  return {
    showAll,
    update(data) {
      scene.update(data);
      drawSoon();
    },
    zoomBy(factor) {
      const picture = scene.picture();
      if (picture !== null) setView(zoomAround(picture.view, factor, marksWidth(picture) / 2));
    },
    reveal(mark) {
      const picture = scene.picture();
      if (picture === null) return;
      const x = xOf(picture.view, (mark.span.first + mark.span.end) / 2);
      const room = marksWidth(picture);
      if (x < 20 || x > room - 20) setView(panBy(picture.view, x - room / 2));
      revealLane(scroller, mark, picture);
    },
    wholePicture: scene.wholePicture,
    inks: (theme) => readInks(element, theme),
    destroy() {
      cancelAnimationFrame(frame);
      stopListening();
      stopWatching();
      scroller.remove();
    },
  };
}

/** What is shown, and where: lanes are laid out anew only when they or the zoom are others. */
function createScene(scroller: HTMLElement, spacer: HTMLElement, measure: DrawingWords['measure']) {
  let data: TimelineData | null = null;
  let view: TimelineView | null = lastView;
  let laid: { readonly lanes: readonly LaidLane[]; readonly of: TimelineData; readonly at: number } | null =
    null;
  /** While days are being chosen by the pointer. */
  let choosing: ChosenDays | null | undefined;

  function layOut(shown: TimelineData, at: number): readonly LaidLane[] {
    if (laid !== null && isSameLayout(laid.of, shown) && laid.at === at) return laid.lanes;
    const lanes = layOutAt(shown, at, measure);
    laid = { lanes, of: shown, at };
    spacer.style.height = `${Math.max(0, heightOf(shown, lanes) - scroller.clientHeight)}px`;
    return lanes;
  }

  function firstView(shown: TimelineData): TimelineView | null {
    const days = mainDays(shown.marks);
    const room = scroller.clientWidth - frameAt(shown.scale, shown.hasNames).names;
    return days === null || room <= 0 ? null : viewOf(days.first, days.end, room);
  }

  function picture(): TimelinePicture | null {
    if (data === null) return null;
    view ??= firstView(data);
    if (view === null) return null;
    return {
      lanes: layOut(data, view.dayWidth),
      view,
      width: scroller.clientWidth,
      height: scroller.clientHeight,
      scrolled: scroller.scrollTop,
      metrics: metricsAt(data.scale),
      frame: frameAt(data.scale, data.hasNames),
      hasLag: data.hasLag,
      chosen: choosing === undefined ? data.chosen : choosing,
      lit: data.lit,
      words: { ...data.words, measure },
    };
  }

  return {
    picture,
    update(next: TimelineData) {
      data = next;
    },
    setView(next: TimelineView) {
      view = next;
      lastView = next;
    },
    choosing(days: ChosenDays | null | undefined) {
      choosing = days;
    },
    /** The view that shows all marks. */
    wholeView(): TimelineView | null {
      const now = picture();
      const days = data === null ? null : allDays(data.marks);
      return now === null || days === null ? null : viewOf(days.first, days.end, marksWidth(now));
    },
    /** All lanes below each other, with the days that are in the view. */
    wholePicture(width: number): TimelinePicture | null {
      const now = picture();
      if (now === null || data === null) return null;
      const dayWidth = (now.view.dayWidth * (width - now.frame.names)) / Math.max(1, marksWidth(now));
      const lanes = layOutAt(data, dayWidth, measure);
      const height = heightOf(data, lanes);
      return { ...now, width, height, lanes, scrolled: 0, lit: null, view: { ...now.view, dayWidth } };
    },
  };
}

function layOutAt(data: TimelineData, dayWidth: number, measure: DrawingWords['measure']): LaidLane[] {
  const { lanes, scale, hasLag } = data;
  const words = { ...data.words, measure };
  return layOutLanes(lanes, {
    dayWidth,
    metrics: metricsAt(scale),
    hasLag,
    roomOf: roomOf({ words, scale, hasLag }),
  });
}

function heightOf({ scale, hasNames }: TimelineData, lanes: readonly LaidLane[]): number {
  const last = lanes.at(-1);
  return frameAt(scale, hasNames).axis + (last === undefined ? 0 : last.top + last.height);
}

function isSameLayout(a: TimelineData, b: TimelineData): boolean {
  return a.lanes === b.lanes && a.hasLag === b.hasLag && a.scale === b.scale && a.words === b.words;
}

/** Scroll to the row of a mark. */
function revealLane(
  scroller: HTMLElement,
  mark: TimelineMark,
  { lanes, metrics, frame }: TimelinePicture,
): void {
  const laid = lanes.find(({ lane }) => lane.marks.includes(mark));
  if (laid === undefined) return;
  const row = laid.rows.findIndex((placed) => placed.some((one) => one.mark === mark));
  const top = laid.top + metrics.padding + Math.max(0, row) * metrics.row;
  const room = scroller.clientHeight - frame.axis - metrics.row;
  if (top < scroller.scrollTop || top > scroller.scrollTop + room)
    scroller.scrollTop = Math.max(0, top - room / 2);
}
